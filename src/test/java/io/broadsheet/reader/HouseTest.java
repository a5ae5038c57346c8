package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.settings.BadSetting;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.Site;
import io.broadsheet.web.Assets;
import io.broadsheet.web.ContentEncoding;
import io.broadsheet.web.Templates;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseTest {
  @TempDir Path folder;

  @Test
  void theLogoIsServedUnderItsContents() throws Exception {
    Path logo = folder.resolve("Our Logo.SVG");
    Files.writeString(logo, "<svg xmlns='http://www.w3.org/2000/svg'/>");
    assertThat(house(logo.toString(), null).logo()).matches("/assets/logo-[0-9a-f]{16}\\.svg");
    assertThat(house(null, null).logo()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.svg", "logo.gif", "logo", "", "\u0000.svg"})
  void aLogoThatCannotBeShownStopsTheStart(String name) throws Exception {
    Files.writeString(folder.resolve("logo.gif"), "GIF89a");
    String path = name.isEmpty() ? "" : folder + "/" + name;
    assertThatThrownBy(() -> house(path, null))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining("broadsheet.site.logo");
  }

  @Test
  void addressesAreAbsoluteWhereTheSitesIsKnown() throws Exception {
    assertThat(house(null, URI.create("https://news.example")).absolute("/kk/"))
        .isEqualTo("https://news.example/kk/");
    assertThat(house(null, null).absolute("/kk/")).isEqualTo("/kk/");
  }

  @Test
  void thePolicyAllowsTheStyleSheetAsItIsSentAndNothingElseInline() throws Exception {
    House house = house(null, null);
    String html =
        new String(
            house.in(Language.KK).opening().in(ContentEncoding.IDENTITY), StandardCharsets.UTF_8);
    Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(html);
    assertThat(style.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(house.policy())
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
        .contains("script-src 'self';")
        .doesNotContain("unsafe");
  }

  private static House house(@Nullable String logo, @Nullable URI url) throws Exception {
    Assets assets = new Assets();
    for (String name : List.of("reader.js", "live.js", "talk.js", "icon.svg")) {
      assets.add(name, new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8)));
    }
    Site site =
        new Site("Broadsheet", url, logo, List.of(Language.KK), ZoneId.of("Asia/Almaty"), "", "");
    return new House(site, new Templates("reader"), assets);
  }
}
