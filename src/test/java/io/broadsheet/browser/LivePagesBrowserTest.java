package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that stay open while others read. */
@Tag("browser")
class LivePagesBrowserTest {
  private static final HttpClient client = HttpClient.newHttpClient();

  /** Of which the bank's rate is known at first. */
  private static final LocalDate DAY = LocalDate.of(2026, 1, 6);

  private static RunningServer server;
  private static Chromium chromium;
  private static int readers;

  @BeforeAll
  static void start() throws IOException {
    Path folder = TestFolders.create();
    Path data = folder.resolve("data");
    for (Language language : Language.values()) {
      Path file =
          Files.write(
              folder.resolve(language + ".jsonl"),
              IntStream.rangeClosed(1, 12).mapToObj(n -> story(language, n)).toList());
      TestProcess.plain().run("import", "--data", data.toString(), file.toString());
    }
    TestProcess.plain().run("rates", "set", "USD", "505.9", "509.9", "--data", data.toString());
    official(data, DAY, "1.1534");
    server = RunningServer.start(data);
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theTopTenAndTheReadersOfTheStoryMoveWhileThePageIsOpen(Language language) throws Exception {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Shifts.watch(window);
      Page page = window.newPage();
      page.navigate(server.uri("/" + language + "/").toString());
      Locator last = page.locator(".top .ranks li").nth(9);
      String path = last.locator("a").getAttribute("href");
      String headline = last.locator("a").innerText();
      page.navigate(server.uri(path).toString());
      page.evaluate("window.sameDocument = true");
      long id = Long.parseLong(path.substring(path.lastIndexOf('-') + 1));
      for (int i = 0; i < 5; i++) {
        view(id);
      }
      Locator first = page.locator(".top .ranks li").first();
      assertThat(first.locator("a")).hasText(headline);
      assertThat(first.locator(".rank")).hasText("1");
      assertThat(first.locator(".v")).hasText("5");
      assertThat(page.locator(".top .ranks li")).hasCount(10);
      assertThat(page.locator(".kicker .now")).containsText("5");
      assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
      page.waitForTimeout(500);
      Shifts.none(page);
    }
  }

  @Test
  void aListThatIsEmptyForAMomentLeavesTheRowsAlone() {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      events(page, "top");
      page.navigate(server.uri("/ru/").toString());
      page.evaluate("window.tell()");
      assertThat(page.locator(".top .ranks li")).hasCount(10);
      page.evaluate(
          "window.tell({ rank: 1, id: 99, url: '/ru/news/new-99', emoji: '🚋', headline: 'New',"
              + " views: 6725, comments: 14, reactions: 40 })");
      assertThat(page.locator(".top .ranks li")).hasCount(1);
      assertThat(page.locator(".top .ranks li")).containsText("🚋 New");
      assertThat(page.locator(".top .ranks .v")).hasText("6725");
      assertThat(page.locator(".top .ranks a")).hasAttribute("href", "/ru/news/new-99");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void whatBreaksComesInOverTheEdgeAndCanBePutAway(int width) {
    try (BrowserContext window = chromium.window(width, ColorScheme.LIGHT, true)) {
      Shifts.watch(window);
      Page page = window.newPage();
      events(page, "breaking");
      page.navigate(server.uri("/ru/privacy").toString());
      String one = "window.tell({ id: 7, url: '/ru/news/led-7', headline: 'Лёд <тронулся>' })";
      page.evaluate(one);
      Locator bar = page.locator(".late");
      assertThat(bar).isVisible();
      assertThat(bar.locator("b")).hasText("Срочно");
      assertThat(bar.locator("a")).hasText("Лёд <тронулся>");
      assertThat(bar.locator("a")).hasAttribute("href", "/ru/news/led-7");
      page.waitForTimeout(400);
      Shifts.none(page);
      page.evaluate(one);
      assertThat(bar).hasCount(1);
      bar.getByRole(AriaRole.BUTTON).click();
      assertThat(bar).hasCount(0);
      page.evaluate(one);
      assertThat(bar).hasCount(0);
      page.evaluate("window.tell({ id: 8, url: '/ru/news/x-8', headline: 'Ещё' })");
      assertThat(bar.locator("a")).hasText("Ещё");
      page.evaluate("window.tell()");
      assertThat(bar).hasCount(0);
      Shifts.none(page);
    }
  }

  @Test
  void theRatesFollowWithoutLoadingThePageAgain() {
    try (BrowserContext window = chromium.window(360, ColorScheme.DARK, true)) {
      Page page = window.newPage();
      page.navigate(server.uri("/ru/privacy").toString());
      page.evaluate("window.sameDocument = true");
      assertThat(page.locator(".rates tbody")).containsText("505.9 / 509.9");
      page.waitForTimeout(1_500);
      TestProcess.plain()
          .run("rates", "set", "USD", "506.1", "510.2", "--data", server.data().toString());
      assertThat(page.locator(".rates tbody")).containsText("506.1 / 510.2");
      assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    }
  }

  @Test
  void thePageOfOfficesFollowsToo() {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.navigate(server.uri("/ru/rates").toString());
      page.evaluate("window.sameDocument = true");
      page.locator("main input[name=amount]").fill("12");
      page.waitForTimeout(1_500);
      TestProcess.plain()
          .run("rates", "set", "USD", "507.3", "511.4", "--data", server.data().toString());
      assertThat(page.locator("main .quotes tbody").first()).containsText("507.3");
      assertThat(page.locator("main input[name=amount]")).hasValue("12");
      assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    } finally {
      TestProcess.plain()
          .run("rates", "set", "USD", "505.9", "509.9", "--data", server.data().toString());
    }
  }

  @Test
  void theHistoryOfARateFollowsToo() {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, true)) {
      Shifts.watch(window);
      Page page = window.newPage();
      page.navigate(server.uri("/ru/rates").toString());
      page.locator("main .quotes tbody a").first().click();
      page.locator("main > .days summary").click();
      page.waitForTimeout(1_500);
      TestProcess.plain()
          .run("rates", "set", "USD", "507.3", "511.4", "--data", server.data().toString());
      assertThat(page.locator("main > .told").first()).containsText("511.4");
      assertThat(page.locator("main > .days tbody tr").first()).containsText("507.3");
      Shifts.none(page);
    } finally {
      TestProcess.plain()
          .run("rates", "set", "USD", "505.9", "509.9", "--data", server.data().toString());
    }
  }

  @Test
  void theDayOfABanksRatesFollowsWithThem() throws IOException {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.navigate(server.uri("/ru/rates").toString());
      Locator of = page.locator(".banks h3 time");
      assertThat(of).hasAttribute("datetime", Pattern.compile("^" + DAY + ".*"));
      page.waitForTimeout(1_500);
      official(server.data(), DAY.plusDays(1), "1.1611");
      assertThat(page.locator(".banks tbody").first()).containsText("1.1611");
      assertThat(of).hasAttribute("datetime", Pattern.compile("^" + DAY.plusDays(1) + ".*"));
    }
  }

  @Test
  void manyQuotesMakeOneRequestAndNoneWhileThePageIsHidden() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      events(page, "rates");
      page.addInitScript(
          """
          window.shown = 'visible';
          Object.defineProperty(document, 'visibilityState', { get: () => window.shown });
          window.show = (state) => {
            window.shown = state;
            document.dispatchEvent(new Event('visibilitychange'));
          };
          """);
      page.navigate(server.uri("/en/rates").toString());
      AtomicInteger fetched = new AtomicInteger();
      page.onRequest(
          request -> {
            if (request.url().endsWith("/en/rates")) {
              fetched.incrementAndGet();
            }
          });
      page.evaluate("for (let i = 0; i < 9; i++) tell(i)");
      page.evaluate("show('hidden')");
      page.waitForTimeout(6_000);
      assertThat(fetched).hasValue(0);
      page.evaluate("show('visible')");
      page.waitForTimeout(6_000);
      assertThat(fetched).hasValue(1);
    }
  }

  @Test
  void rowsDoNotMoveForWhoWantsNoMotion() throws Exception {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      page.addInitScript(
          """
          window.moves = 0;
          Element.prototype.animate = () => { window.moves++; };
          """);
      page.navigate(server.uri("/en/").toString());
      Locator last = page.locator(".top .ranks li").nth(9);
      String path = last.locator("a").getAttribute("href");
      String headline = last.locator("a").innerText();
      long id = Long.parseLong(path.substring(path.lastIndexOf('-') + 1));
      for (int i = 0; i < 9; i++) {
        view(id);
      }
      assertThat(page.locator(".top .ranks li").first().locator("a")).hasText(headline);
      assertThat(page.evaluate("window.moves")).isEqualTo(0);
    }
  }

  @Test
  void aHiddenPageHoldsNoStreamAndTakesItUpWhenItIsSeenAgain() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.addInitScript(
          """
          window.streams = [];
          window.EventSource = class extends EventSource {
            constructor(url) { super(url); window.streams.push(this); }
          };
          window.shown = 'visible';
          Object.defineProperty(document, 'visibilityState', { get: () => window.shown });
          """);
      page.navigate(server.uri("/kk/").toString());
      await(page, "streams.length === 1 && streams[0].readyState === 1");
      page.evaluate(
          "window.shown = 'hidden'; document.dispatchEvent(new Event('visibilitychange'))");
      await(page, "streams[0].readyState === 2");
      page.evaluate(
          "window.shown = 'visible'; document.dispatchEvent(new Event('visibilitychange'))");
      await(page, "streams.length === 2 && streams[1].readyState === 1");
    }
  }

  @Test
  void aBrowserWithoutStreamsAsksNowAndThen() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.addInitScript("delete window.EventSource;");
      page.waitForResponse(
          answer -> answer.url().contains("/api/v1/top?lang=en") && answer.ok(),
          () -> page.navigate(server.uri("/en/").toString()));
    }
  }

  /** The pages' policy forbids Playwright's own way of waiting, which evaluates text in them. */
  private static void await(Page page, String condition) {
    for (int i = 0; i < 400 && !Boolean.TRUE.equals(page.evaluate(condition)); i++) {
      page.waitForTimeout(50);
    }
    assertThat(page.evaluate(condition)).as(condition).isEqualTo(true);
  }

  private static void view(long id) throws IOException, InterruptedException {
    int reader = ++readers;
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/api/v1/views"))
            .header("Content-Type", "application/json")
            .header("User-Agent", "reader/" + reader)
            .POST(HttpRequest.BodyPublishers.ofString("{\"article\":" + id + "}"))
            .build();
    assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(204);
  }

  private static void official(Path data, LocalDate day, String dollars) throws IOException {
    Path file = TestFolders.create().resolve("bank.csv");
    Files.writeString(file, "Date,USD,\n" + day + "," + dollars + ",\n");
    TestProcess.plain().run("import", "--data", data.toString(), file.toString());
  }

  private static String story(Language language, int number) {
    return """
    {"uri":"urn:%1$s:%2$d","type":"text","language":"%1$s","pubstatus":"usable",\
    "versioncreated":"2026-01-02T03:04:05Z",\
    "headlines":[{"role":"main","value":"Story %2$d in %1$s%3$s"}],\
    "subjects":[{"uri":"topic:city","name":"City"}],\
    "bodies":[{"role":"main","contenttype":"text/html","value":"<p>Text.</p>"}]}"""
        .formatted(language, number, number == 3 ? ", with a headline of more than one line" : "");
  }

  /** Has {@code window.tell(item…)} send events of this name to the page, and nobody else. */
  private static void events(Page page, String name) {
    page.addInitScript(
        """
        window.EventSource = class extends EventTarget {
          constructor() { super(); window.stream = this; }
          close() {}
        };
        window.tell = (...items) => {
          const data = JSON.stringify({ items });
          window.stream.dispatchEvent(new MessageEvent('%s', { data }));
        };
        """
            .formatted(name));
  }
}
