package io.broadsheet.articles;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import io.broadsheet.settings.Language;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which editions were made from which, and whether those have moved on since.
 *
 * <p>All calls block on the database.
 */
public final class Originals {
  private final Database database;
  private final ArticleRows articles;
  private final DraftRows rows;
  private final Drafts drafts;
  private final AuditLog audit;
  private final JsonMapper json;

  /** Opens the editions of this database. */
  public Originals(Database database, Drafts drafts, AuditLog audit, JsonMapper json) {
    this.database = database;
    this.articles = new ArticleRows(json);
    this.rows = new DraftRows(json);
    this.drafts = drafts;
    this.audit = audit;
    this.json = json;
  }

  /**
   * Begins an edition of a story in another language: with the pictures, the sources and the names
   * of its original, and without words.
   *
   * @param by who begins it
   * @return its id; empty if there is no such original
   * @throws InvalidArticle if the story has an edition in this language
   */
  public Optional<Long> begin(long original, Language language, String by) {
    return database.write(
        sql ->
            articles
                .byId(sql, original)
                .map(
                    from -> {
                      Content now = now(sql, from);
                      long id =
                          drafts.begin(sql, language, from.story(), blank(sql, language, now), by);
                      keep(sql, id, original, now);
                      return id;
                    }));
  }

  /** Returns what an edition was made from; empty for one that was made from nothing. */
  public Optional<Original> of(long edition) {
    return database.read(sql -> find(sql, edition));
  }

  private Optional<Original> find(JdbcClient sql, long edition) {
    record Row(long original, String seen) {}
    return sql.sql("SELECT original, seen FROM original WHERE article = :article")
        .param("article", edition)
        .query(Row.class)
        .optional()
        .flatMap(
            row ->
                articles
                    .byId(sql, row.original())
                    .map(
                        from ->
                            new Original(
                                from, now(sql, from), json.readValue(row.seen(), Content.class))));
  }

  /**
   * Notes that an edition says all that its original says.
   *
   * @param read what the original said when whoever says so looked at it
   * @return whether the original still says that; if not, nothing is noted
   */
  public boolean carried(long edition, Content read, String by) {
    return database.write(
        sql -> {
          Optional<Original> original = find(sql, edition);
          if (original.isEmpty() || !original.get().now().equals(read)) {
            return false;
          }
          keep(sql, edition, original.get().article().id(), read);
          audit.note(sql, by, new Deed("story.carried", Drafts.subject(edition)));
          return true;
        });
  }

  /** Returns all editions of a story whatever their state, in the order of their languages. */
  public List<Teaser> editions(String story) {
    return database.read(sql -> articles.ofStory(sql, story));
  }

  private void keep(JdbcClient sql, long edition, long original, Content seen) {
    sql.sql(
            """
            INSERT INTO original (article, original, seen) VALUES (:article, :original, :seen)
            ON CONFLICT (article) DO UPDATE SET seen = excluded.seen
            """)
        .param("article", edition)
        .param("original", original)
        .param("seen", json.writeValueAsString(seen))
        .update();
  }

  /** What readers have is followed, not what is being tried out beside it. */
  private Content now(JdbcClient sql, Article article) {
    return switch (article.state()) {
      case PUBLISHED, WITHDRAWN -> article.content();
      case DRAFT, REVIEW, SCHEDULED -> rows.open(sql, article).content();
    };
  }

  private Content blank(JdbcClient sql, Language language, Content from) {
    return new Content(
        from.emoji(),
        "",
        "",
        Body.of(List.of()),
        from.bylines(),
        from.topics().stream()
            .flatMap(topic -> articles.topic(sql, language, topic.slug()).stream())
            .toList(),
        from.place(),
        from.pictures(),
        from.sources(),
        List.of());
  }
}
