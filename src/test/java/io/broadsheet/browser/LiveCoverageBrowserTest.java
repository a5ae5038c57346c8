package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A story told as it happens, written in one window and read in another. */
@Tag("browser")
class LiveCoverageBrowserTest {
  private static RunningServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    server = RunningServer.start(TestProcess.plain(), "demo", TestFolders.create().resolve("demo"));
    chromium = new Chromium();
    chromium.signIn(server, "Aigerim", "editor");
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @Test
  void entriesComeIntoThePageThatIsOpenAndNothingThatIsReadMoves() {
    try (BrowserContext desk = chromium.window(1280, ColorScheme.LIGHT, true);
        BrowserContext home = chromium.window(360, ColorScheme.DARK, true)) {
      Page writer = desk.newPage();
      writer.navigate(server.uri("/newsroom/stories/30?lang=en").toString());
      String story = writer.locator(".about a").getAttribute("href");
      Page reader = home.newPage();
      reader.navigate(server.uri(story).toString());
      reader.waitForTimeout(1_000);
      writer.locator(".actions a[href$='/live']").click();
      writer.locator(".begin button.first").click();
      assertThat(reader.locator(".entries > h2")).isVisible();

      publish(writer, "The river rises", "It is up by a metre.");
      assertThat(reader.locator(".entry h3")).hasText("The river rises");
      assertThat(reader.locator(".entry .prose")).hasText("It is up by a metre.");
      for (int i = 0; i < 12; i++) {
        publish(writer, "Entry " + i, "What is known so far.");
      }
      assertThat(reader.locator(".entry")).hasCount(13);
      assertThat(reader.locator(".entry h3").first()).hasText("Entry 11");
      // What fades in has its contrast when it is there.
      reader.evaluate(
          "Promise.allSettled(document.getAnimations().map((animation) => animation.finished))");
      assertThat(new AxeBuilder(reader).analyze().getViolations()).isEmpty();

      reader.locator("#main .entry").last().scrollIntoViewIfNeeded();
      double place = reader.locator(".entry").last().boundingBox().y;
      publish(writer, "The bridge is closed", "Cars wait.");
      assertThat(reader.locator(".newer")).containsText("1");
      assertThat(reader.locator(".entry")).hasCount(14);
      assertThat(reader.locator(".entry").last().boundingBox().y)
          .isCloseTo(place, org.assertj.core.data.Offset.offset(2.0));
      reader.locator(".newer").click();
      assertThat(reader.locator(".newer")).hasCount(0);

      writer.locator(".entrylist li").first().locator("a").click();
      writer.locator("[name=title]").fill("Both bridges are closed");
      writer.locator("form#story button.first").click();
      assertThat(reader.locator(".entry h3").first()).hasText("Both bridges are closed");
      writer.locator(".entrylist li").first().locator("button.grave").click();
      assertThat(reader.locator(".entry h3").first()).hasText("Entry 11");
      writer.locator(".settled button").click();
      assertThat(reader.locator(".entry h3").first()).hasText("Both bridges are closed");
    }
  }

  @Test
  void whatIsTakenBackLeavesOpenPagesAlsoIfItIsTheOldest() {
    try (BrowserContext desk = chromium.window(1280, ColorScheme.LIGHT, true);
        BrowserContext home = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page writer = begin(desk, 31);
      hand(writer, 31, "First", "1");
      hand(writer, 31, "Second", "2");
      Page reader = open(home, writer);
      assertThat(reader.locator(".entry")).hasCount(2);
      writer.reload();
      writer.locator(".entrylist li").last().locator("button.grave").click();
      assertThat(reader.locator(".entry h3")).hasText(new String[] {"Second"});
      writer.locator(".entrylist li").first().locator("button.grave").click();
      assertThat(reader.locator(".entry")).hasCount(0);
      assertThat(reader.locator(".entries > .meta")).hasCount(1);
    }
  }

  @Test
  void aPageThatMissedManyEntriesLeadsToThemAndStaysWhereItIsRead() {
    try (BrowserContext desk = chromium.window(1280, ColorScheme.LIGHT, true);
        BrowserContext home = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page writer = begin(desk, 32);
      for (int i = 1; i <= 20; i++) {
        hand(writer, 32, "Entry " + i, "What is known so far. ".repeat(9));
      }
      Page reader = open(home, writer);
      assertThat(reader.locator(".entry")).hasCount(20);
      Locator read = reader.locator(".entry").nth(10);
      read.evaluate("(entry) => entry.scrollIntoView({ block: 'center', behavior: 'instant' })");
      double place = read.boundingBox().y;
      String reading = read.getAttribute("id");
      // A page that sleeps asks for nothing, not even what it was about to ask for.
      reader.evaluate("dispatchEvent(new Event('pagehide'))");
      home.setOffline(true);
      for (int i = 21; i <= 60; i++) {
        hand(writer, 32, "Entry " + i, "What is known so far. ".repeat(9));
      }
      home.setOffline(false);
      reader.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
      assertThat(reader.locator(".newer")).containsText("30");
      assertThat(reader.locator("#" + reading).boundingBox().y)
          .isCloseTo(place, org.assertj.core.data.Offset.offset(2.0));
      // Between those that came and those that are being read there is a way to the ten missed.
      String missed = reader.locator(".feed a[rel=next]").getAttribute("href");
      assertThat(missed)
          .endsWith("?before=" + reader.locator(".entry").nth(29).getAttribute("id").substring(6));

      // Back at the top, what has moved on to the next page is not kept, and is led to.
      reader.locator(".newer").click();
      assertThat(reader.locator(".newer")).hasCount(0);
      reader.evaluate("scrollTo({ top: 0, behavior: 'instant' })");
      hand(writer, 32, "Entry 61", "Now.");
      assertThat(reader.locator(".entry h3").first()).hasText("Entry 61");
      assertThat(reader.locator(".entry")).hasCount(30);
      assertThat(reader.locator(".feed a[rel=next]")).hasCount(0);
      assertThat(reader.locator(".entries a[rel=next]").getAttribute("href"))
          .endsWith("?before=" + reader.locator(".entry").last().getAttribute("id").substring(6));

      // A link to an entry finds it when it is no more on the story's own page.
      reader.navigate("about:blank");
      String story = writer.locator(".about a").getAttribute("href");
      reader.navigate(server.uri(story) + "#" + reading);
      assertThat(reader.locator("#" + reading)).isInViewport();
    }
  }

  @Test
  void aPageThatWasAnsweredTooSoonAsksOnceMore() {
    try (BrowserContext desk = chromium.window(1280, ColorScheme.LIGHT, true);
        BrowserContext home = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page writer = begin(desk, 33);
      hand(writer, 33, "First", "1");
      Page reader = open(home, writer);
      assertThat(reader.locator(".entry")).hasCount(1);
      String old = reader.request().get(reader.url()).text();
      AtomicInteger asked = new AtomicInteger();
      reader.route(
          reader.url(),
          route -> {
            if (asked.getAndIncrement() == 0) {
              route.fulfill(new Route.FulfillOptions().setBody(old).setContentType("text/html"));
            } else {
              route.resume();
            }
          });
      hand(writer, 33, "Second", "2");
      assertThat(reader.locator(".entry")).hasCount(2);
      assertThat(asked.get()).isGreaterThan(1);
    }
  }

  @Test
  void aFilmInAnEntryGoesOnWhenTheNextEntryComes() {
    try (BrowserContext desk = chromium.window(1280, ColorScheme.LIGHT, true);
        BrowserContext home = chromium.window(360, ColorScheme.LIGHT, true)) {
      home.route(
          url -> url.contains("youtube"),
          route -> route.fulfill(new Route.FulfillOptions().setBody("film")));
      Page writer = begin(desk, 34);
      hand(writer, 34, "First", "1");
      Page reader = open(home, writer);
      assertThat(reader.locator(".entry")).hasCount(1);
      hand(
          writer,
          34,
          "Film",
          """
          {"type":"doc","attrs":{"schema":2},"content":[{"type":"embed","attrs":
          {"url":"https://www.youtube.com/watch?v=aqz-KE-bpKQ","provider":"youtube"}}]}\
          """);
      reader.locator(".entry .embed button").click();
      assertThat(reader.locator(".entry iframe")).hasCount(1);
      hand(writer, 34, "Third", "3");
      assertThat(reader.locator(".entry")).hasCount(3);
      assertThat(reader.locator(".entry iframe")).hasCount(1);
    }
  }

  private static Page begin(BrowserContext desk, long story) {
    Page writer = desk.newPage();
    writer.navigate(server.uri("/newsroom/stories/" + story + "/live?lang=en").toString());
    writer.locator(".begin button.first").click();
    assertThat(writer.locator("form#story")).isVisible();
    return writer;
  }

  private static Page open(BrowserContext home, Page writer) {
    Page reader = home.newPage();
    reader.navigate(server.uri(writer.locator(".about a").getAttribute("href")).toString());
    reader.waitForTimeout(1_000);
    return reader;
  }

  /** Publishes an entry as a browser without script does. */
  private static void hand(Page writer, long story, String title, String body) {
    assertThat(
            writer
                .request()
                .post(
                    server.uri("/newsroom/stories/" + story + "/live/entries").toString(),
                    RequestOptions.create()
                        .setForm(FormData.create().set("title", title).set("body", body)))
                .ok())
        .isTrue();
  }

  private static void publish(Page writer, String title, String text) {
    writer.locator("[name=title]").fill(title);
    writer.locator(".ProseMirror").click();
    writer.keyboard().type(text);
    writer.locator("form#story button.first").click();
    assertThat(writer.locator(".entrylist li").first()).containsText(title);
  }
}
