package io.broadsheet.comments;

import io.broadsheet.accounts.ReaderLeft;
import io.broadsheet.accounts.SignInWays;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.database.Database;
import io.broadsheet.database.GroupWriter;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.CommentSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What readers write under stories.
 *
 * <p>What a method that writes has returned is durable; what changes for readers is told as {@link
 * CommentsChanged}. The cost of a page of threads does not grow with their number. All calls block
 * on the database.
 */
public final class Comments {
  /** How many replies are shown with a thread's beginning. */
  public static final int FIRST_REPLIES = 3;

  private static final long LOCK = 0x636f6d6d656e74L;

  private final Database database;
  private final Articles articles;
  private final InstantSource clock;
  private final SignInWays ways;
  private final Rules rules;
  private final Counting counting;
  private final Origins origins;
  private final GroupWriter<Sent, Outcome> writer;

  /** Opens the comments of this database. */
  public Comments(
      Database database,
      Articles articles,
      Outbox outbox,
      InstantSource clock,
      SignInWays ways,
      CommentSettings settings) {
    this.database = database;
    this.articles = articles;
    this.clock = clock;
    this.ways = ways;
    this.rules = new Rules(settings, clock);
    this.counting = new Counting(outbox);
    this.origins = new Origins(clock);
    this.writer = new GroupWriter<>(database, this::takeAll);
  }

  /**
   * What the words say is judged before the others have to wait for it.
   *
   * @param held by the words, if they call a moderator
   */
  private record Sent(CommentRows.Fresh fresh, Optional<Judgement> held, Teaser story) {}

  /** Takes a comment in, if the rules allow it; sending the same again finds what is there. */
  public Outcome submit(Attempt attempt) {
    if (!ways.admits(attempt.reader())) {
      return new Outcome.Rejected(Rule.SIGN_IN, 0);
    }
    String account = attempt.reader().name();
    String name = account.isEmpty() ? PlainText.line(attempt.name()) : account;
    String text = PlainText.text(attempt.text());
    Optional<Rule> unfit = rules.unfit(name, text);
    if (unfit.isPresent()) {
      return new Outcome.Rejected(unfit.get(), 0);
    }
    Optional<Teaser> story = articles.teasers(List.of(attempt.article())).stream().findFirst();
    if (story.isEmpty()) {
      return new Outcome.NoArticle();
    }
    CommentRows.Fresh fresh = fresh(attempt, name, text);
    Optional<Outcome> there = database.read(sql -> again(sql, fresh));
    if (there.isPresent()) {
      return there.get();
    }
    return rules.rate(attempt) instanceof Judgement.Reject(Rule rule, int seconds)
        ? new Outcome.Rejected(rule, seconds)
        : writer.write(new Sent(fresh, rules.held(name, text), story.get()));
  }

  /** Returns threads of an article as readers see them, from some place on. */
  public Threads threads(long article, Order order, Threads.@Nullable Cursor after, int limit) {
    return database.read(
        sql -> {
          List<Comment> roots = CommentRows.roots(sql, article, order, after, limit + 1);
          boolean more = roots.size() > limit;
          List<Comment> shown = more ? roots.subList(0, limit) : roots;
          Threads.Cursor next = null;
          if (more) {
            long last = shown.getLast().id();
            next =
                new Threads.Cursor(order == Order.BEST ? CommentRows.rating(sql, last) : 0, last);
          }
          return new Threads(
              shown.stream().map(root -> thread(sql, root, 0, FIRST_REPLIES)).toList(), next);
        });
  }

  /**
   * Returns a thread as readers see it; empty if they see none of it.
   *
   * @param root the id of the comment that begins it
   * @param after the id of the reply after which to go on; 0 for the first
   */
  public Optional<Threads.Branch> thread(long article, long root, long after, int limit) {
    return database.read(
        sql ->
            CommentRows.byId(sql, root)
                .filter(
                    one ->
                        one.article() == article
                            && one.root() == null
                            && (one.state() == State.SHOWN || one.replies() > 0))
                .map(one -> thread(sql, one, after, limit)));
  }

  /** Returns the comment of this id, in whatever state. */
  public Optional<Comment> find(long id) {
    return database.read(sql -> CommentRows.byId(sql, id));
  }

  /** Returns how an article is discussed. */
  public Discussed of(long article) {
    return database.read(sql -> DiscussionRows.counts(sql, article));
  }

  /** Tells whether readers may comment on an article, if it is published. */
  public boolean isOpen(long article) {
    Optional<Teaser> story = articles.teasers(List.of(article)).stream().findFirst();
    return story.isPresent()
        && !rules.isClosed(
            database.read(sql -> DiscussionRows.mode(sql, article)), story.get(), clock.instant());
  }

  /** Returns what a reader wrote, in whatever state, the newest first. */
  public List<Comment> ofReader(long reader, int limit) {
    return database.read(
        sql ->
            sql.sql("SELECT * FROM comment WHERE reader = :reader ORDER BY id DESC LIMIT :limit")
                .param("reader", reader)
                .param("limit", limit)
                .query(CommentRows::comment)
                .list());
  }

  /** Returns comments in whatever state, by their ids. */
  List<Comment> after(long id, int limit) {
    return database.read(
        sql ->
            sql.sql("SELECT * FROM comment WHERE id > :id ORDER BY id LIMIT :limit")
                .param("id", id)
                .param("limit", limit)
                .query(CommentRows::comment)
                .list());
  }

  /** Changes what a reader wrote, within the time that is set for that. */
  public Edited edit(long id, long reader, String typed) {
    String text = PlainText.text(typed);
    return database.write(
        sql -> {
          takeTurns(sql);
          Optional<Comment> found = own(sql, id, reader);
          if (found.isEmpty()) {
            return new Edited.NotYours();
          }
          Comment comment = found.get();
          Optional<Rule> unfit = rules.unfit(comment.name(), text);
          if (unfit.isPresent()) {
            return new Edited.Unfit(unfit.get());
          }
          if (!isEditable(comment)) {
            return new Edited.TooLate();
          }
          change(sql, comment, text);
          return new Edited.Done(CommentRows.byId(sql, id).orElseThrow());
        });
  }

  /** Takes back what a reader wrote; its text is gone for good. Tells whether there was any. */
  public boolean delete(long id, long reader) {
    return database.write(
        sql -> {
          takeTurns(sql);
          Optional<Comment> found = own(sql, id, reader);
          found.ifPresent(comment -> erase(sql, comment));
          return found.isPresent();
        });
  }

  /** Takes back all that a reader wrote, and returns how many comments that were. */
  public int deleteAll(long reader) {
    return database.write(
        sql -> {
          takeTurns(sql);
          List<Comment> all =
              sql.sql("SELECT * FROM comment WHERE reader = :reader AND state <> 'deleted'")
                  .param("reader", reader)
                  .query(CommentRows::comment)
                  .list();
          all.forEach(comment -> erase(sql, comment));
          return all.size();
        });
  }

  /** Makes what one reader wrote another's, who is the same and has signed in. */
  void adopt(long anonymous, long account) {
    database.write(
        sql -> {
          takeTurns(sql);
          sql.sql("SELECT * FROM comment WHERE reader = :reader")
              .param("reader", anonymous)
              .query(CommentRows::comment)
              .list()
              .forEach(comment -> counting.adopt(sql, comment, account));
          BanRows.adopt(sql, anonymous, account);
          return account;
        });
  }

  /** Has a ban go on after the account, and takes the account's comments away if that was asked. */
  void leave(ReaderLeft event) {
    database.write(
        sql -> {
          BanRows.adopt(sql, event.account(), event.successor());
          return BanRows.lift(sql, event.account());
        });
    if (event.words()) {
      deleteAll(event.account());
    }
  }

  /** Tells whether a reader may not comment for now. */
  public boolean isBanned(long reader) {
    return database.read(
        sql -> BanRows.bannedUntil(sql, reader).filter(clock.instant()::isBefore).isPresent());
  }

  /** Tells whether who wrote a comment may still change it. */
  public boolean isEditable(Comment comment) {
    boolean open = comment.state() == State.SHOWN || comment.state() == State.HELD;
    return open && rules.isEditable(comment);
  }

  /** Returns when the comments of late came, minute by minute. */
  Map<Long, Long> minutes(long article, long since) {
    return database.read(sql -> DiscussionRows.minutes(sql, article, since));
  }

  /** Forgets when comments of minutes before this one came. */
  void forgetMinutes(long before) {
    database.write(
        sql ->
            sql.sql("DELETE FROM comment_minute WHERE minute < :before")
                .param("before", before)
                .update());
  }

  /** Counts all anew, and returns those counts that are not the numbers of what there is. */
  List<CountRows.Drift> recount() {
    return database.read(CountRows::drifts);
  }

  /** Returns the ids of all articles that anybody ever commented on. */
  List<Long> articles() {
    return database.read(sql -> sql.sql("SELECT article FROM discussion").query(Long.class).list());
  }

  /** Returns the rules as they are set, in their order. */
  List<Rules.Shown> rules() {
    return rules.shown();
  }

  Counting counting() {
    return counting;
  }

  /** Has what changes comments go one after the other, on several nodes too. */
  void takeTurns(JdbcClient sql) {
    sql.sql(database.dialect().serialize(LOCK)).query(row -> {});
  }

  private Threads.Branch thread(JdbcClient sql, Comment root, long after, int limit) {
    List<Comment> replies =
        root.replies() == 0 ? List.of() : CommentRows.replies(sql, root.id(), after, limit + 1);
    List<Comment> shown = replies.subList(0, Math.min(limit, replies.size()));
    long more = replies.size() <= limit ? 0 : after == 0 ? root.replies() - shown.size() : 1;
    return new Threads.Branch(root, shown, more);
  }

  private CommentRows.Fresh fresh(Attempt attempt, String name, String text) {
    return new CommentRows.Fresh(
        attempt,
        null,
        name,
        text,
        Skeleton.fingerprint(text),
        origins.of(attempt.network(), attempt.agent()),
        Instant.ofEpochMilli(clock.millis()));
  }

  private List<Outcome> takeAll(JdbcClient sql, List<Sent> all) {
    takeTurns(sql);
    List<Outcome> outcomes = new ArrayList<>(all.size());
    all.forEach(sent -> outcomes.add(take(sql, sent)));
    return outcomes;
  }

  private Outcome take(JdbcClient sql, Sent sent) {
    CommentRows.Fresh fresh = sent.fresh();
    Long parent = fresh.attempt().parent();
    if (parent != null) {
      Optional<Comment> answered =
          CommentRows.byId(sql, parent)
              .filter(one -> one.article() == sent.story().id() && one.state() == State.SHOWN);
      if (answered.isEmpty()) {
        return new Outcome.Rejected(Rule.PARENT, 0);
      }
      fresh = fresh.under(answered.get().thread());
    }
    Optional<Outcome> there = again(sql, fresh);
    if (there.isPresent()) {
      return there.get();
    }
    Judgement judgement = rules.judge(sql, fresh, sent.story(), sent.held());
    if (judgement instanceof Judgement.Reject(Rule rule, int seconds)) {
      return new Outcome.Rejected(rule, seconds);
    }
    long id = CommentRows.insert(sql, fresh, judgement.rule());
    Comment held = CommentRows.byId(sql, id).orElseThrow();
    if (judgement instanceof Judgement.Hold) {
      return new Outcome.Held(held, false);
    }
    counting.move(sql, held, State.SHOWN, "");
    return new Outcome.Accepted(CommentRows.byId(sql, id).orElseThrow(), false);
  }

  private static Optional<Outcome> again(JdbcClient sql, CommentRows.Fresh fresh) {
    return CommentRows.same(sql, fresh)
        .map(
            there ->
                switch (there.state()) {
                  case SHOWN -> new Outcome.Accepted(there, true);
                  case HELD -> new Outcome.Held(there, true);
                  case REMOVED, DELETED -> new Outcome.Rejected(Rule.REPEATED, 0);
                });
  }

  private static Optional<Comment> own(JdbcClient sql, long id, long reader) {
    return CommentRows.byId(sql, id)
        .filter(one -> one.reader() == reader && one.state() != State.DELETED);
  }

  private void change(JdbcClient sql, Comment comment, String text) {
    Optional<Judgement> held = rules.held(comment.name(), text);
    sql.sql(
            """
            UPDATE comment SET text = :text, fingerprint = :fingerprint, edited_at = :now,
              rule = :rule
            WHERE id = :id
            """)
        .param("text", text)
        .param("fingerprint", Skeleton.fingerprint(text))
        .param("now", clock.millis())
        .param(
            "rule",
            held.map(Judgement::rule)
                .or(() -> Optional.ofNullable(comment.rule()))
                .map(Rule::code)
                .orElse(""))
        .param("id", comment.id())
        .update();
    if (held.isPresent()) {
      counting.move(sql, comment, State.HELD, "");
    } else if (comment.state() == State.SHOWN) {
      counting.changed(sql, comment.article());
    }
  }

  private void erase(JdbcClient sql, Comment comment) {
    sql.sql("UPDATE comment SET text = '', name = '', fingerprint = 0 WHERE id = :id")
        .param("id", comment.id())
        .update();
    counting.move(sql, comment, State.DELETED, "");
  }
}
