package io.broadsheet.articles;

import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes articles, keeps their earlier contents, and says what that means to readers. */
final class Saving {
  private static final int SETTLED_AT_ONCE = 100;

  private final ArticleRows rows;
  private final CorrectionRows corrections;
  private final Outbox outbox;
  private final InstantSource clock;

  Saving(ArticleRows rows, Outbox outbox, InstantSource clock) {
    this.rows = rows;
    this.corrections = new CorrectionRows(rows);
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What the clock makes of a submission. */
  private record Standing(State state, boolean listed, @Nullable Instant due) {}

  Saved save(JdbcClient sql, Submission submission) {
    Optional<Article> before = rows.byUri(sql, submission.uri());
    Article after = after(submission, before);
    if (before.isPresent() && before.get().equals(after)) {
      return new Saved(after.id(), Saved.Change.UNCHANGED);
    }
    if (before.isEmpty()) {
      Article inserted = insert(sql, after, standing(submission).due());
      tell(sql, before, inserted);
      return new Saved(inserted.id(), Saved.Change.NEW);
    }
    Article changed = withVersion(after, before.get().version() + 1);
    keepRevision(sql, before.get());
    update(sql, changed, standing(submission).due());
    tell(sql, before, changed);
    return new Saved(changed.id(), Saved.Change.CHANGED);
  }

  Saved.Change preview(JdbcClient sql, Submission submission) {
    Optional<Article> before = rows.byUri(sql, submission.uri());
    if (before.isEmpty()) {
      return Saved.Change.NEW;
    }
    return before.get().equals(after(submission, before))
        ? Saved.Change.UNCHANGED
        : Saved.Change.CHANGED;
  }

  List<Long> due(JdbcClient sql) {
    return sql.sql("SELECT id FROM article WHERE due_at <= :now ORDER BY due_at, id LIMIT :limit")
        .param("now", clock.millis())
        .param("limit", SETTLED_AT_ONCE)
        .query(Long.class)
        .list();
  }

  int settle(JdbcClient sql, List<Long> due) {
    for (Long id : due) {
      Article before = rows.byId(sql, id).orElseThrow();
      Submission again =
          before.again(before.state() == State.SCHEDULED ? State.PUBLISHED : before.state());
      Article after = withVersion(after(again, Optional.of(before)), before.version() + 1);
      update(sql, after, standing(again).due());
      tell(sql, Optional.of(before), after);
    }
    return due.size();
  }

  private Standing standing(Submission submission) {
    Instant now = clock.instant();
    Instant expires = submission.expires();
    return switch (submission.state()) {
      case PUBLISHED, SCHEDULED -> {
        Instant opens = submission.opens();
        if (opens != null && opens.isAfter(now)) {
          yield new Standing(State.SCHEDULED, false, opens);
        }
        boolean expired = expires != null && !expires.isAfter(now);
        Instant next = expired ? null : firstAfter(now, expires, submission.breakingUntil());
        yield new Standing(State.PUBLISHED, !expired, next);
      }
      case DRAFT, REVIEW, WITHDRAWN -> new Standing(submission.state(), false, null);
    };
  }

  private static @Nullable Instant firstAfter(Instant now, @Nullable Instant... times) {
    return Stream.of(times)
        .filter(time -> time != null && time.isAfter(now))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Article after(Submission submission, Optional<Article> before) {
    Standing standing = standing(submission);
    return new Article(
        before.map(Article::id).orElse(0L),
        submission.uri(),
        submission.story(),
        submission.language(),
        Slug.of(submission.content().headline()),
        submission.content(),
        standing.state(),
        standing.listed(),
        submission.published().truncatedTo(ChronoUnit.MILLIS),
        submission.updated().truncatedTo(ChronoUnit.MILLIS),
        millis(submission.embargo()),
        millis(submission.expires()),
        millis(submission.breakingUntil()),
        before.map(Article::version).orElse(1L));
  }

  private static @Nullable Instant millis(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Article withVersion(Article a, long version) {
    return with(a, a.id(), version);
  }

  private static Article with(Article a, long id, long version) {
    return new Article(
        id,
        a.uri(),
        a.story(),
        a.language(),
        a.slug(),
        a.content(),
        a.state(),
        a.listed(),
        a.published(),
        a.updated(),
        a.embargo(),
        a.expires(),
        a.breakingUntil(),
        version);
  }

  private Article insert(JdbcClient sql, Article article, @Nullable Instant due) {
    try {
      long id =
          bind(
                  sql.sql(
                      """
                      INSERT INTO article (uri, story, language, slug, state, listed, published_at,
                        updated_at, embargo_at, expires_at, breaking_until, due_at, version, teaser,
                        content)
                      VALUES (:uri, :story, :language, :slug, :state, :listed, :published,
                        :updated, :embargo, :expires, :breaking, :due, :version, :teaser, :content)
                      RETURNING id
                      """),
                  article,
                  due)
              .query(Long.class)
              .single();
      Article inserted = with(article, id, article.version());
      insertTopics(sql, inserted);
      corrections.keep(sql, inserted);
      return inserted;
    } catch (DuplicateKeyException e) {
      throw secondEdition(article);
    }
  }

  private void update(JdbcClient sql, Article article, @Nullable Instant due) {
    try {
      bind(
              sql.sql(
                  """
                  UPDATE article SET uri = :uri, story = :story, language = :language,
                    slug = :slug, state = :state, listed = :listed, published_at = :published,
                    updated_at = :updated, embargo_at = :embargo, expires_at = :expires,
                    breaking_until = :breaking, due_at = :due, version = :version, teaser = :teaser, content = :content
                  WHERE id = :id
                  """),
              article,
              due)
          .param("id", article.id())
          .update();
    } catch (DuplicateKeyException e) {
      throw secondEdition(article);
    }
    sql.sql("DELETE FROM article_topic WHERE article = :id").param("id", article.id()).update();
    insertTopics(sql, article);
    corrections.keep(sql, article);
  }

  private static InvalidArticle secondEdition(Article article) {
    return new InvalidArticle(
        "The story “"
            + article.story()
            + "” has another edition in “"
            + article.language()
            + "” already.");
  }

  private JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, Article article, @Nullable Instant due) {
    return statement
        .param("uri", article.uri())
        .param("story", article.story())
        .param("language", article.language().code())
        .param("slug", article.slug())
        .param("state", article.state().code())
        .param("listed", article.listed() ? 1 : 0)
        .param("published", article.published().toEpochMilli())
        .param("updated", article.updated().toEpochMilli())
        .param("embargo", epochMilli(article.embargo()), java.sql.Types.BIGINT)
        .param("expires", epochMilli(article.expires()), java.sql.Types.BIGINT)
        .param("breaking", epochMilli(article.breakingUntil()), java.sql.Types.BIGINT)
        .param("due", epochMilli(due), java.sql.Types.BIGINT)
        .param("version", article.version())
        .param("teaser", rows.write(ArticleRows.Summary.of(article.content())))
        .param("content", rows.write(article.content()));
  }

  private static @Nullable Long epochMilli(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  private static void insertTopics(JdbcClient sql, Article article) {
    for (Topic topic : article.content().topics()) {
      sql.sql(
              """
              INSERT INTO topic (language, slug, name) VALUES (:language, :slug, :name)
              ON CONFLICT (language, slug) DO UPDATE SET name = excluded.name
              WHERE topic.name <> excluded.name
              """)
          .param("language", article.language().code())
          .param("slug", topic.slug())
          .param("name", topic.name())
          .update();
      if (article.listed()) {
        sql.sql(
                """
                INSERT INTO article_topic (article, language, topic, published_at)
                VALUES (:article, :language, :topic, :published)
                """)
            .param("article", article.id())
            .param("language", article.language().code())
            .param("topic", topic.slug())
            .param("published", article.published().toEpochMilli())
            .update();
      }
    }
  }

  private void keepRevision(JdbcClient sql, Article before) {
    sql.sql(
            """
            INSERT INTO revision (article, version, at, content)
            VALUES (:article, :version, :at, :content)
            """)
        .param("article", before.id())
        .param("version", before.version())
        .param("at", clock.millis())
        .param("content", rows.write(before.content()))
        .update();
  }

  private void tell(JdbcClient sql, Optional<Article> before, Article after) {
    boolean wasPublished = before.isPresent() && before.get().state() == State.PUBLISHED;
    long id = after.id();
    Language language = after.language();
    Set<String> topics = slugs(after);
    Places places = places(before.orElse(after), after);
    boolean listed = after.listed();
    if (after.state() == State.PUBLISHED) {
      outbox.append(
          sql,
          wasPublished
              ? new ArticleChanged(id, language, topics, places, listed)
              : new ArticlePublished(id, language, topics, places, listed));
    } else if (wasPublished) {
      outbox.append(sql, new ArticleWithdrawn(id, language, topics, places, listed));
    } else {
      outbox.append(sql, new TextChanged(id));
    }
  }

  private static Places places(Article before, Article after) {
    Set<String> topics = slugs(before);
    topics.addAll(slugs(after));
    return new Places(
        EnumSet.of(before.language(), after.language()),
        new HashSet<>(List.of(before.story(), after.story())),
        topics);
  }

  private static Set<String> slugs(Article article) {
    return article.content().topics().stream()
        .map(Topic::slug)
        .collect(Collectors.toCollection(HashSet::new));
  }
}
