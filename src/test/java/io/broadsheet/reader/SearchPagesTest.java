package io.broadsheet.reader;

import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Topic;
import io.broadsheet.search.TestSearch;
import io.broadsheet.settings.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;

class SearchPagesTest {
  private static final Topic CITY = new Topic("city", "Город");
  private static final Topic SPORT = new Topic("sport", "Спорт");

  private TestReader reader;
  private TestSearch search;
  private SearchPageController controller;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    reader = new TestReader();
    search = reader.searched(folder);
    controller = reader.searching(search.readers());
  }

  @AfterEach
  void close() {
    search.close();
    reader.close();
  }

  @ParameterizedTest
  @CsvSource({"ru, Поиск", "kk, Іздеу", "en, Search"})
  void beforeAQuestionThePageTellsHowToAsk(String language, String title) throws Exception {
    Document page = page(language, "", null, null, null, null);
    assertThat(page.select("h1").text()).isEqualTo(title);
    assertThat(page.select(".how li")).hasSize(5);
    assertThat(page.select(".tally, .list")).isEmpty();
  }

  @Test
  void anAnswerMarksTheWordsAndIsNarrowedByTopicYearAndLanguage() throws Exception {
    reader.articles.save(story("u:1", Language.RU, "Паром отменён", CITY));
    reader.articles.save(story("u:2", Language.RU, "Паромы вернулись", SPORT));
    reader.articles.save(story("u:3", Language.KK, "Паром тоқтады", CITY));
    reader.articles.save(story("u:4", Language.RU, "Мост закрыт", CITY));

    Document page = page("ru", "паромов", null, null, null, null);
    assertThat(page.select(".list h2").eachText())
        .containsExactlyInAnyOrder("Паром отменён", "Паромы вернулись");
    assertThat(page.select(".list mark").eachText()).contains("Паром", "Паромы");
    assertThat(page.select("title").text()).contains("паромов");
    assertThat(page.select("#q").val()).isEqualTo("паромов");
    assertThat(page.select(".facets a[href*=topic=city]").text()).startsWith("Город");

    page = page("ru", "паром", "city", null, null, null);
    assertThat(page.select(".facets [aria-current]").text()).startsWith("Город");
    assertThat(page.select(".list h2").eachText())
        .contains("Паром отменён")
        .doesNotContain("Паромы вернулись");
    assertThat(page("ru", "паром", null, "2019", null, null).select(".list li")).isEmpty();
    assertThat(page("ru", "паром", null, null, "kk", null).select(".list h2").eachText())
        .containsExactly("Паром тоқтады");
  }

  @Test
  void whatIsNotFoundIsSaidAndWhatWasMeantIsFound() throws Exception {
    reader.articles.save(story("u:1", Language.RU, "Президент прибыл", CITY));
    Document nothing = page("ru", "щщщщщ", null, null, null, null);
    assertThat(nothing.select(".tally").text()).isNotEmpty();
    assertThat(nothing.select(".note").text()).isNotEmpty();
    assertThat(nothing.select(".list li")).isEmpty();
    for (String typed : new String[] {"ghtpbltyn", "prezident", "призидент"}) {
      Document page = page("ru", typed, null, null, null, null);
      assertThat(page.select(".list h2").text()).as(typed).isEqualTo("Президент прибыл");
      assertThat(page.select(".note").text()).as(typed).contains("президент");
    }
    Document question = page("ru", "Когда же прибыл президент?", null, null, null, null);
    assertThat(question.select(".list h2").text()).isEqualTo("Президент прибыл");
  }

  @Test
  void nonsenseIsAnsweredAndItsMarkupShown() throws Exception {
    reader.articles.save(story("u:1", Language.RU, "Паром отменён", CITY));
    String script = "<script>alert(1)</script>\"'>";
    Document page = page("ru", script, "../..", "20260", "xx", "999999");
    assertThat(page.select("#q").val()).isEqualTo(script);
    assertThat(page.select("main script:not([src])")).isEmpty();
    assertThat(page("ru", "паром ".repeat(5_000), null, null, null, "0").select(".list li"))
        .hasSize(1);
    assertThat(page("ru", "паром", null, null, null, "100").select(".list li")).isEmpty();
  }

  private Document page(
      String language,
      String typed,
      @Nullable String topic,
      @Nullable String year,
      @Nullable String in,
      @Nullable String number)
      throws Exception {
    search.readers().flush();
    ResponseEntity<byte[]> answer =
        controller.answer(language, typed, topic, year, in, null, number);
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    return Jsoup.parse(
        new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8));
  }
}
