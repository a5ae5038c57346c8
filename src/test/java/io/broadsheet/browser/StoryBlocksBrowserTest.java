package io.broadsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Submission;
import io.broadsheet.articles.TestArticles;
import io.broadsheet.articles.TestBodies;
import io.broadsheet.reader.TestReader;
import io.broadsheet.settings.Language;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story that has every block, in a browser. */
@Tag("browser")
class StoryBlocksBrowserTest {
  private static final String PICTURE =
      "<svg xmlns='http://www.w3.org/2000/svg' width='1600' height='900'>"
          + "<rect width='1600' height='900' fill='#369'/></svg>";

  private static TestReader reader;
  private static Chromium chromium;
  private static String path;

  private final List<String> asked = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    reader = new TestReader();
    chromium = new Chromium();
    long other = reader.articles.save(TestArticles.story("u:2", Language.KK, "Жаңа өткел")).id();
    Submission plain = TestArticles.story("u:1", Language.EN, "The ferry");
    long id = reader.articles.save(TestBodies.story(plain, TestBodies.everyBlock(other))).id();
    path = reader.articles.get(id).map(Article::path).orElseThrow();
    reader.html(path);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    reader.close();
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT, true", "360, DARK, false", "1280, LIGHT, false", "1280, DARK, true"})
  void everyBlockIsAccessibleFitsItsWindowAndDoesNotJump(
      int width, ColorScheme scheme, boolean script) {
    try (BrowserContext window = chromium.window(width, scheme, script)) {
      Page page = open(window);
      if (script) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
            .extracting(Rule::getHelp)
            .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
        page.locator(".prose figure img").scrollIntoViewIfNeeded();
        Shifts.none(page);
      }
      assertThat(page.locator(".facts h2").innerText()).isEqualTo("The ferry in figures");
      assertThat(page.locator(".also a[lang=kk]").innerText()).isEqualTo("Жаңа өткел");
      assertThat(page.locator(".embed button").count()).isEqualTo(script ? 1 : 0);
      assertThat(asked).isNotEmpty().containsOnly("127.0.0.1");
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void everyBlockIsGoodHtml() throws Exception {
    assertThat(HtmlRules.broken(reader.html(path))).isEmpty();
  }

  @Test
  void aFilmIsLoadedWhenAReaderAsksForItAndNotBefore() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = open(window);
      Locator button = page.locator(".embed button");
      assertThat(button.innerText()).isEqualTo("Load the video from YouTube");
      assertThat(page.locator("iframe").count()).isZero();
      assertThat(asked).containsOnly("127.0.0.1");
      button.press("Enter");
      page.frameLocator("iframe.player").locator("text=The player").waitFor();
      assertThat(asked).contains("www.youtube-nocookie.com");
      assertThat(page.locator("iframe").getAttribute("title")).isEqualTo("The crossing");
      assertThat(
              page.locator("iframe").boundingBox().width
                  / page.locator("iframe").boundingBox().height)
          .isBetween(1.7, 1.8);
      assertThat(button.count()).isZero();
      assertThat(page.locator(".embed a").first().getAttribute("href"))
          .isEqualTo("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void noOtherStrangerCanBeFramed() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = open(window);
      page.evaluate(
          "document.querySelector('.embed').dataset.player = 'https://stranger.example/'");
      page.locator(".embed button").click();
      page.locator("iframe").waitFor();
      page.waitForTimeout(300);
      assertThat(asked).containsOnly("127.0.0.1");
      assertThat(faults).anyMatch(fault -> fault.contains("frame-src"));
    }
  }

  private Page open(BrowserContext window) {
    Shifts.watch(window);
    window.addInitScript("window.EventSource = class extends EventTarget { close() {} };");
    window.route("**/media/**", route -> answer(route, "image/svg+xml", PICTURE));
    // Without script a reading is counted by a picture, for which there is no audience here.
    window.route("**/api/**", route -> answer(route, "image/svg+xml", PICTURE));
    window.route("https://*/**", route -> answer(route, "text/html", "<p>The player"));
    Page page = window.newPage();
    page.onRequest(request -> asked.add(URI.create(request.url()).getHost()));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            faults.add(message.text());
          }
        });
    page.navigate(reader.server().uri(path).toString());
    return page;
  }

  private static void answer(Route route, String type, String body) {
    route.fulfill(new Route.FulfillOptions().setContentType(type).setBody(body));
  }
}
