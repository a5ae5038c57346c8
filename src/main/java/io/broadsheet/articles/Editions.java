package io.broadsheet.articles;

import io.broadsheet.database.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * All editions with what was last written of each, for what is derived from them.
 *
 * <p>A change of one is told as an {@link ArticleEvent} or as {@link TextChanged}. All calls block
 * on the database.
 */
public final class Editions {
  private final Database database;
  private final ArticleRows articles;
  private final DraftRows drafts;

  /** Opens the editions of this database. */
  public Editions(Database database, JsonMapper json) {
    this.database = database;
    this.articles = new ArticleRows(json);
    this.drafts = new DraftRows(json);
  }

  /** Returns those of these editions that there are. */
  public List<Edition> of(Collection<Long> articleIds) {
    return database.read(
        sql ->
            articleIds.stream()
                .flatMap(id -> articles.byId(sql, id).stream())
                .map(found -> new Edition(found, drafts.open(sql, found)))
                .toList());
  }

  /**
   * Returns the marks of editions in the order of their ids.
   *
   * @param after the id before the first; 0 to begin
   * @param limit at most so many
   */
  public List<Edition.Mark> marks(long after, int limit) {
    return database.read(
        sql ->
            sql.sql(
                    """
                    SELECT a.id AS article, a.version AS version, COALESCE(d.version, 0) AS draft
                    FROM article a LEFT JOIN draft d ON d.article = a.id
                    WHERE a.id > :after ORDER BY a.id LIMIT :limit
                    """)
                .param("after", after)
                .param("limit", limit)
                .query(Edition.Mark.class)
                .list());
  }

  /** Returns those of these editions that there are as the desk lists them, in this order. */
  public List<DeskRow> rows(List<Long> articleIds) {
    if (articleIds.isEmpty()) {
      return List.of();
    }
    Map<Long, DeskRow> found =
        database.read(sql -> drafts.rows(sql, articleIds)).stream()
            .collect(Collectors.toMap(DeskRow::article, Function.identity()));
    return articleIds.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
