package io.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.articles.Correction;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.Source;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Topic;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.settings.Language;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NinjsReaderTest {
  private final NinjsReader reader = new NinjsReader(TestDatabase.settings(null).site());

  @Test
  void aStoryOfVersionThreeIsReadWhole() {
    NinjsItem.Story story =
        story(
            """
            {"standard": {"name": "ninjs", "version": "3.0"}, "uri": "urn:x:1", "type": "text",
             "language": "kk-KZ", "firstCreated": "2026-11-20T10:00:00+05:00",
             "versionCreated": "2026-11-20T11:00:00.123+05:00", "pubStatus": "usable",
             "expires": "2026-12-01T00:00:00Z",
             "altIds": [{"role": "desk", "value": "7"}, {"role": "story", "value": "s:1"}],
             "headlines": [{"role": "short", "value": "Паром"}, {"role": "emoji", "value": "⛴"},
                           {"role": "main", "value": " Паром жүрді "}],
             "descriptions": [{"role": "summary", "contentType": "text/html",
                               "value": "<p>Ол <b>жүрді</b>.</p>"}],
             "bodies": [{"role": "teaser", "contentType": "text/plain", "value": "no"},
                        {"role": "main", "contentType": "text/html", "value": "<p>Иә.</p>"}],
             "by": "A. Reporter", "located": "Elsewhere",
             "subjects": [{"uri": "topic:city", "name": "Қала"}, {"name": "Көлік және жол"},
                          {"uri": "http://cv.iptc.org/newscodes/mediatopic/04000000",
                           "name": "economy"}, {"uri": "topic:city", "name": "again"}],
             "places": [{"name": "Тасөткел"}, {"name": "Other"}],
             "infoSources": [
               {"name": "Әкімдік", "role": "official", "uri": "https://town.example/1"},
               {"name": "Agency", "roles": ["wire"], "uri": "urn:agency"},
               {"name": "Report", "role": "document", "contentcreated": "2026-11-01"},
               {"name": "Own", "role": "own", "literal": "2026-11-02"}],
             "corrections": [{"at": "2026-11-20T12:00:00Z", "note": "It was two."}]}
            """);
    assertThat(story.uri()).isEqualTo("urn:x:1");
    assertThat(story.story()).isEqualTo("s:1");
    assertThat(story.language()).isEqualTo(Language.KK);
    assertThat(story.state()).isEqualTo(State.PUBLISHED);
    assertThat(story.first()).isEqualTo("2026-11-20T05:00:00Z");
    assertThat(story.version()).isEqualTo("2026-11-20T06:00:00.123Z");
    assertThat(story.expires()).isEqualTo("2026-12-01T00:00:00Z");
    assertThat(story.embargo()).isNull();
    assertThat(story.content().headline()).isEqualTo("Паром жүрді");
    assertThat(story.content().emoji()).isEqualTo("⛴");
    assertThat(story.content().lede()).isEqualTo("Ол жүрді.");
    assertThat(story.content().body().html()).isEqualTo("<p>Иә.</p>");
    assertThat(story.content().bylines()).containsExactly("A. Reporter");
    assertThat(story.content().place()).isEqualTo("Тасөткел");
    assertThat(story.content().topics())
        .containsExactly(
            new Topic("city", "Қала"),
            new Topic("kolik-zhane-zhol", "Көлік және жол"),
            new Topic("economy", "economy"));
    assertThat(story.content().sources())
        .containsExactly(
            new Source("Әкімдік", Source.Kind.OFFICIAL, "https://town.example/1", null),
            new Source("Agency", Source.Kind.WIRE, null, null),
            new Source("Report", Source.Kind.DOCUMENT, null, LocalDate.of(2026, 11, 1)),
            new Source("Own", Source.Kind.OWN, null, LocalDate.of(2026, 11, 2)));
    assertThat(story.content().corrections())
        .containsExactly(new Correction(Instant.parse("2026-11-20T12:00:00Z"), "It was two."));
    assertThat(story.notes()).isEmpty();
  }

  @Test
  void aStoryOfVersionOneIsReadToo() {
    NinjsItem.Story story =
        story(
            """
            {"uri": "u", "language": "en-US", "versioncreated": "2026-11-20T07:00:00Z",
             "headline": "Ferry", "byline": "By A. Reporter", "description_text": "It runs.",
             "body_text": "One.\\n\\nTwo,\\nthree.", "altids": {"story": "s"},
             "subject": [{"code": "04000000", "name": "Economy"}, {"code": "transport"}],
             "place": [{"name": "Town"}], "infosource": [{"name": "Agency", "role": "provider"}]}
            """);
    assertThat(story.story()).isEqualTo("s");
    assertThat(story.content().headline()).isEqualTo("Ferry");
    assertThat(story.content().bylines()).containsExactly("By A. Reporter");
    assertThat(story.content().lede()).isEqualTo("It runs.");
    assertThat(story.content().body().html()).isEqualTo("<p>One.</p><p>Two,<br>three.</p>");
    assertThat(story.content().place()).isEqualTo("Town");
    assertThat(story.content().topics())
        .containsExactly(new Topic("economy", "Economy"), new Topic("transport", "transport"));
    assertThat(story.content().sources())
        .containsExactly(new Source("Agency", Source.Kind.WIRE, null, null));
  }

  @Test
  void markupGoesBeforeThePlainTextOfTheSameStory() {
    assertThat(
            story(
                    """
                    {"uri": "u", "language": "en", "headline": "x", "bodies": [
                      {"role": "main", "contentType": "text/plain", "value": "One. Two."},
                      {"role": "richtext", "contentType": "application/xhtml+xml",
                       "value": "<p>One.</p><p>Two.</p>"}]}
                    """)
                .content()
                .body()
                .html())
        .isEqualTo("<p>One.</p><p>Two.</p>");
  }

  @Test
  void bylinesAreThoseOfVersionTwoElseTheAuthorsElseTheLine() {
    String people = "\"people\": [{\"name\": \"P\", \"rel\": \"author\"}, {\"name\": \"Q\"}]";
    assertThat(bylines("\"bylines\": [{\"byline\": \"A\"}, {\"byline\": \"B\"}], \"by\": \"C\""))
        .containsExactly("A", "B");
    assertThat(bylines(people + ", \"by\": \"C\"")).containsExactly("P");
    assertThat(bylines("\"by\": \"A, B and C\"")).containsExactly("A, B and C");
    assertThat(bylines("\"type\": \"text\"")).isEmpty();
  }

  @Test
  void anEmbargoIsWhenAStoryIsPublished() {
    NinjsItem.Story story =
        story(
            """
            {"uri": "u", "language": "en", "headline": "x",
             "firstcreated": "2026-11-18T07:00:00Z", "versioncreated": "2026-11-19T07:00:00Z",
             "embargoed": "2026-11-20T07:00:00Z"}
            """);
    assertThat(story.embargo()).isEqualTo("2026-11-20T07:00:00Z").isEqualTo(story.first());
    assertThat(story.version()).isEqualTo(story.first());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T07:00:00Z, 2026-11-20T07:00:00Z",
    "2026-11-20t07:00:00z, 2026-11-20T07:00:00Z",
    "2026-11-20T12:00:00+05:00, 2026-11-20T07:00:00Z",
    "2026-11-20T12:00:00+0500, 2026-11-20T07:00:00Z",
    "2026-11-20T12:00:00, 2026-11-20T07:00:00Z",
    "2026-11-20 12:00, 2026-11-20T07:00:00Z",
    "2026-11-20T12:00:00.5, 2026-11-20T07:00:00.500Z",
    "2026-11-20, 2026-11-19T19:00:00Z"
  })
  void timesWithoutAnOffsetAreTheSites(String text, String instant) {
    assertThat(
            story(
                    "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"versioncreated\": \""
                        + text
                        + "\"}")
                .version())
        .isEqualTo(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"uri\": 7}",
        "{\"uri\": \" \", \"language\": \"en\", \"headline\": \"x\"}",
        "{\"uri\": \"u\", \"headline\": \"x\"}",
        "{\"uri\": \"u\", \"language\": \"en\"}",
        "{\"uri\": \"u\", \"language\": \"de\", \"headline\": \"x\"}",
        "{\"uri\": \"u\", \"language\": [\"en\"], \"headline\": \"x\"}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headline\": {\"a\": 1}}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headlines\": \"x\"}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headlines\": [\"x\"]}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headlines\": [{\"value\": 7}]}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headlines\": 7, \"headline\": \"x\"}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"type\": \"picture\"}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"pubstatus\": \"new\"}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"representationType\": \"partial\"}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"versioncreated\": \"soon\"}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"versioncreated\": 1700000000}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"bodies\": [{\"value\": [1]}]}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"infosources\": [{\"uri\": \"a:b\"}]}",
        "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"corrections\": [{\"note\": \"n\"}]}"
      })
  void whatIsNoStoryOfThisSiteIsRefused(String json) {
    assertThatThrownBy(() -> reader.read(Json.object(json))).isInstanceOf(Unfit.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"headline\": \"a\\u0000b\"",
        "\"headline\": \"a\\ud800b\"",
        "\"headline\": \"x\", \"headlines\": [{\"role\": \"emoji\", \"value\": \"xyz\"}, {\"value\": \"x\"}]",
        "\"headline\": \"x\", \"body_text\": \"a\\u0000b\"",
        "\"headline\": \"x\", \"subjects\": [{\"uri\": \"topic:../etc\", \"name\": \"x\"}]",
        "\"headline\": \"x\", \"subjects\": [{\"uri\": \"topic:top\", \"name\": \"x\"}]"
      })
  void whatNoArticleMayHoldIsRefused(String members) {
    assertThatThrownBy(
            () ->
                reader.read(Json.object("{\"uri\": \"u\", \"language\": \"en\", " + members + "}")))
        .isInstanceOf(InvalidArticle.class);
  }

  @Test
  void aTopicWhoseNameIsReservedGetsAnotherSlug() {
    assertThat(
            story(
                    "{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", \"subjects\": [{\"name\": \"Rates\"}]}")
                .content()
                .topics())
        .containsExactly(new Topic("rates-news", "Rates"));
  }

  @Test
  void whatIsLeftOutIsNoted() {
    NinjsItem.Story story =
        story(
            """
            {"uri": "u", "language": "en", "headline": "x", "subjects": [{"rel": "about"}],
             "infosources": [{"name": "A", "uri": "http://not a link"}]}
            """);
    assertThat(story.notes()).hasSize(2);
    assertThat(story.content().sources())
        .containsExactly(new Source("A", Source.Kind.OFFICIAL, null, null));
  }

  private java.util.List<String> bylines(String members) {
    return story("{\"uri\": \"u\", \"language\": \"en\", \"headline\": \"x\", " + members + "}")
        .content()
        .bylines();
  }

  private NinjsItem.Story story(String json) {
    return (NinjsItem.Story) reader.read(Json.object(json));
  }
}
