package io.broadsheet.comments;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.TestReaders;
import io.broadsheet.articles.Articles;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** A story that everybody talks about: 50,000 threads, of which the first has 50,000 replies. */
@ParameterizedClass
@EnumSource(Dialect.class)
class LongDiscussionTest {
  private static final int MANY = 50_000;
  private static final int PAGE = 1_000;

  private final TestDatabase opened;
  private final long story;
  private final Comments comments;

  LongDiscussionTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    Outbox outbox = new Outbox(opened.database(), () -> NOON, JsonMapper.shared());
    Articles articles = new Articles(opened.database(), outbox, () -> NOON, JsonMapper.shared());
    story = articles.save(story("u:1", Language.EN, "Ferry")).id();
    comments =
        new Comments(
            opened.database(),
            articles,
            outbox,
            () -> NOON,
            TestReaders.ANYBODY,
            TestDatabase.comments());
    fill(1, "NULL", "i % 1000", "CASE WHEN i = 1 THEN " + MANY + " ELSE 0 END");
    fill(MANY + 1, "1", "0", "0");
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void eachThreadAndReplyIsReadOnceFromTheFirstPageToTheLast() {
    assertThat(walk(Order.OLDEST)).isSorted().hasSize(MANY);
    assertThat(walk(Order.NEWEST)).isSortedAccordingTo(Comparator.reverseOrder()).hasSize(MANY);
    assertThat(walk(Order.BEST))
        .isSortedAccordingTo(
            Comparator.comparingLong((Long id) -> id % 1000).thenComparingLong(id -> id).reversed())
        .doesNotHaveDuplicates()
        .hasSize(MANY);
    List<Long> replies = new ArrayList<>();
    long after = 0;
    Threads.Branch page;
    do {
      page = comments.thread(story, 1, after, PAGE).orElseThrow();
      page.replies().forEach(reply -> replies.add(reply.id()));
      after = replies.getLast();
    } while (page.more() > 0);
    assertThat(replies).isSorted().hasSize(MANY);
  }

  private List<Long> walk(Order order) {
    List<Long> ids = new ArrayList<>();
    Threads.Cursor next = null;
    do {
      Threads page = comments.threads(story, order, next, PAGE);
      page.threads().forEach(branch -> ids.add(branch.root().id()));
      next = page.next();
    } while (next != null);
    return ids;
  }

  private void fill(int first, String root, String rating, String replies) {
    opened
        .database()
        .write(
            sql ->
                sql.sql(
                        """
                        WITH RECURSIVE n(i) AS (SELECT %d UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                        INSERT INTO comment (article, root, parent, reader, origin, name, text,
                          fingerprint, state, rule, reason, at, replies, ups, downs, rating, reports,
                          listed)
                        SELECT :story, %s, %s, i, i, 'Reader', 'What a ferry', i, 'shown', '', '', :at,
                          %s, 0, 0, %s, 0, 1 FROM n
                        """
                            .formatted(first, first + MANY - 1, root, root, replies, rating))
                    .param("story", story)
                    .param("at", NOON.toEpochMilli())
                    .update());
  }
}
