package io.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedTest {

  @ParameterizedTest
  @CsvSource({
    "YOUTUBE, https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "YOUTUBE, https://YOUTU.BE/dQw4w9WgXcQ",
    "VIMEO, https://vimeo.com/76979871",
    "TELEGRAM, https://t.me/channel/5",
    "X, https://twitter.com/a/status/1",
    "INSTAGRAM, https://www.instagram.com/p/x/",
    "TIKTOK, https://vm.tiktok.com/x/",
    "FACEBOOK, https://fb.watch/x/",
    "OTHER, https://maps.example/?a=1"
  })
  void anAddressBelongsToItsProviderAndToNoOther(Provider provider, String url) {
    assertThat(new Embedded(url, provider, "").provider()).isEqualTo(provider);
    for (Provider other : Provider.values()) {
      if (other != provider) {
        assertThatThrownBy(() -> new Embedded(url, other, "")).isInstanceOf(InvalidArticle.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "//www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
        "https://evil.example/www.youtube.com/",
        "https://www.youtube.com@evil.example/",
        "https://www.youtube.com:8443/",
        "https://evil.example\\@www.youtube.com/",
        "https://evil.example#@www.youtube.com/",
        "https://www.youtube.com./watch?v=dQw4w9WgXcQ",
        "https://notyoutube.com/",
        "https://www.youtube.com/\">",
        "https://",
        "javascript:alert(1)//www.youtube.com",
        "data:text/html,x",
        ""
      })
  void anAddressThatOnlyLooksLikeOneIsRefused(String url) {
    assertThatThrownBy(() -> new Embedded(url, Provider.YOUTUBE, ""))
        .isInstanceOf(InvalidArticle.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    "https://www.youtube.com/watch?t=5&v=dQw4w9WgXc_&x=1,"
        + " https://www.youtube-nocookie.com/embed/dQw4w9WgXc_",
    "https://youtu.be/dQw4w9WgXcQ?t=9, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    "https://www.youtube.com/shorts/dQw4w9WgXcQ,"
        + " https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
    "https://vimeo.com/76979871, https://player.vimeo.com/video/76979871?dnt=1",
    "https://vimeo.com/76979871/abcdef0123,"
        + " https://player.vimeo.com/video/76979871?dnt=1&h=abcdef0123",
    "https://www.youtube.com/@channel, ''",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQextra, ''",
    "https://vimeo.com/channels/staffpicks, ''",
    "https://t.me/channel/5, ''"
  })
  void aPlayerIsOfferedForAFilmThatIsKnownByItsNumber(String url, String player) {
    assertThat(Embedded.of(url, "").player().orElse("")).isEqualTo(player);
  }
}
