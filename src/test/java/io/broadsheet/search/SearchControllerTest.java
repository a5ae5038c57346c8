package io.broadsheet.search;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Editions;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SearchControllerTest {
  private final TestDatabase opened = TestDatabase.open(Dialect.SQLITE);
  private final Outbox outbox = new Outbox(opened.database(), () -> NOON, JsonMapper.shared());
  private final Articles articles =
      new Articles(opened.database(), outbox, () -> NOON, JsonMapper.shared());

  private TestSearch searches;
  private SearchController controller;

  @BeforeEach
  void open(@TempDir Path folder) {
    searches =
        TestSearch.open(
            folder, new Editions(opened.database(), JsonMapper.shared()), outbox, () -> NOON);
    controller = new SearchController(searches.readers(), articles, TestDatabase.settings(null));
  }

  @AfterEach
  void close() {
    searches.close();
    outbox.stop();
    opened.close();
  }

  @Test
  void anAnswerHasTheAddressUnderWhichAStoryCameAndWhereItsWordsStand() throws Exception {
    articles.save(story("urn:x:1", Language.RU, "Президент прибыл"));
    articles.save(story("urn:x:2", Language.KK, "Президенттің сапары"));
    SearchController.Answer answer = ask("президентов", "ru", null, null);
    assertThat(answer.total()).isEqualTo(1);
    assertThat(answer.complete()).isTrue();
    assertThat(answer.items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.uri()).isEqualTo("urn:x:1");
              assertThat(item.url()).isEqualTo("/ru/news/prezident-pribyl-" + item.id());
              assertThat(item.headline()).isEqualTo("Президент прибыл");
              assertThat(item.score()).isPositive();
              assertThat(item.marks()).isNotEmpty();
              assertThat(
                      item.snippet()
                          .substring(item.marks().get(0).get(0), item.marks().get(0).get(1)))
                  .isEqualTo("Президент");
            });
    assertThat(ask("президент", "", null, null).total()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?",
        "*",
        "*езидент",
        "пр*",
        "\"",
        "((((",
        "AND OR NOT",
        "a:b:c",
        "-",
        "--",
        "field:[* TO *]",
        "\u0000",
        "президент~99",
        "президент^1e99",
        "/(a+)+$/",
        "source:",
        "after:99999-99-99",
        "\ud83d"
      })
  void noTextIsRefused(String text) throws Exception {
    articles.save(story("urn:x:1", Language.RU, "Президент прибыл"));
    assertThat(ask(text, "ru", "x", "-7").total()).isBetween(0, 1);
    assertThat(ask(text.repeat(5_000), "zz", "99999999", "2000").items()).isEmpty();
  }

  @Test
  void pagesAreCutOutOfTheFirstThousand() throws Exception {
    for (int i = 0; i < 12; i++) {
      articles.save(story("urn:x:" + i, Language.EN, "Ferry " + i));
    }
    assertThat(ask("ferry", "en", null, null).items()).hasSize(10);
    assertThat(ask("ferry", "en", "5", "10").items()).hasSize(2);
    assertThat(ask("ferry", "en", "5", "10").total()).isEqualTo(12);
    assertThat(ask("ferry", "en", "0", "0").items()).hasSize(1);
    assertThat(ask("ferry", "en", "10", "1000").items()).isEmpty();
  }

  @Test
  void whatIsBeingTypedIsCompletedFromPublishedStoriesAlone() throws Exception {
    articles.save(story("urn:x:1", Language.RU, "Президент прибыл"));
    articles.save(story("urn:x:2", Language.RU, "Президентов не было"));
    searches.readers().flush();
    SearchController.Suggested suggested =
        Objects.requireNonNull(controller.suggest("новый през", "ru").getBody());
    assertThat(suggested.texts()).contains("новый президент", "новый президентов");
    suggested = Objects.requireNonNull(controller.suggest("през", "ru").getBody());
    assertThat(suggested.stories())
        .extracting(SearchController.Headline::headline)
        .containsExactly("Президентов не было", "Президент прибыл");
    suggested = Objects.requireNonNull(controller.suggest("п", "ru").getBody());
    assertThat(suggested.texts()).isEmpty();
    suggested = Objects.requireNonNull(controller.suggest("през", "en").getBody());
    assertThat(suggested.texts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ru,prez,президент,1",
    "ru,ghtp,президент,1",
    "ru,новый prez,новый президент,0",
    "ru,'ghb,sk ghtp',прибыл президент,1",
    "kk,қаз,қазан,1",
    "kk,каз,қазан,1",
    "kk,qaz,қазан,1",
    "kk,rfp,қазан,1",
    "kk,казан,қазан,1",
    "kk,ushaghy,ұшағы,1",
    "kk,казан уш,казан ұшағы,1",
    "kk,𝒌𝒂,,0",
    "ru,ьь,,0",
  })
  void whatIsTypedInAnotherAlphabetOrLayoutIsCompletedToo(
      String language, String typed, @Nullable String completed, int stories) throws Exception {
    articles.save(story("urn:x:1", Language.RU, "Президент прибыл"));
    articles.save(story("urn:x:2", Language.KK, "Қазан ұшағы"));
    searches.readers().flush();
    SearchController.Suggested suggested =
        Objects.requireNonNull(controller.suggest(typed, language).getBody());
    assertThat(suggested.texts()).isEqualTo(Stream.ofNullable(completed).toList());
    assertThat(suggested.stories()).hasSize(stories);
  }

  private SearchController.Answer ask(
      String q, String lang, @Nullable String limit, @Nullable String offset)
      throws InterruptedException {
    searches.readers().flush();
    return Objects.requireNonNull(controller.find(q, lang, limit, offset).getBody());
  }
}
