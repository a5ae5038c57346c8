package io.broadsheet.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes the pictures in {@code docs/screenshots}: {@code docs/screenshots/make}. */
public final class Screenshots {
  private static final Path FOLDER = Path.of("docs/screenshots");

  private Screenshots() {}

  /** Starts the demo, waits until its top ten has numbers, and takes every picture. */
  public static void main(String[] arguments) throws InterruptedException {
    Path data = TestFolders.create().resolve("demo");
    try (RunningServer server = RunningServer.start(TestProcess.plain(), "demo", data);
        Chromium chromium = new Chromium()) {
      Thread.sleep(60_000);
      for (int width : new int[] {360, 1280}) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          try (BrowserContext window = chromium.window(width, scheme, true)) {
            take(server, window.newPage(), width, scheme);
          }
        }
      }
    }
  }

  private static void take(RunningServer server, Page page, int width, ColorScheme scheme) {
    // No row is on its way while it is looked at.
    page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    page.navigate(server.uri("/ru/").toString());
    String story = page.locator("main h2 a").first().getAttribute("href");
    Map<String, String> pages =
        Map.of("front", "/ru/", "story", story, "top", "/ru/top", "rates", "/ru/rates");
    pages.forEach(
        (name, path) -> {
          page.navigate(server.uri(path).toString());
          // Pictures below the fold load when they come near; here all of them are looked at.
          page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')");
          page.evaluate(
              "Promise.all([...document.images].map(i => i.complete || i.decode().catch(() => 0)))");
          String file =
              "%s-%d-%s.jpg".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
          page.screenshot(
              new Page.ScreenshotOptions()
                  .setPath(FOLDER.resolve(file))
                  .setType(ScreenshotType.JPEG)
                  .setQuality(80)
                  .setFullPage(true));
        });
  }
}
