package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes drafts. */
final class DraftRows {
  /** As many savings as somebody who was away for a long morning may have missed. */
  private static final int KEPT = 500;

  private static final int COUNTED = 1_000;

  private final JsonMapper json;

  DraftRows(JsonMapper json) {
    this.json = json;
  }

  /** A draft without what it says. */
  record Head(Draft.Mark mark, Draft.Stage stage, String by, Instant at) {}

  Optional<Head> head(JdbcClient sql, long article) {
    return sql.sql("SELECT * FROM draft WHERE article = :article")
        .param("article", article)
        .query(
            (row, n) ->
                new Head(
                    new Draft.Mark(row.getLong("version"), row.getLong("based_on")),
                    stage(row),
                    row.getString("saved_by"),
                    Instant.ofEpochMilli(row.getLong("saved_at"))))
        .optional();
  }

  /** Returns what was last written of an article: its draft, or its own content. */
  Draft open(JdbcClient sql, Article article) {
    return head(sql, article.id())
        .map(head -> open(sql, article, head))
        .orElseGet(() -> written(article, 0));
  }

  private Draft open(JdbcClient sql, Article article, Head head) {
    return head.stage() == Draft.Stage.NONE
        ? written(article, head.mark().version())
        : new Draft(
            article.id(),
            head.mark(),
            head.stage(),
            content(sql, article.id(), head.mark()).orElseThrow(),
            head.by(),
            head.at());
  }

  /** Returns what an article says, as a draft of it that nobody has changed. */
  static Draft written(Article article, long version) {
    return new Draft(
        article.id(),
        new Draft.Mark(version, article.version()),
        Draft.Stage.NONE,
        article.content(),
        String.join(", ", article.content().bylines()),
        article.updated());
  }

  Optional<Content> content(JdbcClient sql, long article, Draft.Mark mark) {
    return sql.sql(
            """
            SELECT content FROM draft_version
            WHERE article = :article AND version = :version AND based_on = :basedOn
            """)
        .param("article", article)
        .param("version", mark.version())
        .param("basedOn", mark.basedOn())
        .query((row, n) -> json.readValue(row.getString("content"), Content.class))
        .optional();
  }

  void keep(JdbcClient sql, Draft draft) {
    head(sql, draft, draft.stage(), draft.mark().basedOn());
    sql.sql(
            """
            INSERT INTO draft_version (article, version, based_on, content, saved_by, saved_at)
            VALUES (:article, :version, :basedOn, :content, :by, :at)
            """)
        .param("article", draft.article())
        .param("version", draft.mark().version())
        .param("basedOn", draft.mark().basedOn())
        .param("content", json.writeValueAsString(draft.content()))
        .param("by", draft.by())
        .param("at", draft.at().toEpochMilli())
        .update();
    sql.sql("DELETE FROM draft_version WHERE article = :article AND version <= :version")
        .param("article", draft.article())
        .param("version", draft.mark().version() - KEPT)
        .update();
  }

  /** Notes that the article now says what the draft said. */
  void settle(JdbcClient sql, Draft draft, long articleVersion) {
    head(sql, draft, Draft.Stage.NONE, articleVersion);
    base(sql, draft.article(), articleVersion);
  }

  /** Notes that the article has a new version which says the same. */
  void base(JdbcClient sql, long article, long version) {
    sql.sql(
            """
            UPDATE draft_version SET based_on = :version WHERE article = :article
              AND version = (SELECT version FROM draft WHERE article = :article)
            """)
        .param("version", version)
        .param("article", article)
        .update();
    sql.sql("UPDATE draft SET based_on = :version WHERE article = :article")
        .param("version", version)
        .param("article", article)
        .update();
  }

  private static void head(JdbcClient sql, Draft draft, Draft.Stage stage, long basedOn) {
    sql.sql(
            """
            INSERT INTO draft (article, version, based_on, stage, headline, saved_by, saved_at)
            VALUES (:article, :version, :basedOn, :stage, :headline, :by, :at)
            ON CONFLICT (article) DO UPDATE SET version = excluded.version,
              based_on = excluded.based_on, stage = excluded.stage, headline = excluded.headline,
              saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """)
        .param("article", draft.article())
        .param("version", draft.mark().version())
        .param("basedOn", basedOn)
        .param("stage", code(stage))
        .param("headline", draft.content().headline())
        .param("by", draft.by())
        .param("at", draft.at().toEpochMilli())
        .update();
  }

  List<DeskRow> desk(
      JdbcClient sql, DeskList list, @Nullable Language language, int offset, int limit) {
    return bind(sql.sql(select(list, language) + " LIMIT :limit OFFSET :offset"), language)
        .param("limit", limit)
        .param("offset", offset)
        .query(this::row)
        .list();
  }

  List<DeskRow> rows(JdbcClient sql, Collection<Long> articles) {
    return sql.sql(
            COLUMNS
                + """
                CASE WHEN COALESCE(d.stage, 'none') <> 'none' THEN d.saved_at
                  WHEN a.state = 'scheduled' THEN a.due_at ELSE a.updated_at END AS touched
                FROM article a LEFT JOIN draft d ON d.article = a.id WHERE a.id IN (:ids)
                """)
        .param("ids", articles)
        .query(this::row)
        .list();
  }

  int count(JdbcClient sql, DeskList list, @Nullable Language language) {
    return bind(
            sql.sql(
                "SELECT count(*) FROM (" + select(list, language) + " LIMIT " + COUNTED + ") n"),
            language)
        .query(Integer.class)
        .single();
  }

  private static JdbcClient.StatementSpec bind(
      JdbcClient.StatementSpec statement, @Nullable Language language) {
    return language == null ? statement : statement.param("language", language.code());
  }

  private static String select(DeskList list, @Nullable Language language) {
    String in = language == null ? "" : " AND a.language = :language";
    return switch (list) {
      case WRITING -> staged("writing", "draft", in);
      case REVIEW -> staged("review", "review", in);
      case APPROVED -> staged("approved", in) + LATEST;
      case SCHEDULED -> state("scheduled", in, "a.due_at AS touched", "a.due_at, a.id");
      case PUBLISHED -> state("published", in, LAST, NEWEST);
      case WITHDRAWN -> state("withdrawn", in, LAST, NEWEST);
    };
  }

  private static final String LAST = "a.updated_at AS touched";
  private static final String NEWEST = "a.updated_at DESC, a.id DESC";
  private static final String LATEST = " ORDER BY touched DESC, 1 DESC";
  private static final String COLUMNS =
      "SELECT a.id, a.version, COALESCE(d.version, 0) AS draft, a.language, a.state, a.teaser,"
          + " d.stage, d.headline, d.saved_by, ";

  /** Drafts of this stage, and articles of this state of which no draft was made. */
  private static String staged(String stage, String state, String in) {
    return staged(stage, in)
        + " UNION ALL "
        + COLUMNS
        + LAST
        + " FROM article a LEFT JOIN draft d ON d.article = a.id WHERE a.state = '"
        + state
        + "' AND (d.stage IS NULL OR d.stage = 'none')"
        + in
        + LATEST;
  }

  private static String staged(String stage, String in) {
    return COLUMNS
        + "d.saved_at AS touched FROM draft d JOIN article a ON a.id = d.article WHERE d.stage = '"
        + stage
        + "'"
        + in;
  }

  private static String state(String state, String in, String touched, String order) {
    return COLUMNS
        + touched
        + " FROM article a LEFT JOIN draft d ON d.article = a.id WHERE a.state = '"
        + state
        + "'"
        + in
        + " ORDER BY "
        + order;
  }

  private DeskRow row(ResultSet row, int number) throws SQLException {
    Draft.Stage stage = stage(row);
    return new DeskRow(
        new Edition.Mark(row.getLong("id"), row.getLong("version"), row.getLong("draft")),
        Language.of(row.getString("language")).orElseThrow(),
        stage == Draft.Stage.NONE
            ? json.readValue(row.getString("teaser"), ArticleRows.Summary.class).headline()
            : row.getString("headline"),
        State.of(row.getString("state")),
        stage,
        row.getString("saved_by"),
        Instant.ofEpochMilli(row.getLong("touched")));
  }

  private static Draft.Stage stage(ResultSet row) throws SQLException {
    String code = row.getString("stage");
    return code == null ? Draft.Stage.NONE : Draft.Stage.valueOf(code.toUpperCase(Locale.ROOT));
  }

  private static String code(Draft.Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }
}
