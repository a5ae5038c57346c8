package io.broadsheet.articles;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What is said of stories before readers see them, passage by passage.
 *
 * <p>All calls block on the database.
 */
public final class ReviewNotes {
  private static final int LONGEST_PASSAGE = 300;
  private static final int MOST = 200;

  private final Database database;
  private final AuditLog audit;
  private final InstantSource clock;

  /** Opens the notes of this database. */
  public ReviewNotes(Database database, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Says something.
   *
   * @param passage how the block begins that it is about, of which 300 characters are kept; empty
   *     for the whole story
   * @param text 1 to 2,000 characters
   * @param by who says it
   * @return the note's id
   * @throws InvalidArticle if the text is empty or too long
   */
  public long add(long article, String passage, String text, String by) {
    Check.that(!text.isBlank(), "A note says nothing.");
    Check.text("A note", text, 2_000);
    String kept = passage.strip();
    String begun =
        kept.substring(
            0,
            kept.offsetByCodePoints(
                0, Math.min(LONGEST_PASSAGE, kept.codePointCount(0, kept.length()))));
    Check.text("The passage of a note", begun, 2 * LONGEST_PASSAGE);
    return database.write(
        sql -> {
          audit.note(sql, by, new Deed("story.note", Drafts.subject(article), "", text));
          return sql.sql(
                  """
                  INSERT INTO review_note (article, passage, text, made_by, made_at)
                  VALUES (:article, :passage, :text, :by, :at) RETURNING id
                  """)
              .param("article", article)
              .param("passage", begun)
              .param("text", text)
              .param("by", by)
              .param("at", clock.millis())
              .query(Long.class)
              .single();
        });
  }

  /**
   * Says that a note was seen to, or that it was not.
   *
   * @return whether that changed anything
   */
  public boolean settle(long article, long note, boolean settled, String by) {
    return database.write(
        sql -> {
          boolean changed =
              sql.sql(
                          """
                          UPDATE review_note SET settled_by = :by, settled_at = :at
                          WHERE article = :article AND id = :note
                            AND (settled_at IS NULL) = :open
                          """)
                      .param("by", settled ? by : null, java.sql.Types.VARCHAR)
                      .param("at", settled ? clock.millis() : null, java.sql.Types.BIGINT)
                      .param("article", article)
                      .param("note", note)
                      .param("open", settled)
                      .update()
                  == 1;
          if (changed) {
            audit.note(
                sql,
                by,
                new Deed(
                    settled ? "story.note.settle" : "story.note.reopen", Drafts.subject(article)));
          }
          return changed;
        });
  }

  /** Returns the notes of a story, the open ones first, of each the oldest first; 200 at most. */
  public List<ReviewNote> of(long article) {
    return database.read(
        sql ->
            sql.sql(
                    """
                    SELECT * FROM review_note WHERE article = :article
                    ORDER BY CASE WHEN settled_at IS NULL THEN 0 ELSE 1 END, id LIMIT :limit
                    """)
                .param("article", article)
                .param("limit", MOST)
                .query(
                    (row, n) ->
                        new ReviewNote(
                            row.getLong("id"),
                            row.getString("passage"),
                            row.getString("text"),
                            row.getString("made_by"),
                            Instant.ofEpochMilli(row.getLong("made_at")),
                            row.getString("settled_by")))
                .list());
  }
}
