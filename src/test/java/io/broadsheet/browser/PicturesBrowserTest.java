package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.broadsheet.commands.RunningServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures on a story's screen, as editors bring them in. */
@Tag("browser")
class PicturesBrowserTest {
  private static final String TRANSFER =
      """
      ([file, kind]) => {
        const bytes = Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'picture.png', { type: 'image/png' }));
        const section = document.getElementById('pictures');
        section.dispatchEvent(
          kind === 'paste'
            ? new ClipboardEvent(kind, { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
      """;

  private static RunningServer server;
  private static Chromium chromium;

  private static final String TRANSFER_TO_TEXT =
      """
      (base64) => {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], 'p.png', { type: 'image/png' }));
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        document.querySelector('.ProseMirror').dispatchEvent(event);
      }
      """;

  @BeforeAll
  static void start() {
    server = RunningServer.start();
    chromium = new Chromium();
    chromium.signIn(server, "Aigerim", "administrator");
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @Test
  void picturesAreDroppedPastedChosenAimedAtRemovedAndBroughtBack() throws Exception {
    List<String> faults = new ArrayList<>();
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.onConsoleMessage(message -> faults.add(message.text()));
      page.onPageError(faults::add);
      page.navigate(server.uri("/newsroom/stories?lang=en").toString());
      page.locator("form button[value=en], form [name=language][value=en] ~ button")
          .first()
          .click();
      assertThat(page.locator(".ProseMirror")).isVisible();
      Locator shots = page.locator(".shot");
      page.evaluate(TRANSFER, List.of(base64(Color.RED), "drop"));
      assertThat(page.locator("#pictures [role=status]")).containsText("Say what is seen on it");
      assertThat(shots).hasCount(1);
      assertThat(faults).isEmpty();
      page.evaluate(TRANSFER, List.of(base64(Color.BLUE), "paste"));
      assertThat(shots).hasCount(2);
      page.locator("#pictures input[type=file]")
          .setInputFiles(
              new FilePayload("x.png", "image/png", "<svg/>".getBytes(StandardCharsets.UTF_8)));
      assertThat(page.locator("#pictures [role=status]")).containsText("may hold scripts");
      assertThat(shots).hasCount(2);

      shots.first().locator("[name=alt]").fill("A red wall");
      shots.first().locator(".aim").click(new Locator.ClickOptions().setPosition(1, 1));
      shots.first().locator("[data-focus=y]").fill("25");
      shots.last().locator("[data-drop]").click();
      assertThat(shots).hasCount(1);
      page.locator("#pictures [data-undo]").click();
      assertThat(shots).hasCount(2);
      shots.last().locator("[name=alt]").fill("A blue wall");
      assertThat(page.locator("#status")).containsText("Saved at");
      page.waitForTimeout(2_500);
      assertThat(new AxeBuilder(page).analyze().getViolations())
          .extracting(Rule::getHelp)
          .isEmpty();
      for (int width : new int[] {360, 1280}) {
        page.setViewportSize(width, 900);
        page.locator("#pictures").scrollIntoViewIfNeeded();
        page.locator("#pictures")
            .screenshot(
                new Locator.ScreenshotOptions()
                    .setPath(Path.of("target", "pictures-" + width + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
      }

      page.reload();
      assertThat(shots).hasCount(2);
      assertThat(shots.first().locator("[name=alt]")).hasValue("A red wall");
      assertThat(shots.first().locator("[data-focus=y]")).hasValue("25");
      assertThat(shots.last().locator("[name=alt]")).hasValue("A blue wall");
      runsNoScript(
          page, Objects.requireNonNull(shots.first().locator("img").first().getAttribute("src")));
    }
  }

  @Test
  void picturesStandWithinTheTextWithWhatIsSeenOnThem() throws Exception {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      page.navigate(server.uri("/newsroom/stories?lang=en").toString());
      page.locator("form.begin button[value=en]").click();
      page.locator("[name=headline]").fill("The wall");
      page.locator(".ProseMirror").click();
      page.keyboard().type("Before the picture.");
      page.locator("[data-action=figure]").click();
      page.locator("dialog[open] [name=alt]").fill("Typed before there is a picture");
      page.locator("dialog[open] .first").click();
      assertThat(page.locator("dialog[open] [name=alt]"))
          .hasValue("Typed before there is a picture");
      page.locator("dialog[open] [name=alt]").fill(" ");
      byte[] red = Base64.getDecoder().decode(base64(Color.RED));
      page.locator("dialog[open] input[type=file]")
          .setInputFiles(new FilePayload("r.png", "image/png", red));
      assertThat(page.locator("dialog[open] [role=status]")).hasText("The picture is there.");
      page.locator("dialog[open] .first").click();
      assertThat(page.locator("dialog[open]")).isVisible(); // since nothing says yet what is seen
      page.locator("dialog[open] [name=alt]").fill("A red wall");
      page.locator("dialog[open] [name=caption]").fill("The wall in autumn");
      assertThat(new AxeBuilder(page).include("dialog[open]").analyze().getViolations()).isEmpty();
      page.locator("dialog[open] .first").click();
      Locator figure = page.locator(".ProseMirror figure");
      assertThat(figure.locator("img")).hasAttribute("alt", "A red wall");

      figure.click();
      page.locator("[data-action=figure]").click();
      page.locator("dialog[open] [name=credit]").fill("Photo: A. Serik");
      page.locator("dialog[open] .first").click();
      assertThat(figure).containsText("The wall in autumn Photo: A. Serik");

      page.keyboard().press("ArrowDown");
      page.evaluate(TRANSFER_TO_TEXT, base64(Color.BLUE));
      assertThat(page.locator("dialog[open] [role=status]")).hasText("The picture is there.");
      page.locator("dialog[open] [name=alt]").fill("A blue wall");
      page.locator("dialog[open] .first").click();
      assertThat(figure).hasCount(2);
      assertThat(page.locator(".shot")).hasCount(0);
      assertThat(page.locator("#status")).containsText("Saved at");
      page.locator(".actions .first").click();
      page.locator(".question button").click();
      page.locator(".about a").click();
      assertThat(page.locator(".prose figure img").first()).hasAttribute("alt", "A red wall");
      assertThat(page.locator(".prose figcaption").first())
          .containsText("The wall in autumn. Photo: A. Serik");
      assertThat(page.locator(".prose figure")).hasCount(2);
    }
  }

  private static void runsNoScript(Page page, String picture) {
    APIResponse served = page.request().get(server.uri(picture).toString());
    assertThat(served.status()).isEqualTo(200);
    assertThat(served.headers())
        .containsEntry("content-type", "image/webp")
        .containsEntry("x-content-type-options", "nosniff")
        .hasEntrySatisfying(
            "content-security-policy",
            policy -> assertThat(policy).startsWith("default-src 'none'").contains("sandbox"));
  }

  private static String base64(Color color) throws IOException {
    BufferedImage picture = new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(color);
    canvas.fillRect(0, 0, 800, 500);
    canvas.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", bytes);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
