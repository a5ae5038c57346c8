package io.broadsheet.articles;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import io.broadsheet.web.Token;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Links under which outsiders, such as those who are quoted, read what is not published yet.
 *
 * <p>Whoever has a link sees what is written at that moment, until it expires or is ended. All
 * calls block on the database.
 */
public final class Previews {
  /** The longest that a link may last. */
  public static final Duration LONGEST = Duration.ofDays(30);

  private static final int MOST = 50;

  private final Database database;
  private final Drafts drafts;
  private final Articles articles;
  private final AuditLog audit;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Opens the links of this database. */
  public Previews(
      Database database, Articles articles, Drafts drafts, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.articles = articles;
    this.drafts = drafts;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a link.
   *
   * @param lasts more than nothing, 30 days at most
   * @param by who makes it
   * @return its secret, shown this once and kept nowhere
   * @throws InvalidArticle if it would last longer than it may
   */
  public String make(long article, Duration lasts, String by) {
    Check.that(
        lasts.isPositive() && lasts.compareTo(LONGEST) <= 0,
        "A preview lasts " + lasts.toHours() + " hours, not up to " + LONGEST.toDays() + " days.");
    String secret = Token.fresh(random);
    Instant expires = Instant.ofEpochMilli(clock.millis()).plus(lasts);
    return database.write(
        sql -> {
          sql.sql("DELETE FROM preview_link WHERE expires_at <= :now")
              .param("now", clock.millis())
              .update();
          sql.sql(
                  """
                  INSERT INTO preview_link (sha256, article, made_by, expires_at)
                  VALUES (:sha256, :article, :by, :expires)
                  """)
              .param("sha256", Token.digest(secret).orElseThrow())
              .param("article", article)
              .param("by", by)
              .param("expires", expires.toEpochMilli())
              .update();
          audit.note(
              sql, by, new Deed("story.preview", Drafts.subject(article), "", expires.toString()));
          return secret;
        });
  }

  /** Returns the links of an article that are good at this moment, the last to expire first. */
  public List<PreviewLink> of(long article) {
    return database.read(
        sql ->
            sql.sql(
                    """
                    SELECT * FROM preview_link WHERE article = :article AND expires_at > :now
                    ORDER BY expires_at DESC, sha256 LIMIT :limit
                    """)
                .param("article", article)
                .param("now", clock.millis())
                .param("limit", MOST)
                .query(
                    (row, n) ->
                        new PreviewLink(
                            row.getString("sha256"),
                            row.getString("made_by"),
                            Instant.ofEpochMilli(row.getLong("expires_at"))))
                .list());
  }

  /**
   * Ends a link.
   *
   * @param name as {@link PreviewLink} has it
   * @return whether there was one
   */
  public boolean end(long article, String name, String by) {
    return database.write(
        sql -> {
          boolean there =
              sql.sql("DELETE FROM preview_link WHERE article = :article AND sha256 = :name")
                      .param("article", article)
                      .param("name", name)
                      .update()
                  == 1;
          if (there) {
            audit.note(sql, by, new Deed("story.preview.end", Drafts.subject(article)));
          }
          return there;
        });
  }

  /**
   * What a link shows.
   *
   * @param article as it would be if its draft were published now
   * @param expires from when on the link leads nowhere
   */
  public record Preview(Article article, Instant expires) {}

  /** Returns what a link shows; empty if it is none, or no more. */
  public Optional<Preview> open(String secret) {
    record Found(long article, Instant expires) {}
    return Token.digest(secret)
        .flatMap(
            sha256 ->
                database.read(
                    sql ->
                        sql.sql(
                                """
                                SELECT article, expires_at FROM preview_link
                                WHERE sha256 = :sha256 AND expires_at > :now
                                """)
                            .param("sha256", sha256)
                            .param("now", clock.millis())
                            .query(
                                (row, n) ->
                                    new Found(
                                        row.getLong("article"),
                                        Instant.ofEpochMilli(row.getLong("expires_at"))))
                            .optional()))
        .flatMap(
            found ->
                drafts
                    .open(found.article())
                    .flatMap(
                        draft ->
                            articles
                                .get(found.article())
                                .map(
                                    article ->
                                        new Preview(
                                            article.saying(draft.content()), found.expires()))));
  }
}
