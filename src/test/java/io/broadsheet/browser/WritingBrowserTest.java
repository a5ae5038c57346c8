package io.broadsheet.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.articles.Body;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Writing a story on its screen, with the editor in Chromium. */
@Tag("browser")
class WritingBrowserTest {
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
  void aStoryIsWrittenPublishedAndRead() {
    begin("en");
    page.locator("[name=headline]").fill("The bridge opens");
    write("Cars may cross from Monday.");
    page.locator("[data-add]").click();
    page.locator(".source [name=name]").fill("Town hall");
    page.locator("[name=topics]").fill("City");
    assertThat(page.locator(".gaps")).isHidden();
    page.locator(".actions .first").click();
    assertThat(page.locator(".about")).containsText("Published");
    page.locator(".about a").click();
    assertThat(page.locator("h1")).hasText("The bridge opens");
    assertThat(page.locator("article")).containsText("Cars may cross from Monday.");
    assertThat(page.locator("article")).containsText("Town hall");
  }

  @Test
  void anotherStoryIsFoundByItsWordsAndLinked() {
    begin("en");
    page.locator("[name=headline]").fill("Tram line extended");
    write("It reaches the stadium.");
    page.locator("[name=topics]").fill("City");
    page.locator("[data-add]").click();
    page.locator(".source [name=name]").fill("Town hall");
    saved();
    page.locator(".actions .first").click();
    assertThat(page.locator(".about")).containsText("Published");
    begin("en");
    page.locator("[name=headline]").fill("Stadium opens");
    write("A match and a tram");
    page.keyboard().press("Enter");
    page.locator("[data-action=story]").click();
    Locator field = page.locator("dialog [role=combobox]");
    field.fill("stadium tra");
    assertThat(page.locator("dialog [role=option]").first()).containsText("Tram line extended");
    assertThat(field).hasAttribute("aria-activedescendant", "found-0");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    field.press("Enter");
    assertThat(page.locator(".ProseMirror .embed")).hasText("→ Tram line extended");
    page.locator(".ProseMirror p", new Page.LocatorOptions().setHasText("A match")).click();
    page.keyboard().press("End");
    page.keyboard().press("Control+Shift+ArrowLeft");
    assertThat(page.evaluate("String(getSelection())")).isEqualTo("tram");
    page.waitForTimeout(500); // until the editor has taken notice of it
    page.keyboard().press("Control+Alt+k");
    field.fill("zeppelin");
    assertThat(page.locator("dialog [role=status]")).hasText("No story has that.");
    field.fill("line extended");
    page.locator("dialog [role=option]").first().click();
    assertThat(page.locator(".ProseMirror a")).hasText("tram");
    assertThat(page.locator(".ProseMirror a"))
        .hasAttribute("href", Pattern.compile("/en/city/tram-line-extended-\\d+"));
    saved();
    page.reload();
    assertThat(page.locator(".ProseMirror .embed")).hasText("→ Tram line extended");
  }

  @Test
  void aChartOfARateIsChosenChangedAndShownToReaders() {
    page.navigate(server.uri("/newsroom/rates?lang=en").toString());
    Locator added = page.locator("form[action='/newsroom/rates/new']");
    added.locator("[name=currency]").fill("usd");
    added.locator("[name=office]").fill("Altyn");
    added.locator("[name=buy]").fill("505,9");
    added.locator("[name=sell]").fill("509.9");
    added.locator("button").click();
    assertThat(page.locator(".outcome p")).hasText("1\u00a0rate was saved.");
    begin("en");
    page.locator("[name=headline]").fill("Why the dollar falls");
    page.locator("[name=topics]").fill("City");
    write("It fell again.");
    page.locator("[data-action=chart]").click();
    Locator title = page.locator("dialog [name=title]");
    assertThat(title).hasValue("USD, Altyn: a week");
    page.locator("dialog [name=span]").selectOption("month");
    assertThat(title).hasValue("USD, Altyn: a month");
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    page.locator("dialog[open] .first").click();
    Locator chart = page.locator(".ProseMirror .embed");
    assertThat(chart).hasText("↗ USD, Altyn: a month");
    chart.click();
    page.locator("[data-action=chart]").click();
    assertThat(page.locator("dialog [name=span]")).hasValue("month");
    title.fill("The dollar this month");
    page.locator("dialog[open] .first").click();
    assertThat(chart).hasText("↗ The dollar this month");
    assertThat(page.locator(".ProseMirror p").first()).hasText("It fell again.");
    saved();
    page.reload();
    assertThat(chart).hasText("↗ The dollar this month");
    page.locator("[data-add]").click();
    page.locator(".source [name=name]").fill("Altyn");
    page.locator(".actions .first").click();
    assertThat(page.locator(".about")).containsText("Published");
    page.locator(".about a").click();
    assertThat(page.locator(".ratechart > figcaption")).hasText("The dollar this month");
    assertThat(page.locator(".ratechart .chart polyline")).hasCount(2);
    Locator told = page.locator(".ratechart .told");
    assertThat(told).containsText("509.9");
    page.waitForTimeout(1_500);
    TestProcess.plain()
        .run(
            "rates",
            "set",
            "USD",
            "507.3",
            "511.4",
            "--office",
            "Altyn",
            "--data",
            server.data().toString());
    assertThat(told).containsText("511.4");
  }

  @Test
  void whatIsMissingIsAskedAboutOnce() {
    begin("en");
    page.locator("[name=headline]").fill("The ferry leaves");
    write("At noon.");
    saved();
    page.locator(".actions .first").click();
    assertThat(page.locator(".question")).containsText("It names no source.");
    page.locator(".question button").click();
    assertThat(page.locator(".about")).containsText("Published");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru | Мэр сказал: \"Мост \"Достык\" готов\" - и уехал | Мэр сказал: «Мост „Достык“ готов» – и уехал",
        "kk | Әкім \"дайын\" деді | Әкім «дайын» деді",
        "en | She said \"it's here\" | She said “it’s here”",
        "ru | Рост 5 % за год | Рост 5 % за год"
      })
  void signsAreThoseOfTheLanguage(String language, String typed, String shown) {
    begin(language);
    write(typed);
    assertThat(page.locator(".ProseMirror p").first().textContent()).isEqualTo(shown);
  }

  @Test
  void oneStepBackTakesASignBack() {
    begin("ru");
    write("\"");
    page.keyboard().press("Backspace");
    assertThat(page.locator(".ProseMirror p").first().textContent()).isEqualTo("\"");
  }

  @Test
  void blocksAreMadeWithTheKeyboardAloneAndTheServerTakesThem() {
    begin("en");
    write("## What is next");
    page.keyboard().press("Enter");
    page.keyboard().type("- one");
    page.keyboard().press("Enter");
    page.keyboard().type("two");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    page.keyboard().type("> We are glad");
    page.keyboard().press("Control+Shift+9");
    page.locator("dialog [name=attribution]").fill("Aigul Seitkali, mayor");
    page.keyboard().press("Enter");
    assertThat(page.locator("blockquote"))
        .hasAttribute("data-attribution", "Aigul Seitkali, mayor");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    page.locator("[data-action=table]").focus();
    page.keyboard().press("Enter");
    page.keyboard().type("Year");
    page.keyboard().press("Tab");
    page.keyboard().type("Share");
    saved();
    page.reload();
    assertThat(page.locator(".ProseMirror h2")).hasText("What is next");
    assertThat(page.locator(".ProseMirror li")).hasCount(2);
    assertThat(page.locator(".ProseMirror th").allTextContents())
        .isEqualTo(List.of("Year", "Share"));
    Body body = JsonMapper.shared().readValue(page.locator("[name=body]").inputValue(), Body.class);
    assertThat(body.html()).contains("<h2>What is next</h2>", "Aigul Seitkali, mayor", "<th");
  }

  @Test
  void theToolbarIsOneStopAndArrowsGoThroughIt() {
    begin("en");
    page.locator(".toolbar button").first().focus();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("[data-action=em]")).isFocused();
    page.keyboard().press("End");
    assertThat(page.locator("[data-action=redo]")).isFocused();
    page.keyboard().press("Escape");
    assertThat(page.locator(".ProseMirror")).isFocused();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Word, with a list of its own kind.
        "<p class=MsoNormal style='mso-x:1'>A <b>bold</b> word<o:p></o:p></p>"
            + "<p class=MsoListParagraphCxSpFirst style='mso-list:l0'><span style='mso-list:Ignore'>·"
            + " </span>one</p><p class=MsoListParagraphCxSpLast style='mso-list:l0'><span"
            + " style='mso-list:Ignore'>· </span>two</p>"
            + "| <p>A <strong>bold</strong> word</p><ul><li><p>one</p></li><li><p>two</p></li></ul>",
        // Google Docs wraps all in a bold that is none.
        "<b style='font-weight:normal' id='docs-internal-guid-1'><p style='color:red'><span"
            + " style='font-weight:700'>Bold</span> and <span style='font-style:italic'>slanted</span>"
            + "</p><br></b> | <p><strong>Bold</strong> and <em>slanted</em></p>",
        // Telegram parts paragraphs by line breaks.
        "<strong>First.</strong><br><br>Second. | <p><strong>First.</strong></p><p>Second.</p>",
        // A page of the web.
        "<div onclick='x()'><img src='https://tracker.example/1.gif'><p>See <a"
            + " href='https://news.example/a?utm_source=x&id=7'>this</a> and <a"
            + " href='javascript:alert(1)'>that</a></p><script>alert(1)</script></div>"
            + "| <p>See <a href='https://news.example/a?id=7'>this</a> and that</p>"
      })
  void whatIsPastedComesOutClean(String html, String shown) {
    begin("en");
    paste(html);
    assertThat(page.locator(".ProseMirror").innerHTML()).isEqualTo(shown.replace('\'', '"'));
  }

  @Test
  void whoElseIsAtAStoryIsShownToBoth() {
    String path = begin("en");
    try (Chromium elsewhere = new Chromium()) {
      elsewhere.signIn(server, "Berik", "reporter");
      Page his = elsewhere.window(360, ColorScheme.DARK, true).newPage();
      his.navigate(path);
      assertThat(his.locator("#here")).hasText(Pattern.compile(".*Aigerim"));
      assertThat(page.locator("#here")).hasText("Also here now: Berik");
    }
  }

  @Test
  void nothingIsOverwrittenWhenTwoWrite() {
    String path = begin("en");
    write("Both began here.");
    saved();
    Page other = window.newPage();
    other.navigate(path);
    other.locator("[name=lede]").fill("Hers");
    assertThat(other.locator("#status")).containsText("Saved at");
    page.locator("[name=lede]").fill("His");
    assertThat(page.locator(".overtaken")).isVisible();
    page.locator("[data-take=theirs]").click();
    assertThat(page.locator("[name=lede]")).hasValue("Hers");
    assertThat(page.locator(".ProseMirror")).hasText("Both began here.");
    page.locator("[data-take=back]").click();
    assertThat(page.locator("[name=lede]")).hasValue("His");
    assertThat(page.locator(".overtaken")).isHidden();
    saved();
  }

  @Test
  void whatTwoWroteIsPutTogetherAndContradictionsAreDecided() {
    String path = begin("en");
    page.locator("[name=headline]").fill("Bridge");
    write("Both began here.");
    saved();
    Page other = window.newPage();
    other.navigate(path);
    other.locator("[name=headline]").fill("Bridge opens");
    other.locator("[name=lede]").fill("Hers");
    assertThat(other.locator("#status")).containsText("Saved at");
    page.locator("[name=lede]").fill("His");
    assertThat(page.locator(".overtaken")).containsText("Here both of you changed the same");
    assertThat(page.locator(".torn fieldset")).hasCount(1);
    assertThat(page.locator(".torn fieldset")).containsText("Hers");
    page.locator(".torn [value=theirs]").check();
    // Goes on writing while it is to decide, and decides before that was saved.
    write(" He goes on.");
    page.locator("[data-take=merged]").click();
    if (page.locator("[data-take=merged]").isVisible()) {
      assertThat(page.locator(".torn [value=theirs]")).isChecked();
      page.waitForTimeout(1_000);
      page.locator("[data-take=merged]").click();
    }
    assertThat(page.locator("[name=headline]")).hasValue("Bridge opens");
    assertThat(page.locator("[name=lede]")).hasValue("Hers");
    assertThat(page.locator(".ProseMirror")).containsText("He goes on.");
    saved();
    page.reload();
    assertThat(page.locator("[name=headline]")).hasValue("Bridge opens");
    assertThat(page.locator(".ProseMirror")).containsText("He goes on.");
  }

  @Test
  void aNoteLeadsToItsPassageUntilThatIsWrittenAnew() {
    begin("en");
    write("Cars may cross.");
    page.keyboard().press("Enter");
    page.keyboard().type("Buses may not.");
    saved();
    assertThat(page.locator("#notes .to")).containsText("Buses may not.");
    page.locator("#notes [name=text]").fill("Why not?");
    page.locator("#notes > form button").click();
    assertThat(page.locator("#notes li")).containsText("Why not?");
    assertThat(page.locator(".ProseMirror .noted")).hasText("Buses may not.");
    page.locator(".ProseMirror p").first().click();
    page.locator("#notes .passage").click();
    assertThat(page.locator(".ProseMirror")).isFocused();
    page.keyboard().press("End");
    page.keyboard().type(" Not yet.");
    assertThat(page.locator(".ProseMirror .noted")).hasCount(0);
    page.locator("#notes .passage").click();
    assertThat(page.locator("#notes li")).containsText("written anew since");
    page.locator("#notes li form button").click();
    assertThat(page.locator("#notes li")).containsText("done, Aigerim");
    page.locator("#notes li form button").click();
    assertThat(page.locator("#notes li")).not().containsText("done, Aigerim");
    assertThat(page.locator(".ProseMirror")).containsText("Not yet.");
  }

  @Test
  void anOutsiderReadsADraftByItsLinkAndIsNotCounted() {
    begin("en");
    page.locator("[name=headline]").fill("The bridge opens");
    write("Cars may cross.");
    saved();
    page.locator("#previews summary").click();
    page.locator("#previews form button").click();
    assertThat(page.locator("#previews .handover a")).isVisible();
    assertThat(page.locator(".ProseMirror")).hasText("Cars may cross.");
    String link = page.locator("#previews .handover a").getAttribute("href");
    window.clearCookies();
    Page outsider = window.newPage();
    outsider.navigate(link);
    assertThat(outsider.locator("h1")).hasText("The bridge opens");
    assertThat(outsider.locator(".preview")).containsText("Preview, not published.");
    assertThat(outsider.locator(".prose")).containsText("Cars may cross.");
    assertThat(outsider.locator("[data-article]")).hasCount(0);
    assertThat(outsider.locator("meta[name=robots]")).hasAttribute("content", "noindex");
  }

  @Test
  void whatIsWrittenWithoutAConnectionSurvivesTheWindow() {
    String path = begin("en");
    window.setOffline(true);
    write("Written in a tunnel.");
    assertThat(page.locator("#status")).containsText("No connection");
    page.close();
    window.setOffline(false);
    page = window.newPage();
    page.navigate(path);
    assertThat(page.locator(".ProseMirror")).hasText("Written in a tunnel.");
    saved();
    page.reload();
    assertThat(page.locator(".ProseMirror")).hasText("Written in a tunnel.");
  }

  private String begin(String language) {
    page.navigate(server.uri("/newsroom/stories?lang=en").toString());
    page.locator("button[value=" + language + "]").click();
    assertThat(page.locator(".ProseMirror")).isVisible();
    return page.url();
  }

  private void write(String text) {
    page.locator(".ProseMirror").click();
    page.keyboard().type(text);
  }

  private void saved() {
    assertThat(page.locator("#status")).containsText("Saved at");
  }

  private void paste(String html) {
    Locator editor = page.locator(".ProseMirror");
    editor.click();
    editor.evaluate(
        """
        (element, html) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', html);
          element.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """,
        html);
  }
}
