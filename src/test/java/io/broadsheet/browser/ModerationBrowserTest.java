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
import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Working through readers' comments in Chromium, by keyboard, by mouse and without script. */
@Tag("browser")
class ModerationBrowserTest {
  private static final String HELD = "/newsroom/comments?lang=en";
  private static final int WAITING = 35;

  private RunningServer server;
  private Chromium chromium;

  @BeforeEach
  void start() throws IOException {
    Path folder = TestFolders.create();
    Path data = folder.resolve("data");
    Path story =
        Files.writeString(
            folder.resolve("story.json"),
            """
            {"uri":"urn:story:1","type":"text","language":"en","versioncreated":"2026-01-02T03:04:05Z",\
            "pubstatus":"usable","headlines":[{"role":"main","value":"The ferry is back"}],\
            "bodies":[{"role":"main","contenttype":"text/html","value":"<p>Text.</p>"}]}""");
    TestProcess.plain().run("import", "--data", data.toString(), story.toString());
    server = RunningServer.start(data);
    chromium = new Chromium();
    chromium.signIn(server, "Aida", "moderator");
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    // With one of the first reader's, which has many links.
    Discussion.write(server, 1, WAITING - 1);
  }

  @AfterEach
  void stop() {
    chromium.close();
    server.close();
  }

  @Test
  void theQueueIsWorkedThroughWithTheKeyboardAloneAndWithoutScript() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      byKeyboard(window.newPage());
    }
    try (BrowserContext window = chromium.window(360, ColorScheme.DARK, false)) {
      withoutScript(window.newPage());
    }
  }

  private void byKeyboard(Page page) {
    page.navigate(server.uri(HELD).toString());
    Locator cases = page.locator(".case");
    Locator told = page.locator(".outcome [role=status]");
    assertThat(cases).hasCount(30);
    assertThat(page.locator(".bulk")).isHidden();
    page.keyboard().press("a");
    assertThat(page.locator(".outcome")).hasCount(0);
    page.keyboard().press("?");
    assertThat(page.locator("#keys tbody")).containsText("Next comment");
    assertThat(page.locator("#keys tbody")).containsText("Remove: choose a reason, Enter removes");
    accessible(page);
    page.keyboard().press("Escape");

    String first = id(cases.nth(0));
    String second = id(cases.nth(1));
    page.keyboard().press("j");
    assertThat(page.locator("#" + first)).isFocused();
    page.evaluate("window.loaded = true");
    page.keyboard().press("a");
    assertThat(told).hasText("Approved: 1.");
    assertThat(page.locator("#" + first)).hasCount(0);
    assertThat(page.locator("#" + second)).isFocused();
    assertThat(cases).hasCount(30);
    assertThat(page.locator(".tabs li").first()).hasText("Held 34");
    assertThat(page.locator(".sections [aria-current]")).hasText("Comments 36");
    page.route("**/undo", route -> route.abort());
    page.keyboard().press("u");
    assertThat(page.locator(".fault[role=alert]")).hasText("This could not be done. Try again.");
    page.unroute("**/undo");
    page.keyboard().press("u");
    assertThat(told).hasText("Undone: 1.");
    assertThat(page.locator(".fault[role=alert]")).hasText("");
    assertThat(page.locator("#" + first)).hasCount(1);

    page.keyboard().press("k");
    page.keyboard().press("r");
    assertThat(page.locator(":focus")).hasAttribute("name", "reason");
    page.locator(":focus").selectOption("subject");
    page.keyboard().press("Enter");
    assertThat(told).hasText("Removed: 1.");
    assertThat(page.locator(".case:focus")).hasCount(1);

    page.keyboard().press("x");
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator(".bulk [role=status]")).hasText("Chosen: 2");
    accessible(page);
    page.locator(".bulk [value=approve]").press("Enter");
    assertThat(told).hasText("Approved: 2.");
    assertThat(page.locator(".bulk")).isHidden();
    page.locator("[data-all]").check();
    page.locator(".bulk [value=remove]").click();
    assertThat(told).hasText("Removed: 30.");
    // The next come in.
    assertThat(cases).hasCount(2);
    assertThat(page.locator(".case:focus")).hasCount(1);
    assertThat(page.evaluate("window.loaded")).isEqualTo(true);
    page.keyboard().press("b");
    page.waitForURL("**/newsroom/comments/readers/*");
  }

  private void withoutScript(Page page) {
    page.navigate(server.uri(HELD).toString());
    assertThat(page.locator(".case")).hasCount(2);
    page.locator(".case .judge [value=approve]").first().click();
    assertThat(page.locator(".outcome [role=status]")).hasText("Approved: 1.");
    page.locator(".outcome button").click();
    assertThat(page.locator(".case")).hasCount(2);
    page.navigate(
        server.uri("/newsroom/comments/readers/" + Discussion.FIRST + "?lang=en").toString());
    page.locator("form[action$='/lift'] button").click();
    assertThat(page.locator(".outcome [role=status]")).hasText("The ban is lifted.");
    page.locator("form[action$='/remove'] button").click();
    assertThat(page.locator(".outcome [role=status]")).hasText("Removed: 1.");
    page.locator(".outcome button").click();
    assertThat(page.locator(".outcome [role=status]")).hasText("Undone: 1.");
  }

  private static String id(Locator one) {
    return one.evaluate("one => one.id").toString();
  }

  private static void accessible(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).extracting(Rule::getHelp).isEmpty();
  }
}
