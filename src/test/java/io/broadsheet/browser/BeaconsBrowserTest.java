package io.broadsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a story's page tells of its reader. */
@Tag("browser")
class BeaconsBrowserTest {
  private static RunningServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    Path folder = TestFolders.create();
    Path data = folder.resolve("data");
    String story =
        """
        {"uri": "urn:test:long", "language": "en",
         "headlines": [{"role": "main", "value": "A long story"}],
         "bodies": [{"role": "main", "value": "%s"}]}
        """
            .replace("\n", "")
            .formatted("<p>One paragraph after another. </p>".repeat(200));
    Path file = Files.writeString(folder.resolve("story.jsonl"), story);
    TestProcess.plain().run("import", "--data", data.toString(), file.toString());
    server = RunningServer.start(data);
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @Test
  void aReadingIsToldOnceWithWhereItCameFromAndHowFarItWent() {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      // Chromium that is driven says so, and the page then tells nothing.
      page.addInitScript(
          """
          Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
          window.told = [];
          const send = navigator.sendBeacon.bind(navigator);
          navigator.sendBeacon = (url, body) => {
            body.text().then((text) => window.told.push(text));
            return send(url, body);
          };
          """);
      page.navigate(server.uri("/en/").toString());
      page.waitForRequest("**/api/v1/views", () -> page.click("main a[href*='-1']"));
      assertThat(told(page))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .containsExactly("{\"article\":1,\"referrer\":\"127.0.0.1\"}");
      page.evaluate("scrollTo(0, document.querySelector('article').scrollHeight / 2)");
      page.waitForTimeout(200);
      hide(page, true);
      hide(page, false);
      hide(page, true);
      assertThat(told(page))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .hasSize(2)
          .last()
          .isEqualTo("{\"article\":1,\"depth\":2}");
      hide(page, false);
      page.evaluate("scrollTo(0, document.body.scrollHeight)");
      page.waitForTimeout(200);
      hide(page, true);
      assertThat(told(page))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .hasSize(3)
          .last()
          .isEqualTo("{\"article\":1,\"depth\":4}");
    }
  }

  @Test
  void withoutScriptAnImageTellsIt() {
    try (BrowserContext window = chromium.window(360, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      Request image =
          page.waitForRequest(
              "**/api/v1/views/1.gif",
              () -> page.navigate(server.uri("/en/news/a-long-story-1").toString()));
      assertThat(image.response().status()).isEqualTo(200);
      assertThat(image.response().headerValue("content-type")).isEqualTo("image/gif");
    }
  }

  private static List<?> told(Page page) {
    return (List<?>) page.evaluate("window.told");
  }

  private static void hide(Page page, boolean hidden) {
    page.evaluate(
        "state => { Object.defineProperty(document, 'visibilityState', "
            + "{ configurable: true, get: () => state });"
            + " document.dispatchEvent(new Event('visibilitychange')); }",
        hidden ? "hidden" : "visible");
    page.waitForTimeout(200);
  }
}
