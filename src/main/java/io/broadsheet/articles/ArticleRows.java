package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads articles from their table. */
final class ArticleRows {
  private static final String TEASER =
      "SELECT a.id, a.language, a.slug, a.published_at, a.updated_at, a.teaser FROM article a ";

  private final JsonMapper json;

  ArticleRows(JsonMapper json) {
    this.json = json;
  }

  /** What lists show, kept beside the content so that a list need not read bodies. */
  record Summary(
      @Nullable String emoji,
      String headline,
      String lede,
      @Nullable Topic topic,
      @Nullable Picture picture) {
    static Summary of(Content content) {
      return new Summary(
          content.emoji(),
          content.headline(),
          content.lede(),
          content.topics().isEmpty() ? null : content.topics().getFirst(),
          content.pictures().isEmpty() ? null : content.pictures().getFirst());
    }
  }

  String write(Object value) {
    return json.writeValueAsString(value);
  }

  Optional<Article> byId(JdbcClient sql, long id) {
    return sql.sql("SELECT * FROM article WHERE id = :id")
        .param("id", id)
        .query(this::article)
        .optional();
  }

  /** Returns what an article said in this version of it. */
  Content contentAt(JdbcClient sql, Article now, long version) {
    if (version >= now.version()) {
      return now.content();
    }
    // A version that changed only its state kept no content of its own: the next one tells it.
    return sql.sql(
            """
            SELECT content FROM revision WHERE article = :article AND version >= :version
            ORDER BY version LIMIT 1
            """)
        .param("article", now.id())
        .param("version", version)
        .query((row, n) -> json.readValue(row.getString("content"), Content.class))
        .optional()
        .orElse(now.content());
  }

  /** Returns the word that stands in place of an article that was withdrawn; may be empty. */
  String lastWord(JdbcClient sql, long article) {
    return sql.sql("SELECT word FROM withdrawal WHERE article = :article")
        .param("article", article)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** Notes the word in place of an article. */
  void keepLastWord(JdbcClient sql, long article, String word) {
    sql.sql(
            """
            INSERT INTO withdrawal (article, word) VALUES (:article, :word)
            ON CONFLICT (article) DO UPDATE SET word = excluded.word
            """)
        .param("article", article)
        .param("word", word)
        .update();
  }

  List<Revision> revisions(JdbcClient sql, Article now, int limit) {
    record Replaced(long version, Instant at, Content content) {}
    List<Replaced> before =
        sql.sql(
                """
                SELECT version, at, content FROM revision WHERE article = :article
                ORDER BY version DESC LIMIT :limit
                """)
            .param("article", now.id())
            .param("limit", limit)
            .query(
                (row, n) ->
                    new Replaced(
                        row.getLong("version"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        json.readValue(row.getString("content"), Content.class)))
            .list();
    List<Revision> all = new ArrayList<>();
    long version = now.version();
    Content content = now.content();
    // What replaced one began when that one ended.
    for (Replaced one : before) {
      all.add(new Revision(version, one.at(), content));
      version = one.version();
      content = one.content();
    }
    if (all.size() < limit) {
      all.add(new Revision(version, null, content));
    }
    return all;
  }

  Optional<Article> byUri(JdbcClient sql, String uri) {
    return sql.sql("SELECT * FROM article WHERE uri = :uri")
        .param("uri", uri)
        .query(this::article)
        .optional();
  }

  Optional<Long> idOf(JdbcClient sql, String uri) {
    return sql.sql("SELECT id FROM article WHERE uri = :uri")
        .param("uri", uri)
        .query(Long.class)
        .optional();
  }

  List<Teaser> latest(JdbcClient sql, Language language, int offset, int limit) {
    return sql.sql(
            TEASER
                + """
                WHERE a.listed = 1 AND a.language = :language
                ORDER BY a.published_at DESC, a.id DESC LIMIT :limit OFFSET :offset
                """)
        .param("language", language.code())
        .param("limit", limit)
        .param("offset", offset)
        .query(this::teaser)
        .list();
  }

  /** From the first moment, and before the last. */
  List<Teaser> between(
      JdbcClient sql, Language language, Instant from, Instant until, int offset, int limit) {
    return sql.sql(
            TEASER
                + """
                WHERE a.listed = 1 AND a.language = :language
                  AND a.published_at >= :from AND a.published_at < :until
                ORDER BY a.published_at DESC, a.id DESC LIMIT :limit OFFSET :offset
                """)
        .param("language", language.code())
        .param("from", from.toEpochMilli())
        .param("until", until.toEpochMilli())
        .param("limit", limit)
        .param("offset", offset)
        .query(this::teaser)
        .list();
  }

  List<Instant> times(JdbcClient sql, Language language, Instant from, Instant until) {
    return sql.sql(
            """
            SELECT published_at FROM article
            WHERE listed = 1 AND language = :language
              AND published_at >= :from AND published_at < :until
            ORDER BY published_at
            """)
        .param("language", language.code())
        .param("from", from.toEpochMilli())
        .param("until", until.toEpochMilli())
        .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
        .list();
  }

  Optional<Instant> oldest(JdbcClient sql, Language language) {
    return sql.sql(
            """
            SELECT published_at FROM article WHERE listed = 1 AND language = :language
            ORDER BY published_at LIMIT 1
            """)
        .param("language", language.code())
        .query((row, _) -> Instant.ofEpochMilli(row.getLong(1)))
        .optional();
  }

  List<Teaser> breaking(JdbcClient sql, Language language, Instant now, int limit) {
    return sql.sql(
            TEASER
                + """
                WHERE a.listed = 1 AND a.language = :language AND a.breaking_until > :now
                ORDER BY a.published_at DESC, a.id DESC LIMIT :limit
                """)
        .param("language", language.code())
        .param("now", now.toEpochMilli())
        .param("limit", limit)
        .query(this::teaser)
        .list();
  }

  List<Teaser> inTopic(JdbcClient sql, Language language, String topic, int offset, int limit) {
    return sql.sql(
            TEASER
                + """
                JOIN (
                  SELECT article, published_at FROM article_topic
                  WHERE language = :language AND topic = :topic
                  ORDER BY published_at DESC, article DESC LIMIT :limit OFFSET :offset
                ) t ON t.article = a.id
                ORDER BY t.published_at DESC, a.id DESC
                """)
        .param("language", language.code())
        .param("topic", topic)
        .param("limit", limit)
        .param("offset", offset)
        .query(this::teaser)
        .list();
  }

  int count(JdbcClient sql, Language language) {
    return sql.sql("SELECT count(*) FROM article WHERE listed = 1 AND language = :language")
        .param("language", language.code())
        .query(Integer.class)
        .single();
  }

  int count(JdbcClient sql, Language language, String topic) {
    return sql.sql(
            "SELECT count(*) FROM article_topic WHERE language = :language AND topic = :topic")
        .param("language", language.code())
        .param("topic", topic)
        .query(Integer.class)
        .single();
  }

  List<Topic> topics(JdbcClient sql, Language language) {
    return sql.sql(
            """
            SELECT t.slug, t.name FROM topic t JOIN (
              SELECT topic, count(*) AS articles FROM article_topic
              WHERE language = :language GROUP BY topic
            ) n ON n.topic = t.slug
            WHERE t.language = :language ORDER BY n.articles DESC, t.slug
            """)
        .param("language", language.code())
        .query((row, n) -> new Topic(row.getString("slug"), row.getString("name")))
        .list();
  }

  Optional<Topic> topic(JdbcClient sql, Language language, String slug) {
    return sql.sql("SELECT slug, name FROM topic WHERE language = :language AND slug = :slug")
        .param("language", language.code())
        .param("slug", slug)
        .query((row, n) -> new Topic(row.getString("slug"), row.getString("name")))
        .optional();
  }

  List<Teaser> editions(JdbcClient sql, String story) {
    return sql.sql(TEASER + "WHERE a.story = :story AND a.state = 'published' ORDER BY a.language")
        .param("story", story)
        .query(this::teaser)
        .list();
  }

  List<Teaser> ofStory(JdbcClient sql, String story) {
    return sql.sql(TEASER + "WHERE a.story = :story ORDER BY a.language")
        .param("story", story)
        .query(this::teaser)
        .list();
  }

  List<Teaser> late(JdbcClient sql, Instant due) {
    return sql.sql(
            TEASER
                + """
                WHERE a.due_at <= :due AND a.state = 'scheduled' ORDER BY a.due_at, a.id LIMIT 20
                """)
        .param("due", due.toEpochMilli())
        .query(this::teaser)
        .list();
  }

  List<Teaser> teasers(JdbcClient sql, Collection<Long> ids) {
    return sql.sql(TEASER + "WHERE a.id IN (:ids) AND a.state = 'published'")
        .param("ids", ids)
        .query(this::teaser)
        .list();
  }

  List<Teaser> known(JdbcClient sql, Collection<Long> ids) {
    return sql.sql(TEASER + "WHERE a.id IN (:ids)").param("ids", ids).query(this::teaser).list();
  }

  /** Returns which of these articles lists of this language show. */
  Set<Long> listed(JdbcClient sql, Language language, Collection<Long> ids) {
    return Set.copyOf(
        sql.sql("SELECT id FROM article WHERE id IN (:ids) AND language = :language AND listed = 1")
            .param("ids", ids)
            .param("language", language.code())
            .query(Long.class)
            .list());
  }

  boolean isPublished(JdbcClient sql, long id) {
    return sql.sql("SELECT 1 FROM article WHERE id = :id AND state = 'published'")
        .param("id", id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  int forEachPublished(JdbcClient sql, Articles.PublishedVisitor visitor) {
    ByTopic articles = new ByTopic(visitor);
    sql.sql(
            """
            SELECT id, article.language AS language, listed, topic
            FROM article LEFT JOIN article_topic ON article = id
            WHERE state = 'published' ORDER BY id
            """)
        .withFetchSize(1_000)
        .query(
            row -> {
              articles.row(
                  row.getLong("id"),
                  language(row),
                  row.getInt("listed") == 1,
                  row.getString("topic"));
            });
    return articles.end();
  }

  private Article article(ResultSet row, int number) throws SQLException {
    return new Article(
        row.getLong("id"),
        row.getString("uri"),
        row.getString("story"),
        language(row),
        row.getString("slug"),
        json.readValue(row.getString("content"), Content.class),
        State.of(row.getString("state")),
        row.getInt("listed") == 1,
        Instant.ofEpochMilli(row.getLong("published_at")),
        Instant.ofEpochMilli(row.getLong("updated_at")),
        instant(row, "embargo_at"),
        instant(row, "expires_at"),
        instant(row, "breaking_until"),
        row.getLong("version"));
  }

  private Teaser teaser(ResultSet row, int number) throws SQLException {
    Summary summary = json.readValue(row.getString("teaser"), Summary.class);
    Language language = language(row);
    long id = row.getLong("id");
    return new Teaser(
        id,
        language,
        Paths.of(language, summary.topic(), row.getString("slug"), id),
        summary.emoji(),
        summary.headline(),
        summary.lede(),
        summary.topic(),
        summary.picture(),
        Instant.ofEpochMilli(row.getLong("published_at")),
        Instant.ofEpochMilli(row.getLong("updated_at")));
  }

  private static Language language(ResultSet row) throws SQLException {
    return Language.of(row.getString("language")).orElseThrow();
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
