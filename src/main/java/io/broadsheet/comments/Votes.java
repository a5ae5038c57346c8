package io.broadsheet.comments;

import io.broadsheet.database.Database;
import io.broadsheet.web.Throttle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which comments readers find good: one vote a reader a comment, which may be changed and taken
 * back.
 *
 * <p>All calls block on the database.
 */
public final class Votes {
  private static final int READER_A_MINUTE = 60;
  private static final int NETWORK_AND_COMMENT_AN_HOUR = 20;

  private final Database database;
  private final Comments comments;
  private final Throttle<Long> readers;
  private final Throttle<Place> places;

  /** Opens the votes of this database. */
  public Votes(Database database, Comments comments, InstantSource clock) {
    this.database = database;
    this.comments = comments;
    this.readers = new Throttle<>(READER_A_MINUTE, Duration.ofMinutes(1), clock);
    this.places = new Throttle<>(NETWORK_AND_COMMENT_AN_HOUR, Duration.ofHours(1), clock);
  }

  private record Place(long network, long comment) {}

  /** What a reader says of a comment. */
  public enum Vote {
    /** It is good. */
    UP,
    /** It is not. */
    DOWN,
    /** Nothing, or nothing any more. */
    NONE
  }

  /** What came of a vote. */
  public sealed interface Voted {
    /** It counts, durably; the comment as it is with it. */
    record Done(Comment comment) implements Voted {}

    /** There is no such comment that readers see, or it is the reader's own. */
    record NoComment() implements Voted {}

    /**
     * Too many came from there.
     *
     * @param seconds after which to try again, 1 or more
     */
    record Limited(int seconds) implements Voted {}
  }

  /**
   * Takes a reader's vote, in place of the one there was.
   *
   * @param network where it comes from, as {@link io.broadsheet.web.Network} numbers it
   */
  public Voted vote(long comment, long reader, Vote vote, long network) {
    Optional<Integer> wait =
        readers.take(reader).or(() -> places.take(new Place(network, comment)));
    return wait.isPresent()
        ? new Voted.Limited(wait.get())
        : database.write(sql -> count(sql, comment, reader, vote));
  }

  private Voted count(JdbcClient sql, long id, long reader, Vote vote) {
    comments.takeTurns(sql);
    Optional<Comment> found =
        CommentRows.byId(sql, id)
            .filter(one -> one.state() == State.SHOWN && one.reader() != reader);
    if (found.isEmpty()) {
      return new Voted.NoComment();
    }
    Vote before = before(sql, id, reader);
    if (before == vote) {
      return new Voted.Done(found.get());
    }
    store(sql, id, reader, vote);
    long ups = found.get().ups() + of(vote, Vote.UP) - of(before, Vote.UP);
    long downs = found.get().downs() + of(vote, Vote.DOWN) - of(before, Vote.DOWN);
    sql.sql("UPDATE comment SET ups = :ups, downs = :downs, rating = :rating WHERE id = :id")
        .param("ups", ups)
        .param("downs", downs)
        .param("rating", Wilson.rating(ups, downs))
        .param("id", id)
        .update();
    comments.counting().changed(sql, found.get().article());
    return new Voted.Done(CommentRows.byId(sql, id).orElseThrow());
  }

  private static Vote before(JdbcClient sql, long id, long reader) {
    return sql.sql("SELECT up FROM comment_vote WHERE comment = :id AND reader = :reader")
        .param("id", id)
        .param("reader", reader)
        .query(Integer.class)
        .optional()
        .map(up -> up == 1 ? Vote.UP : Vote.DOWN)
        .orElse(Vote.NONE);
  }

  private static void store(JdbcClient sql, long id, long reader, Vote vote) {
    if (vote == Vote.NONE) {
      sql.sql("DELETE FROM comment_vote WHERE comment = :id AND reader = :reader")
          .param("id", id)
          .param("reader", reader)
          .update();
    } else {
      sql.sql(
              """
              INSERT INTO comment_vote (comment, reader, up) VALUES (:id, :reader, :up)
              ON CONFLICT (comment, reader) DO UPDATE SET up = excluded.up
              """)
          .param("id", id)
          .param("reader", reader)
          .param("up", of(vote, Vote.UP))
          .update();
    }
  }

  private static int of(Vote vote, Vote wanted) {
    return vote == wanted ? 1 : 0;
  }
}
