package io.broadsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitUntilState;
import com.sun.net.httpserver.HttpServer;
import io.broadsheet.TestFolders;
import io.broadsheet.TestRounds;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("browser")
class ReaderPagesBrowserTest {
  private static final List<String> PAGES =
      List.of(
          "",
          "city/",
          "STORY",
          "top",
          "top?by=read&window=7d",
          "rates",
          "rates?city=%D0%96%D0%B5%D0%B7%D0%BA%D0%B5%D0%BC%D0%B5%D1%80&sort=sell",
          "rates/history?series=1&span=month",
          "rates/history?series=1&span=all",
          "rates/widget",
          "news/",
          "ARCHIVE",
          "search",
          "search?q=%D0%96%D0%B5%D0%B7%D0%BA%D0%B5%D0%BC%D0%B5%D1%80",
          "search?q=nothingatall",
          "rates?amount=1000,50&from=USD&to=EUR&rate=offices",
          "corrections",
          "privacy",
          "imprint");

  private static RunningServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    server = RunningServer.start(TestProcess.plain(), "demo", TestFolders.create().resolve("demo"));
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  /** What a page is looked at with; sampled unless all are asked for. */
  record View(Language language, int width, ColorScheme scheme) {}

  static Stream<View> views() {
    List<View> views = new ArrayList<>();
    for (Language language : Language.values()) {
      for (int width :
          TestRounds.ALL ? new int[] {320, 360, 768, 1280, 1920} : new int[] {360, 1280}) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          boolean sampled =
              switch (language) {
                case KK -> width == 360 && scheme == ColorScheme.DARK;
                case RU -> width == 1280 && scheme == ColorScheme.LIGHT;
                case EN -> (width == 360) == (scheme == ColorScheme.LIGHT);
              };
          if (TestRounds.ALL || sampled) {
            views.add(new View(language, width, scheme));
          }
        }
      }
    }
    return views.stream();
  }

  @ParameterizedTest
  @MethodSource("views")
  void everyPageIsAccessibleFitsItsWindowAndDoesNotJump(View view) {
    try (BrowserContext window = chromium.window(view.width(), view.scheme(), true)) {
      Shifts.watch(window);
      // What others read meanwhile is for another test.
      window.addInitScript("window.EventSource = class extends EventTarget { close() {} };");
      Page page = window.newPage();
      List<String> faults = new ArrayList<>();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              faults.add(message.text());
            }
          });
      for (String name : PAGES) {
        String path = path(page, view.language(), name);
        assertThat(open(page, path).status()).as(path).isEqualTo(200);
        assertThat(new AxeBuilder(page).analyze().getViolations())
            .as("%s %s", path, view)
            .extracting(Rule::getHelp)
            .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s is no wider than %d px", path, view.width())
            .isEqualTo(true);
        Shifts.none(page);
      }
      assertThat(faults).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyPageIsGoodHtmlInItsLanguage(Language language) throws Exception {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      for (String name : PAGES) {
        String path = path(page, language, name);
        Response response = open(page, path);
        assertThat(HtmlRules.broken(response.text())).as(path).isEmpty();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.code());
      }
      Response nowhere = open(page, "/" + language + "/rates?city=Nowhere");
      assertThat(nowhere.status()).isEqualTo(404);
      assertThat(HtmlRules.broken(nowhere.text())).isEmpty();
      Response nonsense = open(page, "/" + language + "/rates?amount=%00%22much");
      assertThat(nonsense.status()).isEqualTo(400);
      assertThat(HtmlRules.broken(nonsense.text())).isEmpty();
      Response missing = open(page, "/" + language + "/city/nothing-999999");
      assertThat(missing.status()).isEqualTo(404);
      assertThat(HtmlRules.broken(missing.text())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aStoryReadsInOrderWithoutScript(Language language) {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      open(page, path(page, language, "STORY"));
      String text = page.locator("body").innerText();
      String headline = page.locator("h1").innerText();
      assertThat(headline).isNotBlank();
      String topTen = page.locator("section.top ol").innerText();
      assertThat(page.locator("section.top ol > li").count()).isEqualTo(10);
      String rates = page.locator("section.rates").innerText();
      assertThat(rates).contains("USD").containsPattern("\\d+\\.\\d+ / \\d+\\.\\d+");
      assertThat(text).containsSubsequence(headline, topTen, rates);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anAmountIsConvertedWithoutScript(Language language) {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      open(page, "/" + language + "/rates?city=%D0%96%D0%B5%D0%B7%D0%BA%D0%B5%D0%BC%D0%B5%D1%80");
      page.locator("[name=amount]").fill("2,5");
      page.locator("[name=from]").selectOption("KZT");
      page.locator("[name=to]").selectOption("USD");
      page.locator("[name=rate]").selectOption("sell");
      page.locator(".converter button").click();
      // The least that is asked in the demo's city is 508.5.
      assertThat(page.locator("#answer .sum").innerText()).matches("2[.,]50.KZT.*0[.,]01.USD");
      assertThat(page.locator("[name=amount]").inputValue()).isEqualTo("2,5");
      assertThat(page.locator("main .tabs [aria-current]").innerText()).isEqualTo("Жезкемер");
      page.locator("[name=amount]").fill("1017");
      page.locator(".converter button").click();
      assertThat(page.locator("#answer .sum").innerText()).matches("1\\D?017.KZT = 2[.,]00.USD");
    }
  }

  @Test
  void thePlaceOfAPictureHasItsColourUntilItIsThere() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      // Pictures that never come.
      window.route("**/media/**", route -> {});
      Page page = window.newPage();
      page.navigate(
          server.uri("/en/").toString(),
          new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
      Object wrong =
          page.evaluate(
              """
              () => [...document.querySelectorAll('main img')].filter((image) => {
                const [r, g, b] = image.dataset.c.match(/[0-9a-f]{2}/g).map((part) => parseInt(part, 16));
                return getComputedStyle(image).backgroundColor !== `rgb(${r}, ${g}, ${b})`;
              }).length
              """);
      assertThat(page.locator("main img").count()).isPositive();
      assertThat(wrong).isEqualTo(0);
    }
  }

  @Test
  void theFirstTabReachesTheSkipLinkAndItLeadsToTheStory() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page, path(page, Language.EN, "STORY"));
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#main");
      page.keyboard().press("Enter");
      assertThat(page.url()).endsWith("#main");
    }
  }

  @Test
  void theSearchCompletesWordsAndLeadsToAStoryByTheKeyboard() {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page, "/ru/search");
      Locator input = page.locator("#q");
      Locator list = page.locator("#suggestions [role=option]");
      input.pressSequentially("мос");
      PlaywrightAssertions.assertThat(list.first()).isVisible();
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .extracting(Rule::getHelp)
          .isEmpty();
      assertThat(input.getAttribute("aria-expanded")).isEqualTo("true");
      page.keyboard().press("ArrowDown");
      PlaywrightAssertions.assertThat(list.first()).hasAttribute("aria-selected", "true");
      String word = list.first().textContent();
      assertThat(word).startsWith("мос");
      page.keyboard().press("Escape");
      PlaywrightAssertions.assertThat(page.locator("#suggestions")).isHidden();
      assertThat(input.inputValue()).isEqualTo("мос");
      input.pressSequentially("т");
      PlaywrightAssertions.assertThat(list.first()).isVisible();
      Locator story = page.locator("#suggestions .story").first();
      String headline = story.textContent();
      story.click();
      PlaywrightAssertions.assertThat(page.locator("h1")).containsText(headline);

      open(page, "/ru/search");
      input.fill("мостов");
      page.keyboard().press("Enter");
      PlaywrightAssertions.assertThat(page.locator("main.search mark").first()).isVisible();
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .extracting(Rule::getHelp)
          .isEmpty();
    }
  }

  @Test
  void aPageLoadsNothingFromElsewhere() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      List<String> hosts = new ArrayList<>();
      page.onRequest(request -> hosts.add(java.net.URI.create(request.url()).getHost()));
      open(page, path(page, Language.RU, "STORY"));
      open(page, "/ru/");
      assertThat(hosts).isNotEmpty().containsOnly("127.0.0.1");
    }
  }

  @Test
  void otherSitesCanShowTheBoardAndNoOtherPageOfOurs() throws IOException {
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          byte[] html =
              "<!doctype html><iframe src='%s'></iframe><iframe src='%s'></iframe>"
                  .formatted(server.uri("/ru/rates/widget"), server.uri("/ru/"))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, html.length);
          try (exchange) {
            exchange.getResponseBody().write(html);
          }
        });
    other.start();
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.navigate("http://127.0.0.1:" + other.getAddress().getPort() + "/");
      assertThat(page.frameLocator("iframe >> nth=0").locator("body").innerText()).contains("USD");
      assertThat(page.frameLocator("iframe >> nth=1").locator("header.mast").count()).isZero();
    } finally {
      other.stop(0);
    }
  }

  private static Response open(Page page, String path) {
    Response response = page.navigate(server.uri(path).toString());
    assertThat(response).as(path).isNotNull();
    return response;
  }

  /** Returns the path of a page; STORY stands for the front page's lead. */
  private static String path(Page page, Language language, String name) {
    String home = "/" + language.code() + "/";
    if (name.equals("ARCHIVE")) {
      open(page, home + "news/");
      return page.locator(".calendar a").first().getAttribute("href");
    }
    if (!name.equals("STORY")) {
      return home + name;
    }
    open(page, home);
    return page.locator("main h2 a").first().getAttribute("href");
  }
}
