package io.broadsheet.articles;

import io.broadsheet.articles.DeskChanged.Undo;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does to stories of the desk what is done to many at once, each so that it can be taken back.
 *
 * <p>What a method has returned is durable. All calls block on the database.
 */
public final class DeskWork {
  private static final int MOST_TOPICS = 20;

  private final Database database;
  private final Drafts drafts;
  private final AuditLog audit;
  private final ArticleRows articles;
  private final DraftRows rows;

  /** Works at the stories of this database. */
  public DeskWork(Database database, Drafts drafts, AuditLog audit, JsonMapper json) {
    this.database = database;
    this.drafts = drafts;
    this.audit = audit;
    this.articles = new ArticleRows(json);
    this.rows = new DraftRows(json);
  }

  /**
   * Changes a story.
   *
   * @param seen what whoever asks has seen of it
   * @param by who does it
   */
  public DeskChanged change(Edition.Mark seen, DeskChange change, String by) {
    return database.write(
        sql -> {
          Articles.takeTurns(database, sql);
          Edition before = edition(sql, seen.article()).orElse(null);
          if (before == null) {
            return new DeskChanged.Missing();
          }
          if (!before.mark().equals(seen)) {
            return new DeskChanged.Overtaken();
          }
          if (!fits(before, change)) {
            return new DeskChanged.Unfit();
          }
          make(before, change, by);
          Edition after = edition(sql, seen.article()).orElseThrow();
          return new DeskChanged.Done(
              new Undo(
                  after.mark(),
                  before.article().state(),
                  before.draft().mark(),
                  before.draft().stage()));
        });
  }

  /**
   * Takes a change back.
   *
   * @param by who does it
   * @return whether nobody had changed the story since, so that it is as it was
   */
  public boolean undo(Undo undo, String by) {
    return database.write(
        sql -> {
          Articles.takeTurns(database, sql);
          long id = undo.after().article();
          Edition now = edition(sql, id).orElse(null);
          if (now == null || !now.mark().equals(undo.after())) {
            return false;
          }
          if (undo.after().draft() != undo.draft().version()) {
            Content content =
                undo.stage() == Draft.Stage.NONE
                    ? now.article().content()
                    : rows.content(sql, id, undo.draft()).orElseThrow();
            drafts.next(sql, now.draft(), undo.stage(), undo.draft().basedOn(), content, by);
          }
          if (now.article().state() != undo.state()) {
            drafts.again(id, "story.undo", by, (_, article) -> article.again(undo.state()));
          } else {
            audit.note(sql, by, new Deed("story.undo", Drafts.subject(id)));
          }
          return true;
        });
  }

  private static boolean fits(Edition edition, DeskChange change) {
    Draft.Stage stage = edition.draft().stage();
    State state = edition.article().state();
    return switch (change) {
      case DeskChange.HandIn() ->
          stage == Draft.Stage.WRITING || (stage == Draft.Stage.NONE && state == State.DRAFT);
      case DeskChange.GiveBack() -> stage == Draft.Stage.REVIEW || stage == Draft.Stage.APPROVED;
      case DeskChange.Retract(State from) -> state == from;
      case DeskChange.AddTopic(Topic topic) -> {
        List<Topic> topics = edition.draft().content().topics();
        yield topics.size() < MOST_TOPICS
            && topics.stream().noneMatch(one -> one.slug().equals(topic.slug()));
      }
      case DeskChange.Discard() -> stage != Draft.Stage.NONE && state != State.DRAFT;
    };
  }

  private void make(Edition edition, DeskChange change, String by) {
    long id = edition.article().id();
    Draft.Mark seen = edition.draft().mark();
    switch (change) {
      case DeskChange.HandIn() -> drafts.move(id, seen, Draft.Stage.REVIEW, by);
      case DeskChange.GiveBack() -> drafts.move(id, seen, Draft.Stage.WRITING, by);
      case DeskChange.Retract(State from) ->
          drafts.retract(id, from == State.PUBLISHED ? State.WITHDRAWN : State.DRAFT, "", by);
      case DeskChange.AddTopic(Topic topic) ->
          drafts.save(id, seen, with(edition.draft().content(), topic), by);
      case DeskChange.Discard() -> drafts.discard(id, by);
    }
  }

  private static Content with(Content content, Topic topic) {
    List<Topic> topics = new ArrayList<>(content.topics());
    topics.add(topic);
    return new Content(
        content.emoji(),
        content.headline(),
        content.lede(),
        content.body(),
        content.bylines(),
        topics,
        content.place(),
        content.pictures(),
        content.sources(),
        content.corrections());
  }

  private Optional<Edition> edition(JdbcClient sql, long id) {
    return articles.byId(sql, id).map(found -> new Edition(found, rows.open(sql, found)));
  }
}
