package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import io.broadsheet.TestFolders;
import io.broadsheet.TestRounds;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import io.broadsheet.settings.Language;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The newsroom's screens, as editors see them. */
@Tag("browser")
class NewsroomBrowserTest {
  private static final String BOARD = "/newsroom/audience";
  private static final String STORY = "/newsroom/audience/30";
  private static final String FRONT = "/newsroom/front?edition=en";

  private static final String DESK = "/newsroom/stories?list=published";
  private static final String WRITING = "/newsroom/stories/30";

  private static RunningServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(TestProcess.plain(), "demo", TestFolders.create().resolve("demo"));
    chromium = new Chromium();
    chromium.signIn(server, "Aigerim", "administrator");
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    Discussion.write(server, 30, 3);
    // A spike and a pin, so that there is something to decide on the screens.
    try (HttpClient client = HttpClient.newHttpClient()) {
      // Until one is held: a new minute may begin on the way, and each is counted by itself.
      int status = 0;
      for (int i = 0; status != 202; i++) {
        assertThat(i).as("views without one being held").isLessThan(700);
        HttpRequest view =
            HttpRequest.newBuilder(server.uri("/api/v1/views"))
                .header("Content-Type", "application/json")
                .header("User-Agent", "agent " + i)
                .header("X-Forwarded-For", "203.0.113.1")
                .POST(HttpRequest.BodyPublishers.ofString("{\"article\":30}"))
                .build();
        status = client.send(view, HttpResponse.BodyHandlers.discarding()).statusCode();
      }
    }
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      APIResponse placed =
          window
              .request()
              .post(
                  server.uri(FRONT).toString(),
                  RequestOptions.create()
                      .setMaxRedirects(0)
                      .setHeader("Content-Type", "application/x-www-form-urlencoded")
                      .setData("op=save&version=0&article=30&from=2099-01-01T07:00&until="));
      assertThat(placed.status()).isEqualTo(303);
    }
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyScreenIsAccessibleGoodHtmlAndFitsItsWindow(Language language) throws Exception {
    for (int width : widths(language)) {
      ColorScheme scheme = width == 360 ? ColorScheme.DARK : ColorScheme.LIGHT;
      try (BrowserContext window = chromium.window(width, scheme, true)) {
        Page page = window.newPage();
        List<String> faults = new ArrayList<>();
        page.onConsoleMessage(
            message -> {
              if (message.type().equals("error")) {
                faults.add(message.text());
              }
            });
        for (String path :
            new String[] {
              BOARD,
              STORY,
              DESK,
              "/newsroom/stories?q=the+%D0%B2+%D0%B6%D3%99%D0%BD%D0%B5",
              "/newsroom/stories?q=nowhere-at-all&mine=true",
              WRITING,
              FRONT,
              "/newsroom/stories/30/revisions",
              "/newsroom/stories/30/live",
              "/newsroom/comments",
              "/newsroom/comments?queue=reported",
              "/newsroom/comments?queue=appealed",
              "/newsroom/comments/rules",
              "/newsroom/comments/readers/1000001",
              "/newsroom/comments/stories/30",
              "/newsroom/rates",
              "/newsroom/rates/1",
              "/newsroom/account",
              "/newsroom/account/password",
              "/newsroom/staff",
              "/newsroom/audit"
            }) {
          Response response =
              open(page, path + (path.indexOf('?') < 0 ? "?" : "&") + "lang=" + language.code());
          assertThat(response.status()).isEqualTo(200);
          assertThat(HtmlRules.broken(response.text())).as(path).isEmpty();
          assertThat(new AxeBuilder(page).analyze().getViolations())
              .as("%s in %s at %d px", path, language, width)
              .extracting(Rule::getHelp)
              .isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
              .as("%s is no wider than %d px", path, width)
              .isEqualTo(true);
        }
        assertThat(faults).isEmpty();
      }
    }
  }

  /** The two languages of longer words are the ones to look at where there is less room. */
  private static int[] widths(Language language) {
    if (TestRounds.ALL) {
      return new int[] {360, 1280};
    }
    return new int[] {language == Language.EN ? 1280 : 360};
  }

  @Test
  void numbersMoveWhileWhatIsOpenStaysOpen() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page, BOARD + "?lang=en");
      page.locator("#hours details, details").first().locator("summary").click();
      String before = page.locator(".at").innerText();
      assertThat(page.locator(".at")).not().hasText(before);
      assertThat(page.locator("details").first()).hasAttribute("open", "");
    }
  }

  @Test
  void whoHoldsAStoryKeepsHoldOfItWhileItsRowMoves() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page, BOARD + "?lang=en");
      // What is read most stays on the board, whatever readers do meanwhile.
      Locator story = page.locator(".stories tbody tr").first().locator("th a").first();
      String path = story.getAttribute("href");
      story.focus();
      page.evaluate(
          "document.querySelector('.stories tbody').append(...rows().reverse());"
              + " function rows() { return [...document.querySelectorAll('.stories tbody tr')]; }");
      page.evaluate("path => document.querySelector(`th a[href='${path}']`).focus()", path);
      String before = page.locator(".at").innerText();
      assertThat(page.locator(".at")).not().hasText(before);
      assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo(path);
    }
  }

  @Test
  void aChartIsReadBarByBarWithTheKeyboard() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page, BOARD + "?lang=en");
      Locator read = page.locator("#hours .read");
      assertThat(read).containsText("Total for the period");
      page.locator("#hours .chart").focus();
      assertThat(read).containsText("not over yet");
      page.keyboard().press("ArrowLeft");
      assertThat(read).hasText(page.locator("#hours g title").nth(22).textContent());
      page.keyboard().press("Home");
      assertThat(page.locator("#hours .chart")).hasAttribute("aria-valuenow", "0");
      page.keyboard().press("Tab");
      assertThat(read).containsText("Total for the period");
    }
  }

  @Test
  void aHiddenScreenAsksForNothingUntilItIsSeenAgain() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.addInitScript(
          """
          window.shown = 'visible';
          Object.defineProperty(document, 'visibilityState', { get: () => window.shown });
          """);
      open(page, BOARD);
      List<String> asked = new ArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      show(page, "hidden");
      page.waitForTimeout(7_000);
      assertThat(asked).noneMatch(url -> url.contains(BOARD));
      page.waitForResponse("**/newsroom/audience", () -> show(page, "visible"));
    }
  }

  @Test
  void numbersThatStandStillAreCalledSo() {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page, BOARD + "?lang=en");
      assertThat(page.locator(".stale")).hasText("");
      page.route("**/newsroom/audience", route -> route.abort());
      assertThat(page.locator(".stale"))
          .hasText("The server cannot be reached, so the numbers stand still.");
      page.unroute("**/newsroom/audience");
      show(page, "visible");
      assertThat(page.locator(".stale")).hasText("");
    }
  }

  @Test
  void withoutScriptEverythingIsThereToo() {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      open(page, BOARD + "?lang=en&span=7d");
      page.locator("#hours summary").click();
      assertThat(page.locator("#hours tbody tr")).hasCount(168);
      open(page, STORY + "?lang=en");
      page.locator("#list-rising button[value=hidden]").click();
      assertThat(page.locator("#list-rising .placed")).isVisible();
    }
  }

  @Test
  void aSpikeIsReleasedAndAStoryIsPinnedWithTheKeyboard() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page, BOARD + "?lang=en");
      Locator release = page.locator("#quarantines button[value=RELEASED]");
      release.focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#quarantines b")).hasText("Counted");
      open(page, STORY + "?lang=en");
      page.locator("#list-read button[value=pinned]").click();
      assertThat(page.locator("#list-read .placed")).hasText("pinned first");
      open(page, "/en/top?by=read");
      assertThat(page.locator(".ranks a").first()).containsText("Snow leopard");
    }
  }

  private static void show(Page page, String state) {
    page.evaluate(
        "state => { window.shown = state;"
            + " document.dispatchEvent(new Event('visibilitychange')); }",
        state);
  }

  private static Response open(Page page, String path) {
    return Objects.requireNonNull(page.navigate(server.uri(path).toString()));
  }
}
