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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class SearchTest {
  private final TestDatabase opened;
  private final Articles articles;
  private final Outbox outbox;
  private final TestSearch searches;
  private final Search search;

  SearchTest(Dialect dialect) throws IOException {
    Path folder = Files.createTempDirectory("broadsheet-search");
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> NOON, json);
    articles = new Articles(opened.database(), outbox, () -> NOON, json);
    searches = TestSearch.open(folder, new Editions(opened.database(), json), outbox, () -> NOON);
    search = searches.readers();
  }

  @AfterEach
  void close() {
    searches.close();
    outbox.stop();
    opened.close();
  }

  @Test
  void storiesWithMostOfTheWordsComeFirst() throws Exception {
    long both = save("urn:1", Language.RU, "Паром вернулся к мосту");
    long one = save("urn:2", Language.RU, "Паром отменён");
    assertThat(find("паром у моста")).containsExactly(both, one);
    assertThat(find("Кто видел паром у моста?")).containsExactly(both, one);
  }

  private long save(String uri, Language language, String headline) {
    return articles.save(story(uri, language, headline)).id();
  }

  private List<Long> find(String text) throws InterruptedException {
    search.flush();
    return search.ask(Question.of(text, null), 0, 10).hits().stream()
        .map(Found.Hit::article)
        .toList();
  }
}
