package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.commands.RunningServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Working through the desk's lists in Chromium, by mouse and by keyboard. */
@Tag("browser")
class DeskBrowserTest {
  private static final String DESK = "/newsroom/stories?lang=en";

  private static RunningServer server;
  private static Chromium chromium;

  private BrowserContext window;
  private Page page;

  @BeforeAll
  static void startServer() {
    server = RunningServer.start();
    chromium = new Chromium();
    chromium.signIn(server, "Aigerim", "administrator");
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void stopServer() {
    chromium.close();
    server.close();
  }

  @BeforeEach
  void openWindow() {
    window = chromium.window(1280, ColorScheme.LIGHT, true);
    page = window.newPage();
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void chosenStoriesGoToReviewTogetherAndComeBack() {
    write("Bridge one");
    write("Bridge two");
    open(DESK + "&q=bridge");
    Locator bar = page.locator(".bulk");
    assertThat(page.locator(".work tbody tr")).hasCount(2);
    assertThat(bar).isHidden();
    page.locator("[data-all]").check();
    assertThat(bar.locator("[role=status]")).hasText("Chosen: 2");
    accessible();
    // The list is asked for anew meanwhile, and the choice stays.
    page.waitForResponse(
        response -> response.url().contains("q=bridge"), () -> page.waitForTimeout(100));
    assertThat(bar.locator("[role=status]")).hasText("Chosen: 2");
    bar.locator("[value=review]").click();
    assertThat(page.locator(".outcome [role=status]")).hasText("Sent to review: 2.");
    accessible();
    assertThat(page.locator(".work tbody tr").first()).containsText("In review");
    page.locator(".outcome button").click();
    assertThat(page.locator(".outcome [role=status]")).hasText("Undone: 2.");
    assertThat(page.locator(".outcome")).isHidden();
    assertThat(page.locator(".work tbody tr").first()).containsText("Draft");
  }

  @Test
  void theDeskIsWorkedThroughWithTheKeyboardAlone() {
    write("Ferry one");
    write("Ferry two");
    open("/newsroom/account?lang=en");
    page.keyboard().press("g");
    page.keyboard().press("s");
    page.waitForURL("**/newsroom/stories");
    page.keyboard().press("/");
    page.keyboard().type("ferry jx?");
    assertThat(page.locator("[name=q]")).hasValue("ferry jx?");
    page.locator("[name=q]").fill("ferry");
    page.keyboard().press("Enter");
    page.waitForURL("**q=ferry**");
    assertThat(page.locator(".work tbody tr")).hasCount(2);
    page.locator("h1").click();
    // As on a Cyrillic keyboard, on which the same keys have other letters.
    page.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown',"
            + " { key: 'о', code: 'KeyJ', bubbles: true }))");
    page.keyboard().press("x");
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator(".bulk [role=status]")).hasText("Chosen: 2");
    page.keyboard().press("k");
    page.keyboard().press("x");
    assertThat(page.locator(".bulk [role=status]")).hasText("Chosen: 1");
    page.locator(".bulk [value=review]").press("Enter");
    assertThat(page.locator(".outcome [role=status]")).hasText("Sent to review: 1.");
    page.keyboard().press("z");
    assertThat(page.locator(".outcome [role=status]")).hasText("Undone: 1.");
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("/newsroom/stories/\\d+$"));
    page.keyboard().press("p");
    assertThat(page.locator(".act .first")).isFocused();
    page.keyboard().press("s");
    assertThat(page.locator("#status")).isFocused();
  }

  @Test
  void theKeysAreShownAndCanBeSwitchedOff() {
    open(DESK);
    page.keyboard().press("?");
    Locator keys = page.locator("#keys");
    assertThat(keys).isVisible();
    assertThat(keys.locator("tbody")).containsText("Audience");
    assertThat(keys.locator("tbody")).containsText("New story in English");
    accessible();
    keys.locator("[name=use]").uncheck();
    page.keyboard().press("Escape");
    assertThat(keys).isHidden();
    page.keyboard().press("?");
    assertThat(keys).isHidden();
    page.reload();
    page.keyboard().press("g");
    page.keyboard().press("a");
    page.keyboard().press("?");
    assertThat(keys).isHidden();
    assertThat(page.url()).contains("/newsroom/stories");
    page.locator("[data-keys]").click();
    assertThat(keys).isVisible();
    keys.locator("[name=use]").check();
    keys.locator("button").click();
    page.keyboard().press("?");
    assertThat(keys).isVisible();
  }

  @Test
  void nobodyIsShownKeysForWhatTheyMayNotDo() {
    try (Chromium other = new Chromium()) {
      other.signIn(server, "Berik", "reporter");
      try (BrowserContext theirs = other.window(360, ColorScheme.DARK, true)) {
        page = theirs.newPage();
        open(DESK);
        page.keyboard().press("?");
        assertThat(page.locator("#keys tbody")).containsText("Stories");
        assertThat(page.locator("#keys tbody")).not().containsText("Staff");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .isEqualTo(true);
        accessible();
      }
    }
  }

  private void write(String headline) {
    open(DESK);
    page.locator(".begin button[value=en]").click();
    page.locator(".ProseMirror").waitFor();
    page.locator("[name=headline]").fill(headline);
    assertThat(page.locator("#status")).containsText("Saved");
  }

  private void open(String path) {
    page.navigate(server.uri(path).toString());
  }

  private void accessible() {
    assertThat(new AxeBuilder(page).analyze().getViolations()).extracting(Rule::getHelp).isEmpty();
  }
}
