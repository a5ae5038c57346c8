package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The front page, as an editor arranges it. */
@Tag("browser")
class FrontBrowserTest {
  private static final String FRONT = "/newsroom/front?edition=en&lang=en";

  private static RunningServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(TestProcess.plain(), "demo", TestFolders.create().resolve("demo"));
    chromium = new Chromium();
    chromium.signIn(server, "Aigerim", "administrator");
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  /** Without script, so that this way is walked each time. */
  @BeforeEach
  void putThreeStoriesOnThePage() {
    try (BrowserContext window = chromium.window(360, ColorScheme.DARK, false)) {
      Page page = window.newPage();
      open(page);
      while (slots(page).count() > 0) {
        slots(page).first().locator("button.grave").click();
      }
      for (int i = 0; i < 3; i++) {
        page.locator(".candidates button").first().click();
        assertThat(slots(page)).hasCount(i + 1);
      }
      List<String> order = headlines(page);
      slots(page).nth(2).locator("[value^=up]").click();
      assertThat(headlines(page)).containsExactly(order.get(0), order.get(2), order.get(1));
      page.locator("[value=save]").click();
      assertThat(page.locator("#status")).containsText("Saved");
      assertThat(headlines(page)).containsExactly(order.get(0), order.get(2), order.get(1));
    }
  }

  @Test
  void aStoryIsDraggedToThePlaceWhereReadersSeeIt() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page);
      List<String> order = headlines(page);
      drag(page, 2, 0);
      assertThat(headlines(page)).containsExactly(order.get(2), order.get(0), order.get(1));
      assertThat(page.locator("#status")).hasText(order.get(2) + ": place 1 of 3. Not saved yet.");
      drag(page, 0, 1);
      assertThat(headlines(page)).containsExactly(order.get(0), order.get(2), order.get(1));
      drag(page, 1, 0);
      page.locator("[value=save]").click();
      assertThat(page.locator("#status")).containsText("Saved");
      page.navigate(server.uri("/en/").toString());
      assertThat(page.locator(".lead h2")).containsText(order.get(2));
      assertThat(page.locator(".seconds h2").first()).containsText(order.get(0));
    }
  }

  @Test
  void aDragIsGivenUpWithEscape() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page);
      List<String> order = headlines(page);
      grab(page, 2);
      BoundingBox first = slots(page).first().boundingBox();
      page.mouse().move(first.x + 20, first.y + 1);
      assertThat(slots(page).first()).containsText(order.get(2));
      page.keyboard().press("Escape");
      page.mouse().up();
      assertThat(headlines(page)).isEqualTo(order);
      assertThat(page.locator("#status")).containsText("Saved");
    }
  }

  @Test
  void aStoryIsMovedWithTheKeyboardAndStaysInHand() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page);
      List<String> order = headlines(page);
      Locator grip = slots(page).nth(2).locator(".grip");
      grip.focus();
      page.keyboard().press("ArrowUp");
      assertThat(page.locator("#status")).hasText(order.get(2) + ": place 2 of 3. Not saved yet.");
      page.keyboard().press("Home");
      page.keyboard().press("ArrowUp");
      assertThat(headlines(page)).containsExactly(order.get(2), order.get(0), order.get(1));
      assertThat(slots(page).first().locator(".grip")).isFocused();
      page.keyboard().press("Tab");
      slots(page).first().locator("[value^=down]").focus();
      page.keyboard().press("Enter");
      assertThat(headlines(page)).containsExactly(order.get(0), order.get(2), order.get(1));
      assertThat(slots(page).nth(1).locator("[value^=down]")).isFocused();
      slots(page).nth(1).locator("button.grave").focus();
      page.keyboard().press("Enter");
      assertThat(headlines(page)).containsExactly(order.get(0), order.get(1));
      assertThat(slots(page).nth(1).locator(".grip")).isFocused();
      assertThat(page.locator("#status")).hasText("Removed: " + order.get(2) + ". Not saved yet.");
    }
  }

  @Test
  void enterInAFieldSearchesAndKeepsWhatWasArranged() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page);
      slots(page).first().locator("button.grave").click();
      assertThat(slots(page)).hasCount(2);
      page.locator("[name=q]").fill("nothing of the kind");
      page.keyboard().press("Enter");
      assertThat(page.locator(".actions")).containsText("No other story found");
      assertThat(slots(page)).hasCount(2);
      assertThat(page.locator("#status")).containsText("Not saved yet");
    }
  }

  @Test
  void storiesAreAddedOneAfterTheOtherWithoutLosingThePlace() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      open(page);
      slots(page).first().locator("[value^=down]").click();
      List<String> order = headlines(page);
      Locator add = page.locator(".candidates button");
      add.nth(1).focus();
      page.keyboard().press("Enter");
      assertThat(slots(page)).hasCount(4);
      assertThat(page.locator("#status")).containsText(": place 4 of 4. Not saved yet.");
      assertThat(add.nth(1)).isFocused();
      page.keyboard().press("Enter");
      assertThat(slots(page)).hasCount(5);
      assertThat(headlines(page)).startsWith(order.toArray(String[]::new));
      slots(page).nth(4).locator(".grip").focus();
      page.keyboard().press("Home");
      window.setOffline(true);
      add.first().click();
      assertThat(page.locator("#status")).containsText("cannot be reached");
      window.setOffline(false);
      List<String> arranged = headlines(page);
      page.locator("[value=save]").click();
      assertThat(page.locator("#status")).containsText("Saved");
      assertThat(headlines(page)).isEqualTo(arranged);
    }
  }

  @Test
  void whoeverSavesSecondIsToldInTheirOwnWindow() {
    try (BrowserContext window = chromium.window(1280, ColorScheme.LIGHT, true)) {
      Page hers = window.newPage();
      Page his = window.newPage();
      open(hers);
      open(his);
      hers.locator("[value^=down]").first().click();
      hers.locator("[value=save]").click();
      assertThat(hers.locator("#status")).containsText("Saved");
      his.locator(".slots button.grave").first().click();
      his.locator("[value=save]").click();
      assertThat(his.locator(".overtaken")).containsText("saved this front page at");
      assertThat(slots(his)).hasCount(2);
      his.locator(".overtaken a").click();
      assertThat(slots(his)).hasCount(3);
      assertThat(headlines(his)).isEqualTo(headlines(hers));
    }
  }

  private static void grab(Page page, int from) {
    BoundingBox grip = slots(page).nth(from).locator(".grip").boundingBox();
    page.mouse().move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    page.mouse().down();
  }

  private static void drag(Page page, int from, int to) {
    grab(page, from);
    BoundingBox goal = slots(page).nth(to).boundingBox();
    double y = to < from ? goal.y + 1 : goal.y + goal.height - 1;
    page.mouse().move(goal.x + 20, y);
    String moving = page.locator(".dragged .what a").innerText();
    assertThat(slots(page).nth(to)).containsText(moving);
    page.mouse().up();
  }

  private static Locator slots(Page page) {
    return page.locator(".slots > li");
  }

  private static List<String> headlines(Page page) {
    return page.locator(".slots .what a").allInnerTexts();
  }

  private static void open(Page page) {
    page.navigate(server.uri(FRONT).toString());
  }
}
