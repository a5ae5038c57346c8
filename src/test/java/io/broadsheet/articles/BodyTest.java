package io.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.settings.Language;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BodyTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PICTURE =
      "\"hash\":\"" + "0".repeat(64) + "\",\"width\":8,\"height\":6,\"color\":\"#336699\"";

  @Test
  void everyBlockSurvivesItsJson() {
    Body body = TestBodies.everyBlock(7, 9);
    String written = JSON.writeValueAsString(body);
    assertThat(Body.read(JSON, written)).isEqualTo(body);
    assertThat(written)
        .startsWith("{\"type\":\"doc\",\"attrs\":{\"schema\":2},\"content\":[")
        .contains(
            "{\"type\":\"story_link\",\"attrs\":{\"article\":7}}",
            "\"provider\":\"youtube\"",
            "\"focus\":{\"x\":20.0,\"y\":75.0}",
            "{\"type\":\"factbox\",\"attrs\":{\"title\":\"The ferry in figures\"},");
    assertThat(body.linkedArticles()).containsExactly(7L, 9L);
  }

  @Test
  void anOlderDocumentIsReadAsItWasAndBecomesOneOfThePresentSchema() {
    String old =
        "{'type':'doc','attrs':{'schema':1},'content':[{'type':'blockquote','content':["
            + "{'type':'paragraph','content':[{'type':'text','text':'a','marks':[]}]}]},"
            + "{'type':'table','content':[{'type':'table_row','content':[{'type':'table_cell',"
            + "'content':[]}]}]}]}";
    Body read = read(old);
    assertThat(read).isEqualTo(HtmlBody.parse("<blockquote>a</blockquote><table><td></table>"));
    assertThat(read.attrs().schema()).isEqualTo(2);
  }

  @Test
  void whatProseMirrorLeavesOutIsEmpty() {
    String sparse =
        "{'type':'doc','attrs':{'schema':2},'content':[{'type':'paragraph'},"
            + "{'type':'blockquote','attrs':{'attribution':null,'link':null},'content':["
            + "{'type':'paragraph','content':[{'type':'text','text':'a'}]}]},"
            + "{'type':'table','content':[{'type':'table_row','content':[{'type':'table_cell',"
            + "'attrs':{'colspan':1,'rowspan':1,'colwidth':null},'content':["
            + "{'type':'paragraph'}]}]}]}]}";
    assertThat(read(sparse).html())
        .isEqualTo(
            "<p></p><blockquote><p>a</p></blockquote>"
                + "<table><tbody><tr><td></td></tr></tbody></table>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'script'}|The body holds a “script” where no story can have one.",
        "{'type':'list_item'}|The body holds a “list_item” where no story can have one.",
        "{'type':'table','content':[{'type':'paragraph'}]}"
            + "|The body holds a “paragraph” where no story can have one.",
        "{'type':'heading','attrs':{'level':1}}|A heading of level 1 is not 2 to 4.",
        "{'type':'heading'}|A heading has no level.",
        "{'type':'paragraph','content':[null]}"
            + "|The body has a gap (null) where something should stand.",
        "{'type':'story_link'}|A link to a story does not say to which.",
        "{'type':'story_link','attrs':{'article':-1}}|A link to the story -1 leads nowhere.",
        "{'type':'factbox','attrs':{'title':' '}}|The title of a box of facts is missing.",
        "{'type':'factbox','attrs':{'title':'T'},'content':[{'type':'horizontal_rule'}]}"
            + "|A box of facts holds paragraphs and lists, nothing else.",
        "{'type':'factbox','attrs':{'title':'T'},'content':"
            + "[{'type':'factbox','attrs':{'title':'T'}}]}"
            + "|A box of facts holds paragraphs and lists, nothing else.",
        "{'type':'blockquote','content':[{'type':'story_link','attrs':{'article':1}}]}"
            + "|A link to a story cannot stand within a quotation.",
        "{'type':'blockquote','attrs':{'link':'javascript:alert(1)'}}"
            + "|“javascript:alert(1)” is not a link that readers may be led to.",
        "{'type':'blockquote','attrs':{'link':'mailto:a@a.example'}}"
            + "|The link of a quotation leads to a page of the web, not to “mailto:a@a.example”.",
        "{'type':'embed','attrs':{'url':'https://x.com/a','provider':'myspace'}}"
            + "|“myspace” is no provider of embedded pages that we know.",
        "{'type':'table','content':[{'type':'table_row','content':"
            + "[{'type':'table_cell','attrs':{'colspan':21}}]}]}"
            + "|A cell that reaches over 21 columns or rows is not of 1 to 20.",
        "{'type':'table','content':[{'type':'table_row','content':"
            + "[{'type':'table_cell','attrs':{'rowspan':0}}]}]}"
            + "|A cell that reaches over 0 columns or rows is not of 1 to 20."
      })
  void whatNoStoryHasIsRefusedWithAReason(String block, String reason) {
    assertThatThrownBy(() -> read(document(block)))
        .isInstanceOf(InvalidArticle.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{'type':'doc','content':[]}", "7"})
  void whatIsNoDocumentIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidArticle.class);
  }

  @Test
  void aDocumentOfALaterSchemaIsNotGuessedAt() {
    assertThatThrownBy(() -> read("{'type':'doc','attrs':{'schema':3},'content':[]}"))
        .hasMessage("The body is not a document of schema 1 or 2.");
  }

  @Test
  void aPictureInTheTextSaysWhatIsSeenOnIt() {
    assertThatThrownBy(() -> read(document("{'type':'figure','attrs':{" + PICTURE + "}}")))
        .hasMessage("The alternative text of a picture in the text is missing.");
    Body body = read(document("{'type':'figure','attrs':{" + PICTURE + ",'alt':'A \\u0022b'}}"));
    assertThat(body.html())
        .isEqualTo(
            "<figure><picture><source type=\"image/webp\" srcset=\"/media/%s-8.webp 8w\""
                    .formatted("0".repeat(64))
                + " sizes=\"min(43rem, 92vw)\"><img src=\"/media/%s-8.jpg\" width=\"8\" height=\"6\" data-c=\"#336699\" alt=\"A &quot;b\""
                    .formatted("0".repeat(64))
                + " loading=\"lazy\" decoding=\"async\"></picture></figure>");
    assertThat(body.html("https://a.example", Insets.none()))
        .contains("src=\"https://a.example/media/0", "srcset=\"https://a.example/media/0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'x':-1,'y':5}", "{'x':5,'y':100.1}", "{'x':'NaN','y':5}"})
  void aFocusLiesWithinItsPicture(String focus) {
    String figure = "{'type':'figure','attrs':{" + PICTURE + ",'alt':'A','focus':" + focus + "}}";
    assertThatThrownBy(() -> read(document(figure))).isInstanceOf(InvalidArticle.class);
  }

  @Test
  void everyBlockBecomesMarkupThatReadersKnow() {
    Document page = Jsoup.parse(TestBodies.everyBlock().html());
    assertThat(page.select("figure > blockquote[cite] > p").text()).isEqualTo("We shall see.");
    assertThat(page.select("figure > blockquote + figcaption").text())
        .isEqualTo("— Aigul Seitova, captain");
    assertThat(page.select("figcaption > a").attr("href")).isEqualTo("https://a.example/?a=1&b=2");
    assertThat(page.select("body > blockquote").text()).isEqualTo("Nobody said this.");
    assertThat(page.select("figure img").attr("alt")).isEqualTo(TestBodies.PICTURE.alt());
    assertThat(page.select("figure > picture + figcaption").text())
        .isEqualTo("The ferry. A. Photographer");
    assertThat(page.select("p.embed").eachText())
        .containsExactly("YouTube The crossing", "Telegram t.me/channel/5");
    assertThat(page.select("p.embed").eachAttr("data-player"))
        .containsExactly("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ");
    assertThat(page.select("p.embed > a[rel='noopener nofollow']").eachAttr("href"))
        .containsExactly("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://t.me/channel/5");
    assertThat(page.select("iframe, script, object, embed")).isEmpty();
    assertThat(page.select("aside[aria-label='The ferry in figures'] > h2").text())
        .isEqualTo("The ferry in figures");
    assertThat(page.select("aside li").eachText()).containsExactly("60 seats", "12 cars");
    assertThat(page.select("thead th[scope=col]").eachText()).containsExactly("Day", "Crossings");
    assertThat(page.select("thead th[colspan=2]").text()).isEqualTo("Crossings");
    assertThat(page.select("tbody th[scope=row]").eachText()).containsExactly("Monday", "Tuesday");
  }

  @Test
  void aTableWithManyColumnsScrollsByItselfAndAHeadingThatReachesDownHeadsNoTable() {
    assertThat(HtmlBody.parse("<table><tr><td>1<td>2<td>3<td>4<td>5</table>").html())
        .startsWith("<div class=\"wide\" tabindex=\"0\"><table><tbody>")
        .endsWith("</table></div>");
    assertThat(HtmlBody.parse("<table><tr><th rowspan=2>a<th>b<tr><td>c</table>").html())
        .isEqualTo(
            "<table><tbody><tr><th scope=\"row\" rowspan=\"2\">a</th><th>b</th></tr>"
                + "<tr><td>c</td></tr></tbody></table>");
  }

  @Test
  void aLinkedStoryIsShownUnderItsPresentHeadlineAndNotAtAllWhileItIsNotPublished() {
    Teaser teaser =
        new Teaser(
            7,
            io.broadsheet.settings.Language.EN,
            "/en/city/x-7",
            null,
            "A \"b\" <c>",
            "",
            null,
            null,
            Instant.EPOCH,
            Instant.EPOCH);
    Body body =
        Body.of(
            List.of(
                new Block.StoryLink(new Block.Linked(7)),
                new Block.StoryLink(new Block.Linked(8)),
                new Block.Chart(new RateChart(3, RateChart.Span.WEEK, "The \"dollar\""))));
    assertThat(body.html("", Insets.plain("https://a.example", Language.EN, List.of(teaser))))
        .isEqualTo(
            "<p><a href=\"https://a.example/en/city/x-7\">A &quot;b&quot; &lt;c&gt;</a></p>"
                + "<p><a href=\"https://a.example/en/rates/history?series=3&amp;span=week\">"
                + "The &quot;dollar&quot;</a></p>");
    assertThat(body.html()).isEqualTo("<p>The &quot;dollar&quot;</p>");
    assertThat(body.text()).isEqualTo("The \"dollar\"");
  }

  @Test
  void whateverStandsInAnAttributeStaysText() {
    long seed = System.nanoTime();
    System.out.println("BodyTest seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "\"><script>alert(1)</script>",
      "'",
      "\"",
      "<img onerror=x>",
      "&quot;",
      "&#34;",
      "--",
      "\\",
      " onclick=x ",
      "</aside>",
      "</a>",
      "javascript:",
      "\n",
      "=",
      "<!--",
      "]]>",
      "é"
    };
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(6); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      String hostile = text.toString();
      Picture picture =
          new Picture("0".repeat(64), 8, 6, "#336699", hostile, hostile, hostile, null);
      Body body =
          Body.of(
              List.of(
                  new Block.Figure(picture),
                  new Block.Quote(
                      new Attribution(hostile, "https://a.example/'x'"),
                      List.of(TestBodies.paragraph(hostile))),
                  new Block.Factbox(new Block.Title(hostile), List.of()),
                  new Block.Embed(
                      new Embedded("https://a.example/?'&lt;", Provider.OTHER, hostile))));
      Document page = Jsoup.parse(body.html());
      assertThat(page.select("script, [onclick], [onerror], body > a")).as(hostile).isEmpty();
      assertThat(page.select("img").attr("alt")).isEqualTo(hostile);
      assertThat(page.select("img")).hasSize(1);
      assertThat(page.select("aside").attr("aria-label")).isEqualTo(hostile);
      assertThat(page.body().children()).as(hostile).hasSize(4);
    }
  }

  @Test
  void theWordsAreThoseThatReadersSee() {
    assertThat(TestBodies.everyBlock(7).text())
        .contains("Aigul Seitova, captain", "The ferry in figures", "The crossing", "60 seats")
        .doesNotContain("gulls", "example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Паром пошёл через Ишим|4",
        "Қала күні: жаңа өткел ашылды|5",
        "The ferry’s first day – £5, isn't it?|7",
        "что-то по-новому и\u0306од|3",
        "2,7 млрд тенге, 13.5 %|4",
        "18\u00a0400 тонн|3",
        "«Айлақ»… — !|1",
        "ау\u00adыл 👩‍👩‍👧 ❄️ a_b|3",
        "'' - -|0"
      })
  void wordsAreCountedAsPeopleCountThem(String text, int words) {
    assertThat(HtmlBody.plain(text).words()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "180, 1", "181, 2", "360, 2", "361, 3", "1800, 10"})
  void readingTakesAMinuteForEvery180WordsAndNeverNone(int words, int minutes) {
    assertThat(HtmlBody.plain("слово ".repeat(words)).minutes()).isEqualTo(minutes);
  }

  private static Body read(String json) {
    return Body.read(JSON, json.replace('\'', '"'));
  }

  private static String document(String block) {
    return "{'type':'doc','attrs':{'schema':2},'content':[" + block + "]}";
  }
}
