package io.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.settings.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ContentTest {

  @ParameterizedTest
  @ValueSource(strings = {"🚌", "❄️", "⌨️", "❗️", "👩‍🚀", "🇰🇿", "🌡"})
  void oneGraphemeOfEmojiIsAMarker(String emoji) {
    assertThat(withEmoji(emoji).emoji()).isEqualTo(emoji);
  }

  @ParameterizedTest
  @ValueSource(strings = {"🚌🚌", "A", "7", "", " ", "🚌 ", "<b>"})
  void anythingElseIsNot(String emoji) {
    assertThatThrownBy(() -> withEmoji(emoji)).isInstanceOf(InvalidArticle.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "\ud83d", "\ude00 x"})
  void aHeadlineIsTextThatBothDatabasesCanStore(String headline) {
    assertThatThrownBy(() -> TestArticles.content(headline)).isInstanceOf(InvalidArticle.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void readersSeeNothingWithoutAHeadline(String headline) {
    assertThatThrownBy(() -> TestArticles.story("u:1", Language.EN, headline))
        .hasMessage("The headline is missing.");
  }

  @Test
  void aHeadlineHasALength() {
    assertThat(TestArticles.content("x".repeat(300)).headline()).hasSize(300);
    assertThatThrownBy(() -> TestArticles.content("x".repeat(301)))
        .hasMessage("The headline is longer than 300 characters.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "//evil.example", "data:text/html,x", "http:", " "})
  void aLinkLeadsSomewhereSafe(String href) {
    assertThatThrownBy(() -> new Mark.Target(href)).isInstanceOf(InvalidArticle.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"top", "rates", "search", "City", "a--b", "-a", "город", ""})
  void aTopicNeedsAnAddressOfItsOwn(String slug) {
    assertThatThrownBy(() -> new Topic(slug, "Name")).isInstanceOf(InvalidArticle.class);
  }

  @Test
  void contentSurvivesItsJson() {
    JsonMapper json = JsonMapper.shared();
    Content content =
        new Content(
            "🚌",
            "Headline",
            "Lede",
            HtmlBody.parse(
                "<h2>A</h2><p>b <a href='https://a.example/'>c <b>d</b></a><br>e</p><ol start=3>"
                    + "<li>f</li></ol><blockquote><p>g</p></blockquote><hr>"
                    + "<table><tr><th>h</th><td>i</td></tr></table>"),
            List.of("One", "Two"),
            List.of(new Topic("city", "City")),
            "Town",
            List.of(new Picture("a".repeat(64), 3, 2, "#0a0b0c", "alt", "caption", "credit")),
            List.of(
                new Source(
                    "Hall",
                    Source.Kind.DOCUMENT,
                    "https://a.example/x",
                    java.time.LocalDate.parse("2026-01-02"))),
            List.of(new Correction(TestArticles.NOON, "A name was wrong.")));
    String written = json.writeValueAsString(content);
    assertThat(json.readValue(written, Content.class)).isEqualTo(content);
    assertThat(written).contains("\"type\":\"doc\"").contains("\"attrs\":{\"schema\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Паром пошёл через Ишим!|parom-poshel-cherez-ishim",
        "Қала күні: жаңа өткел ашылды|qala-kuni-zhana-otkel-ashyldy",
        "Ferry’s first day – £5|ferrys-first-day-5",
        "Élan vital|elan-vital",
        "🚌|story",
        "Щука|shchuka"
      })
  void aHeadlineIsWrittenInTheLettersOfAUrl(String headline, String slug) {
    assertThat(Slug.of(headline)).isEqualTo(slug);
  }

  @Test
  void aLongSlugEndsAtAWord() {
    String slug = Slug.of("word ".repeat(40));
    assertThat(slug.length()).isLessThanOrEqualTo(80);
    assertThat(slug).endsWith("word");
  }

  private static Content withEmoji(@Nullable String emoji) {
    Content plain = TestArticles.content("Headline");
    return new Content(
        emoji,
        plain.headline(),
        plain.lede(),
        plain.body(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of());
  }
}
