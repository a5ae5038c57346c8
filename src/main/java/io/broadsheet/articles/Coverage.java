package io.broadsheet.articles;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stories that are told as they happen: dated entries under a summary, which is the story's text.
 *
 * <p>What a method that writes has returned is durable, and told as {@link CoverageChanged}. The
 * cost of a page of entries does not grow with their number. All calls block on the database.
 */
public final class Coverage {
  private final Database database;
  private final Outbox outbox;
  private final AuditLog audit;
  private final InstantSource clock;
  private final JsonMapper json;

  /** Opens the entries of this database. */
  public Coverage(
      Database database, Outbox outbox, AuditLog audit, InstantSource clock, JsonMapper json) {
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
  }

  /**
   * How a story stands that is told as it happens.
   *
   * @param begun when that began
   * @param ended when it ended; null while it goes on
   * @param version counts what was done to its entries
   */
  public record Standing(Instant begun, @Nullable Instant ended, long version) {
    /** Returns whether it goes on. */
    public boolean open() {
      return ended == null;
    }
  }

  /** Returns how a story stands; empty for one that is not told as it happens. */
  public Optional<Standing> standing(long article) {
    return database.read(
        sql ->
            sql.sql("SELECT * FROM coverage WHERE article = :article")
                .param("article", article)
                .query(
                    (row, n) ->
                        new Standing(
                            Instant.ofEpochMilli(row.getLong("begun_at")),
                            ArticleRows.instant(row, "ended_at"),
                            row.getLong("version")))
                .optional());
  }

  /** Returns the versions of all stories that go on, by their articles' ids. */
  public Map<Long, Long> open() {
    return database.read(
        sql ->
            sql
                .sql("SELECT article, version FROM coverage WHERE ended_at IS NULL")
                .query((row, n) -> Map.entry(row.getLong("article"), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Has a story told as it happens from now on, or once more; or ends that.
   *
   * @param on whether it goes on
   * @param by who says so
   */
  public void set(long article, boolean on, String by) {
    database.write(
        sql -> {
          long now = clock.millis();
          sql.sql(
                  """
                  INSERT INTO coverage (article, begun_at, ended_at, version)
                  VALUES (:article, :now, :ended, 0)
                  ON CONFLICT (article) DO UPDATE SET ended_at = excluded.ended_at
                  """)
              .param("article", article)
              .param("now", now)
              .param("ended", on ? null : now, Types.BIGINT)
              .update();
          tell(sql, article, on ? "story.live" : "story.live.end", "", "", by);
          return article;
        });
  }

  /**
   * Publishes an entry.
   *
   * @param title up to 300 characters; may be empty if the body is not
   * @param by who writes it
   * @return its id; empty if the story is not being told as it happens
   * @throws InvalidArticle if it says nothing, or its title is too long
   */
  public Optional<Long> publish(long article, String title, Body body, String by) {
    check(title, body);
    return database.write(
        sql -> {
          if (!goesOn(sql, article)) {
            return Optional.empty();
          }
          long now = clock.millis();
          long id =
              sql.sql(
                      """
                      INSERT INTO coverage_entry
                        (article, at, changed_at, made_by, title, body, removed)
                      VALUES (:article, :now, :now, :by, :title, :body, 0) RETURNING id
                      """)
                  .param("article", article)
                  .param("now", now)
                  .param("by", by)
                  .param("title", title)
                  .param("body", json.writeValueAsString(body))
                  .query(Long.class)
                  .single();
          tell(sql, article, "story.entry", "", text(title, body), by);
          return Optional.of(id);
        });
  }

  /** What became of the wish to change an entry. */
  public enum Changed {
    /** It reads as was wished. */
    DONE,
    /** Somebody else has changed it, and nothing was done. */
    OVERTAKEN,
    /** There is no such entry. */
    MISSING
  }

  /**
   * Writes an entry anew.
   *
   * @param seen what whoever writes has read of it last
   * @throws InvalidArticle if it says nothing, or its title is too long
   */
  public Changed rewrite(long article, CoverageEntry seen, String title, Body body, String by) {
    check(title, body);
    return change(article, seen, title, body, seen.removed(), "story.entry.change", by);
  }

  /**
   * Takes an entry away from readers, or gives it back to them.
   *
   * @param seen what whoever does it has read of it last
   */
  public Changed remove(long article, CoverageEntry seen, boolean removed, String by) {
    String action = removed ? "story.entry.remove" : "story.entry.restore";
    return change(article, seen, seen.title(), seen.body(), removed, action, by);
  }

  private Changed change(
      long article,
      CoverageEntry seen,
      String title,
      Body body,
      boolean removed,
      String action,
      String by) {
    return database.write(
        sql -> {
          int changed =
              sql.sql(
                      """
                      UPDATE coverage_entry SET title = :title, body = :body, removed = :removed,
                        changed_at = CASE WHEN :now > changed_at THEN :now ELSE changed_at + 1 END
                      WHERE article = :article AND id = :id AND changed_at = :seen
                      """)
                  .param("title", title)
                  .param("body", json.writeValueAsString(body))
                  .param("removed", removed ? 1 : 0)
                  .param("now", clock.millis())
                  .param("article", article)
                  .param("id", seen.id())
                  .param("seen", seen.changed().toEpochMilli())
                  .update();
          if (changed == 1) {
            tell(sql, article, action, text(seen.title(), seen.body()), text(title, body), by);
            return Changed.DONE;
          }
          return find(sql, article, seen.id()).isPresent() ? Changed.OVERTAKEN : Changed.MISSING;
        });
  }

  /** Returns an entry, also one that was removed. */
  public Optional<CoverageEntry> find(long article, long entry) {
    return database.read(sql -> find(sql, article, entry));
  }

  /**
   * Returns what readers see, the newest first.
   *
   * @param before the id below which to begin; {@link Long#MAX_VALUE} for the newest
   * @param limit at most so many
   */
  public List<CoverageEntry> entries(long article, long before, int limit) {
    return entries(article, before, limit, "AND removed = 0");
  }

  /** Returns all entries, those among them that were removed, too. */
  public List<CoverageEntry> all(long article, long before, int limit) {
    return entries(article, before, limit, "");
  }

  private List<CoverageEntry> entries(long article, long before, int limit, String which) {
    return database.read(
        sql ->
            sql.sql(
                    "SELECT * FROM coverage_entry WHERE article = :article AND id < :before "
                        + which
                        + " ORDER BY id DESC LIMIT :limit")
                .param("article", article)
                .param("before", before)
                .param("limit", limit)
                .query(this::entry)
                .list());
  }

  private Optional<CoverageEntry> find(JdbcClient sql, long article, long entry) {
    return sql.sql("SELECT * FROM coverage_entry WHERE article = :article AND id = :id")
        .param("article", article)
        .param("id", entry)
        .query(this::entry)
        .optional();
  }

  private CoverageEntry entry(ResultSet row, int number) throws SQLException {
    return new CoverageEntry(
        row.getLong("id"),
        Instant.ofEpochMilli(row.getLong("at")),
        Instant.ofEpochMilli(row.getLong("changed_at")),
        row.getString("made_by"),
        row.getString("title"),
        Body.read(json, row.getString("body")),
        row.getInt("removed") != 0);
  }

  private static boolean goesOn(JdbcClient sql, long article) {
    return sql.sql("SELECT 1 FROM coverage WHERE article = :article AND ended_at IS NULL")
        .param("article", article)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private void tell(
      JdbcClient sql, long article, String action, String before, String after, String by) {
    long version =
        sql.sql(
                """
                UPDATE coverage SET version = version + 1 WHERE article = :article
                RETURNING version
                """)
            .param("article", article)
            .query(Long.class)
            .single();
    audit.note(sql, by, new Deed(action, Drafts.subject(article), before, after));
    outbox.append(sql, new CoverageChanged(article, version));
  }

  private static void check(String title, Body body) {
    Check.text("The title of an entry", title, 300);
    Check.that(!title.isBlank() || says(body), "An entry says nothing.");
  }

  /** An editor in which nothing was written has an empty paragraph. */
  private static boolean says(Body body) {
    return !body.text().isBlank()
        || body.content().stream().anyMatch(block -> !(block instanceof Block.Paragraph));
  }

  private static String text(String title, Body body) {
    return (title + "\n" + body.text()).strip();
  }
}
