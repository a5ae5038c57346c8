package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.TestFolders;
import io.broadsheet.commands.Finished;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What readers say under stories, in Chromium, with script and without. */
@Tag("browser")
class TalkBrowserTest {
  private static final int STORIES = 30;
  private static RunningServer server;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    Path folder = TestFolders.create();
    // Not the demo's: its readers react to any story.
    String stories =
        IntStream.rangeClosed(1, STORIES)
            .mapToObj(TalkBrowserTest::story)
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("stories.jsonl"), stories);
    Path data = folder.resolve("data");
    Finished imported =
        TestProcess.plain().run("import", "--data", data.toString(), file.toString());
    assertThat(imported.status()).as("%s", imported).isZero();
    server =
        RunningServer.start(
            TestProcess.plain()
                .withEnvironment(
                    Map.of(
                        "BROADSHEET_COMMENTS_HOLDFIRST",
                        "0",
                        "BROADSHEET_COMMENTS_PERREADER",
                        "1000")),
            "serve",
            data);
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  private static String story(int number) {
    return """
    {"uri":"urn:test:%1$d","type":"text","language":"ru","pubstatus":"usable",\
    "firstcreated":"2026-11-20T07:00:00Z","headline":"Паром № %1$d",\
    "body_text":"Паром № %1$d отошёл от берега вовремя."}"""
        .formatted(number);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @Test
  void aReaderCommentsRepliesVotesAndReactsWithoutLeavingTheStory() {
    try (BrowserContext one = chromium.window(1280, ColorScheme.LIGHT, true);
        BrowserContext other = chromium.window(360, ColorScheme.DARK, true)) {
      Page page = open(one, 5);
      Locator thumb = page.locator("article .react button").first();
      thumb.click();
      assertThat(thumb).hasAttribute("aria-pressed", "true");
      assertThat(thumb.locator("b")).hasText("1");
      say(page, "Айгерим", "Первый <b>комментарий</b>\nhttps://example.org/a");
      assertThat(page.locator(".said")).hasCount(1);
      assertThat(page.locator(".said:target b").first()).hasText("Айгерим");
      assertThat(page.locator(".said")).containsText("<b>комментарий</b>");
      assertThat(page.locator(".said a[rel='nofollow ugc noopener']")).hasCount(1);

      Page second = open(other, 5);
      assertThat(second.locator("article .react button").first().locator("b")).hasText("1");
      second.locator(".said [data-vote=up]").click();
      assertThat(second.locator(".said [data-vote=up] b")).hasText("1");
      second.locator(".said [data-act]").click();
      Locator answer = second.locator(".said .saying");
      answer.locator("[name=name]").fill("Болат");
      answer.locator("[name=text]").fill("Ответ");
      answer.locator("button").click();
      assertThat(second.locator(".replies .said")).hasCount(1);
      assertThat(new AxeBuilder(second).analyze().getViolations()).isEmpty();

      String id = second.locator(".said").first().getAttribute("id").substring(8);
      second.navigate(server.uri("/reader?lang=ru").toString());
      assertThat(new AxeBuilder(second).analyze().getViolations()).isEmpty();
      second.navigate(server.uri("/reader/comments/" + id + "?lang=kk").toString());
      assertThat(new AxeBuilder(second).analyze().getViolations()).isEmpty();

      // Pressed once more it is taken back, everywhere.
      Page again = open(one, 5);
      assertThat(again.locator("article .react button").first())
          .hasAttribute("aria-pressed", "true");
      again.locator("article .react button").first().click();
      assertThat(again.locator("article .react button").first().locator("b")).hasText("0");
      Page third = open(other, 5);
      assertThat(third.locator("article .react button").first().locator("b")).hasText("0");
    }
  }

  @Test
  void newCommentsAreToldOfAndComeInWhenAskedForWithoutAnythingJumping() {
    try (BrowserContext one = chromium.window(1280, ColorScheme.LIGHT, true);
        BrowserContext other = chromium.window(360, ColorScheme.DARK, true)) {
      Page writer = open(one, 15);
      say(writer, "Айгерим", "Первый");
      Page reader = open(other, 15);
      reader.waitForTimeout(1_500);
      reader.locator(".said").first().scrollIntoViewIfNeeded();
      double place = reader.locator(".said").first().boundingBox().y;
      for (int i = 1; i <= 3; i++) {
        Page next = open(one, 15);
        say(next, "Айгерим", "Новый " + i);
        next.close();
      }
      assertThat(reader.locator(".talk .newer")).containsText("3");
      assertThat(reader.locator(".said")).hasCount(1);
      assertThat(reader.locator(".said").first().boundingBox().y)
          .isCloseTo(place, org.assertj.core.data.Offset.offset(1.0));
      reader.locator(".talk .newer").click();
      assertThat(reader.locator(".said")).hasCount(4);
      assertThat(reader.locator(".talk .newer")).hasCount(0);
      assertThat(reader.locator(".said").first()).containsText("Новый 3");
    }
  }

  @Test
  void allOfItWorksWithoutScript() {
    try (BrowserContext plain = chromium.window(360, ColorScheme.LIGHT, false)) {
      Page page = open(plain, 21);
      page.locator("article .react button").nth(1).click();
      assertThat(page.locator("article .react button").nth(1).locator("b")).hasText("1");
      say(page, "Данияр", "Без скрипта");
      assertThat(page.locator(".said")).hasCount(1);
      page.locator(".said [data-act]").click();
      assertThat(page.locator("main h1")).isVisible();
      page.locator("textarea").first().fill("Без скрипта, но исправлено");
      page.locator("button[value=edit]").click();
      assertThat(page.locator(".said")).containsText("исправлено");
      page.navigate(server.uri("/reader?lang=ru").toString());
      assertThat(page.locator("main")).containsText("исправлено");
      page.locator("[name=sure]").check();
      page.locator(".saying button").click();
      assertThat(page.locator("main h1")).isVisible();
      page.navigate(server.uri("/reader?lang=ru").toString());
      assertThat(page.locator("main li")).hasCount(0);
      assertThat(page.context().cookies()).isEmpty();
      Page story = open(plain, 21);
      assertThat(story.locator(".said")).hasCount(0);
      assertThat(story.locator("article .react b").allTextContents())
          .isEqualTo(List.of("0", "0", "0", "0", "0"));
    }
  }

  @Test
  void whatIsNotTakenSaysWhyAndKeepsWhatWasTyped() {
    try (BrowserContext plain = chromium.window(360, ColorScheme.LIGHT, true)) {
      Page page = open(plain, 25);
      String text = "Одно и то же объявление, которое вставляют под каждую новость.";
      say(page, "Данияр", text);
      page = open(plain, 5);
      say(page, "Данияр", text);
      assertThat(page.locator("main [role=status]")).isVisible();
      assertThat(page.locator("main textarea")).hasValue(text);
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
  }

  private static Page open(BrowserContext window, long story) {
    Page page = window.newPage();
    page.navigate(server.uri("/ru/news/x-" + story).toString());
    return page;
  }

  private static void say(Page page, String name, String text) {
    Locator form = page.locator(".talk > .saying");
    form.locator("[name=name]").fill(name);
    form.locator("[name=text]").fill(text);
    form.locator("button").click();
    page.waitForURL(url -> url.contains("thread=") || url.contains("/reader/"));
  }
}
