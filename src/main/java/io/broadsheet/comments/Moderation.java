package io.broadsheet.comments;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What moderators see of comments, and what they decide.
 *
 * <p>Each decision is in the audit log, is durable when its method has returned, and can be taken
 * back. All calls block on the database.
 */
public final class Moderation {
  /** The longest ban; there is no ban for ever. */
  public static final Duration LONGEST_BAN = Duration.ofDays(3_650);

  private final Database database;
  private final Comments comments;
  private final AuditLog audit;
  private final InstantSource clock;

  /** Opens the moderation of these comments. */
  public Moderation(Database database, Comments comments, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.comments = comments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A comment that waits, with what speaks for and against it.
   *
   * @param reports why readers reported it, the first first
   * @param appeal what its writer objects; empty for nothing
   */
  public record Case(Comment comment, List<String> reports, String appeal) {}

  /** A rule and what is set for it, such as a number; the value may be empty. */
  public record SetRule(Rule rule, String value) {}

  /**
   * Returns what waits, the oldest first.
   *
   * @param after the id of the comment after which to begin; 0 for the first
   */
  public List<Case> waiting(Queue queue, long after, int limit) {
    return waiting(queue, Set.of(), after, limit);
  }

  /**
   * Returns what waits under stories of some topics; otherwise the same.
   *
   * @param topics slugs; none for all stories
   */
  public List<Case> waiting(Queue queue, Set<String> topics, long after, int limit) {
    return database.read(
        sql ->
            ModerationRows.waiting(sql, queue, topics, after, limit).stream()
                .map(comment -> ModerationRows.expand(sql, comment))
                .toList());
  }

  /** Returns how many comments wait in each queue. */
  public Map<Queue, Long> counts() {
    return counts(Set.of());
  }

  /**
   * Returns how many comments wait in each queue under stories of some topics.
   *
   * @param topics slugs; none for all stories
   */
  public Map<Queue, Long> counts(Set<String> topics) {
    return database.read(
        sql -> {
          Map<Queue, Long> counts = new EnumMap<>(Queue.class);
          for (Queue queue : Queue.values()) {
            counts.put(queue, ModerationRows.waiting(sql, queue, topics));
          }
          return counts;
        });
  }

  /**
   * Decides on comments, all of them or, if the database fails, none.
   *
   * @param reason why, up to 1,000 characters; shown to the writers of what is taken down; may be
   *     empty
   * @param by the moderator's name
   * @return the ids of the decisions, by which to take them back; of comments that were so already
   *     there is none
   */
  public List<Long> decide(List<Long> ids, Decision decision, String reason, String by) {
    Map<Long, String> reasons = new LinkedHashMap<>();
    ids.forEach(id -> reasons.put(id, reason));
    return decide(reasons, decision, by);
  }

  /**
   * Decides on comments, each for a reason of its own; otherwise the same.
   *
   * @param reasons why, by the ids of the comments
   */
  public List<Long> decide(Map<Long, String> reasons, Decision decision, String by) {
    return database.write(
        sql -> {
          comments.takeTurns(sql);
          Instant now = clock.instant();
          List<Long> made = new ArrayList<>();
          for (Map.Entry<Long, String> one : reasons.entrySet()) {
            long id = one.getKey();
            String reason = new Note(one.getValue()).line();
            CommentRows.byId(sql, id)
                .filter(comment -> comment.state() != State.DELETED)
                .filter(
                    comment ->
                        comment.state() != decision.state()
                            || comment.reports() > 0
                            || ModerationRows.isAppealed(sql, id))
                .ifPresent(comment -> made.add(decide(sql, comment, decision, reason, by, now)));
          }
          return made;
        });
  }

  /** Returns the ids of those of a reader's comments that everybody sees. */
  public List<Long> shown(long reader) {
    return database.read(sql -> ModerationRows.shown(sql, reader));
  }

  private long decide(
      JdbcClient sql, Comment comment, Decision decision, String reason, String by, Instant now) {
    String kept = decision == Decision.REMOVE ? reason : "";
    long id = DecisionRows.note(sql, comment, decision, kept, by, now);
    comments.counting().move(sql, comment, decision.state(), kept);
    ModerationRows.closeReports(sql, comment.id());
    ModerationRows.closeAppeal(sql, comment.id());
    audit.note(
        sql,
        by,
        new Deed("comment." + decision.code(), "comment " + comment.id(), comment.text(), kept));
    return id;
  }

  /** Tells what has become of what a moderator decided at once; empty if there is none of it. */
  public Optional<DecidedTogether.Fate> fate(DecidedTogether decisions, String by) {
    return database.read(sql -> DecisionRows.fate(sql, decisions, by));
  }

  /** Takes back what a moderator decided at once, but for what was decided otherwise since. */
  public void undo(DecidedTogether decisions, String by) {
    List<Long> ids = database.read(sql -> DecisionRows.ids(sql, decisions, by));
    undo(ids, by);
  }

  /**
   * Takes decisions of a moderator back, and returns how many; those since decided otherwise stay.
   */
  public int undo(List<Long> decisions, String by) {
    return database.write(
        sql -> {
          comments.takeTurns(sql);
          int undone = 0;
          for (long decision : decisions) {
            Optional<DecisionRows.Made> made = DecisionRows.undo(sql, decision, by);
            if (made.isPresent()) {
              Comment comment = CommentRows.byId(sql, made.get().comment()).orElseThrow();
              comments
                  .counting()
                  .move(sql, comment, State.of(made.get().was()), made.get().wasReason());
              ModerationRows.reopenReports(sql, comment.id(), made.get());
              ModerationRows.reopenAppeal(sql, comment.id(), decision);
              audit.note(sql, by, new Deed("comment.undo", "comment " + comment.id()));
              undone++;
            }
          }
          return undone;
        });
  }

  /** Returns what is known of a reader. */
  public ReaderRecord record(long reader) {
    return database.read(sql -> ModerationRows.record(sql, reader, clock.instant()));
  }

  /**
   * Keeps a reader from commenting for a while.
   *
   * @param length more than nothing, at most {@link #LONGEST_BAN}
   * @param reason which the reader is told, up to 1,000 characters; may be empty
   */
  public void ban(long reader, Duration length, String reason, String by) {
    if (!length.isPositive() || length.compareTo(LONGEST_BAN) > 0) {
      throw new IllegalArgumentException("a ban lasts up to ten years");
    }
    String kept = new Note(reason).line();
    database.write(
        sql -> {
          Instant now = clock.instant();
          BanRows.ban(sql, reader, now.plus(length), kept, by, now);
          audit.note(sql, by, new Deed("reader.ban", "reader " + reader, "", length + " " + kept));
          return reader;
        });
  }

  /** Lets a reader comment again; tells whether that reader was banned. */
  public boolean lift(long reader, String by) {
    return database.write(
        sql -> {
          boolean lifted = BanRows.lift(sql, reader);
          if (lifted) {
            audit.note(sql, by, new Deed("reader.lift", "reader " + reader));
          }
          return lifted;
        });
  }

  /** Returns how an article may be commented on. */
  public DiscussionMode mode(long article) {
    return database.read(sql -> DiscussionRows.mode(sql, article));
  }

  /** Sets how an article may be commented on. */
  public void setMode(long article, DiscussionMode mode, String by) {
    database.write(
        sql -> {
          comments.takeTurns(sql);
          String before = DiscussionRows.mode(sql, article).toString();
          DiscussionRows.setMode(sql, article, mode);
          comments.counting().changed(sql, article);
          audit.note(
              sql, by, new Deed("discussion.mode", "story " + article, before, mode.toString()));
          return article;
        });
  }

  /** Returns the rules as they are set, in their order. */
  public List<SetRule> rules() {
    return comments.rules().stream().map(one -> new SetRule(one.rule(), one.value())).toList();
  }

  /**
   * Has moderators look at a comment that a reader finds wrong; once a reader a comment.
   *
   * @param reason why, up to 1,000 characters; may be empty
   * @return whether there is such a comment that readers see
   */
  public boolean report(long id, long reader, String reason) {
    Note note = new Note(reason);
    return database.write(
        sql -> {
          comments.takeTurns(sql);
          boolean shown =
              CommentRows.byId(sql, id).filter(one -> one.state() == State.SHOWN).isPresent();
          if (shown) {
            ModerationRows.report(sql, id, reader, note.text(), clock.instant());
          }
          return shown;
        });
  }

  /**
   * Has moderators look again at what they took down, once.
   *
   * @return whether the reader wrote it, it was taken down, and this is the first objection
   */
  public boolean appeal(long id, long reader, String text) {
    Note note = new Note(text);
    return database.write(
        sql -> {
          comments.takeTurns(sql);
          boolean own =
              CommentRows.byId(sql, id)
                  .filter(one -> one.reader() == reader && one.state() == State.REMOVED)
                  .isPresent();
          return own && ModerationRows.appeal(sql, id, note.text(), clock.instant());
        });
  }
}
