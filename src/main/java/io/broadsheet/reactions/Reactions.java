package io.broadsheet.reactions;

import io.broadsheet.accounts.ReaderLeft;
import io.broadsheet.articles.Articles;
import io.broadsheet.database.Database;
import io.broadsheet.database.GroupWriter;
import io.broadsheet.events.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How readers feel about what they read: one reaction a reader an article, which may be changed and
 * taken back.
 *
 * <p>Counts follow from changes of state in one transaction, so they are never below zero and never
 * drift. What was answered as done is durable. All calls block on the database.
 */
public final class Reactions {
  private static final long LOCK = 0x7265616374L;

  private final Database database;
  private final Articles articles;
  private final Outbox outbox;
  private final InstantSource clock;
  private final List<String> offered;
  private final ReactionLimits limits;
  private final GroupWriter<ReactionRows.Wish, Answer> writer;

  /**
   * Opens the reactions of this database.
   *
   * @param offered what readers may choose from, not empty
   */
  public Reactions(
      Database database,
      Articles articles,
      Outbox outbox,
      InstantSource clock,
      List<String> offered) {
    this.database = database;
    this.articles = articles;
    this.outbox = outbox;
    this.clock = clock;
    this.offered = List.copyOf(offered);
    this.limits = new ReactionLimits(clock);
    this.writer = new GroupWriter<>(database, this::fulfil);
  }

  /** A reader's reaction to an article. */
  public record Own(long article, String emoji, Instant at) {}

  /** What a recount found: a count that is not the number of reactions there are. */
  public record Drift(long article, String emoji, long counted, long found) {}

  /** Returns what readers may choose from. */
  public List<String> offered() {
    return offered;
  }

  /**
   * Gives an article a reader's reaction, in place of the one it had from there.
   *
   * @param network where the reader is, as {@link io.broadsheet.web.Network} numbers it
   */
  public Answer react(long article, long reader, String emoji, long network) {
    return GroupWriter.await(submit(article, reader, emoji, network));
  }

  /**
   * As {@link #react}, without a thread that waits: completes with the answer once it is durable,
   * or with a {@link org.springframework.dao.DataAccessException}, on the thread that writes.
   */
  CompletableFuture<Answer> submit(long article, long reader, String emoji, long network) {
    if (!offered.contains(emoji)) {
      return CompletableFuture.completedFuture(new Answer.NotOffered());
    }
    return wish(article, reader, emoji, network);
  }

  /** Takes a reader's reaction back, if there is one. */
  public Answer takeBack(long article, long reader, long network) {
    return articles.isPublished(article)
        ? GroupWriter.await(wish(article, reader, null, network))
        : new Answer.NoArticle();
  }

  /** Takes all reactions of a reader back, and returns how many there were. */
  public int takeAllBack(long reader) {
    List<Own> all = ofReader(reader);
    all.forEach(
        one -> writer.write(new ReactionRows.Wish(one.article(), reader, null, clock.millis())));
    return all.size();
  }

  /** Takes the reactions of an account that is gone back, if that was asked. */
  void leave(ReaderLeft event) {
    if (event.words()) {
      takeAllBack(event.account());
    }
  }

  /**
   * Makes what one reader gave another's, who is the same and has signed in; where both reacted to
   * an article that of the account stays.
   */
  void adopt(long anonymous, long account) {
    for (Own own : ofReader(anonymous)) {
      if (of(own.article(), account).isPresent()) {
        writer.write(new ReactionRows.Wish(own.article(), anonymous, null, clock.millis()));
      } else {
        database.write(
            sql ->
                sql.sql(
                        """
                        UPDATE reaction SET reader = :account
                        WHERE article = :article AND reader = :anonymous
                        """)
                    .param("account", account)
                    .param("article", own.article())
                    .param("anonymous", anonymous)
                    .update());
      }
    }
  }

  /** Returns the numbers of an article. */
  public Reacted of(long article) {
    return Reacted.of(offered, database.read(sql -> ReactionRows.counts(sql, article)));
  }

  /** Returns how a reader reacted to an article; empty if not at all. */
  public Optional<String> of(long article, long reader) {
    return database.read(
        sql ->
            sql.sql("SELECT emoji FROM reaction WHERE article = :article AND reader = :reader")
                .param("article", article)
                .param("reader", reader)
                .query(String.class)
                .optional());
  }

  /** Returns all reactions of a reader, the newest first. */
  public List<Own> ofReader(long reader) {
    return database.read(
        sql ->
            sql.sql(
                    """
                    SELECT article, emoji, at FROM reaction WHERE reader = :reader
                    ORDER BY at DESC, article
                    """)
                .param("reader", reader)
                .query(
                    (row, n) ->
                        new Own(
                            row.getLong("article"),
                            row.getString("emoji"),
                            Instant.ofEpochMilli(row.getLong("at"))))
                .list());
  }

  /**
   * Compares all counts with the reactions there are.
   *
   * @return what differs: nothing, ever
   */
  public List<Drift> recount() {
    return database.read(
        sql ->
            sql.sql(
                    """
                    SELECT article, emoji, SUM(counted) AS counted, SUM(found) AS found FROM (
                      SELECT article, emoji, count AS counted, 0 AS found FROM reaction_count
                      UNION ALL
                      SELECT article, emoji, 0, COUNT(*) FROM reaction GROUP BY article, emoji
                    ) AS both_ways
                    GROUP BY article, emoji HAVING SUM(counted) <> SUM(found)
                    ORDER BY article, emoji
                    """)
                .query(Drift.class)
                .list());
  }

  /** Returns the ids of all articles that anybody ever reacted to. */
  List<Long> articles() {
    return database.read(ReactionRows::articles);
  }

  /** Returns how many reactions an article has of those that were given in each late minute. */
  Map<Long, Long> minutes(long article, long since) {
    return database.read(sql -> ReactionRows.minutes(sql, article, since));
  }

  /** Forgets when reactions of minutes before this one were given. */
  void forgetMinutes(long before) {
    database.write(
        sql -> {
          ReactionRows.forgetMinutes(sql, before);
          return before;
        });
  }

  private CompletableFuture<Answer> wish(
      long article, long reader, @Nullable String emoji, long network) {
    Optional<Integer> wait = limits.take(article, reader, network);
    if (wait.isPresent()) {
      return CompletableFuture.completedFuture(new Answer.Limited(wait.get()));
    }
    return writer.submit(new ReactionRows.Wish(article, reader, emoji, clock.millis()));
  }

  private List<Answer> fulfil(JdbcClient sql, List<ReactionRows.Wish> wishes) {
    Map<Long, Boolean> published = new HashMap<>();
    wishes.forEach(wish -> published.computeIfAbsent(wish.article(), articles::isPublished));
    List<ReactionRows.Wish> possible =
        wishes.stream().filter(wish -> isPossible(wish, published)).toList();
    // Two nodes must not count two wishes of one reader at once.
    sql.sql(database.dialect().serialize(LOCK)).query(row -> {});
    Iterator<Boolean> changes = ReactionRows.fulfil(sql, possible).iterator();
    List<Answer> answers = new ArrayList<>();
    Map<Long, Reacted> numbers = new HashMap<>();
    Set<Long> changed = new LinkedHashSet<>();
    for (ReactionRows.Wish wish : wishes) {
      if (!isPossible(wish, published)) {
        answers.add(new Answer.NoArticle());
        continue;
      }
      boolean did = changes.next();
      if (did) {
        changed.add(wish.article());
      }
      Reacted reacted =
          numbers.computeIfAbsent(
              wish.article(), article -> Reacted.of(offered, ReactionRows.counts(sql, article)));
      answers.add(new Answer.Done(reacted, did));
    }
    changed.forEach(article -> outbox.append(sql, new ReactionsChanged(article)));
    return answers;
  }

  /** What was given can be taken back when its story is no longer there. */
  private static boolean isPossible(ReactionRows.Wish wish, Map<Long, Boolean> published) {
    return wish.emoji() == null || published.getOrDefault(wish.article(), false);
  }
}
