package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
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
    server =
        RunningServer.start(
            TestProcess.plain(), "demo", TestProcess.temporaryFolder().resolve("demo"));
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

  private static void publish(Page writer, String title, String text) {
    writer.locator("[name=title]").fill(title);
    writer.locator(".ProseMirror").click();
    writer.keyboard().type(text);
    writer.locator("form#story button.first").click();
    assertThat(writer.locator(".entrylist li").first()).containsText(title);
  }
}
