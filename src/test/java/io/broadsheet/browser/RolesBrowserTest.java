package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.TestFolders;
import io.broadsheet.TestRounds;
import io.broadsheet.accounts.Permission;
import io.broadsheet.accounts.Role;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import io.broadsheet.settings.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the newsroom shows each role, and keeps from it. */
@Tag("browser")
class RolesBrowserTest {
  private static final Map<String, Permission> SCREENS = new LinkedHashMap<>();

  static {
    SCREENS.put("/newsroom/stories", Permission.WRITE);
    SCREENS.put("/newsroom/stories/30", Permission.WRITE);
    SCREENS.put("/newsroom/stories/30/revisions", Permission.WRITE);
    SCREENS.put("/newsroom/stories/30/live", Permission.PUBLISH);
    SCREENS.put("/newsroom/front", Permission.LEAD);
    SCREENS.put("/newsroom/comments", Permission.MODERATE);
    SCREENS.put("/newsroom/comments/rules", Permission.MODERATE);
    SCREENS.put("/newsroom/comments/stories/30", Permission.MODERATE);
    SCREENS.put("/newsroom/rates", Permission.RATES);
    SCREENS.put("/newsroom/rates/1", Permission.RATES);
    SCREENS.put("/newsroom/audience", Permission.AUDIENCE);
    SCREENS.put("/newsroom/staff", Permission.STAFF);
    SCREENS.put("/newsroom/audit", Permission.STAFF);
    SCREENS.put("/newsroom/account", Permission.ENTER);
  }

  private static RunningServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    server = RunningServer.start(TestProcess.plain(), "demo", TestFolders.create().resolve("demo"));
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  /** Who looks, in which language; sampled unless all are asked for. */
  record Visit(Role role, Language language) {}

  static Stream<Visit> visits() {
    List<Visit> visits = new ArrayList<>();
    List<Language> languages = List.of(Language.values());
    int turn = 0;
    for (Role role : Role.values()) {
      Language sampled = languages.get(turn % languages.size());
      for (Language language : TestRounds.ALL ? languages : List.of(sampled)) {
        visits.add(new Visit(role, language));
      }
      turn++;
    }
    return visits.stream();
  }

  @ParameterizedTest
  @MethodSource("visits")
  void everybodySeesWhatTheyMayDoAndNothingElse(Visit visit) {
    Role role = visit.role();
    String member = role.code() + " " + visit.language().code();
    chromium.signIn(server, member, role.code());
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.navigate(server.uri("/newsroom/?lang=" + visit.language()).toString());
      assertThat(page.locator("html")).hasAttribute("lang", visit.language().code());
      SCREENS.forEach(
          (path, permission) -> {
            int status =
                Objects.requireNonNull(page.navigate(server.uri(path).toString())).status();
            assertThat(status)
                .as("%s at %s", role, path)
                .isEqualTo(role.permissions().contains(permission) ? 200 : 403);
          });
      page.navigate(server.uri("/newsroom/account").toString());
      for (String link : page.locator(".sections a").evaluateAll(HREFS).toString().split(",", -1)) {
        String path = link.replaceAll("[\\[\\]\\s]", "");
        if (!path.isEmpty()) {
          assertThat(Objects.requireNonNull(page.navigate(server.uri(path).toString())).status())
              .as("%s is shown %s", role, path)
              .isEqualTo(200);
          assertThat(page.locator("h1")).isVisible();
          page.goBack();
        }
      }
      if (role.permissions().contains(Permission.WRITE)) {
        page.navigate(server.uri("/newsroom/stories/30").toString());
        assertThat(page.locator(".ProseMirror")).isVisible();
        counts(page, ".actions form[action$='/release']", role, Permission.PUBLISH);
        counts(page, ".actions form[action$='/retract']", role, Permission.PUBLISH);
        counts(page, ".actions a[href$='/live']", role, Permission.PUBLISH);
      }
    }
  }

  private static final String HREFS = "links => links.map(link => link.getAttribute('href'))";

  private static void counts(Page page, String what, Role role, Permission permission) {
    assertThat(page.locator(what)).hasCount(role.permissions().contains(permission) ? 1 : 0);
  }
}
