package io.broadsheet.newsroom;

import io.broadsheet.articles.Article;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.DiscussionMode;
import io.broadsheet.comments.Moderation;
import io.broadsheet.comments.Queue;
import io.broadsheet.comments.ReaderRecord;
import io.broadsheet.comments.State;
import io.broadsheet.newsroom.view.CommentMode;
import io.broadsheet.newsroom.view.CommentQueue;
import io.broadsheet.newsroom.view.CommentReader;
import io.broadsheet.newsroom.view.CommentRules;
import io.broadsheet.newsroom.view.Figure;
import io.broadsheet.newsroom.view.Link;
import io.broadsheet.newsroom.view.Shell;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the moderators' screens. */
final class CommentViews {
  /** For how many days a reader can be banned. */
  static final List<Integer> BANS = List.of(1, 7, 30, 365);

  /** How many seconds readers may have to wait between two comments under a story. */
  static final List<Integer> SLOW = List.of(0, 30, 60, 300, 900);

  private static final int CASES = 30;
  private static final int OF_READER = 50;

  private final Newsroom newsroom;
  private final CommentCases cases;
  private final Comments comments;
  private final Moderation moderation;
  private final CommentDecisions decisions;

  CommentViews(
      Newsroom newsroom,
      CommentCases cases,
      Comments comments,
      Moderation moderation,
      CommentDecisions decisions) {
    this.newsroom = newsroom;
    this.cases = cases;
    this.comments = comments;
    this.moderation = moderation;
    this.decisions = decisions;
  }

  /**
   * Returns what waits in a queue.
   *
   * @param after the id of the comment after which to begin; 0 for the first
   * @param done what was decided a moment ago, by its name; empty for nothing
   */
  CommentQueue queue(Visit visit, Queue queue, long after, String done) {
    Texts texts = visit.texts();
    Set<String> topics = visit.member().topics();
    Map<Queue, Long> counts = moderation.counts(topics);
    List<Moderation.Case> waiting = moderation.waiting(queue, topics, after, CASES + 1);
    List<Moderation.Case> shown = waiting.subList(0, Math.min(CASES, waiting.size()));
    CommentFrom here = CommentFrom.queue(queue, after);
    return new CommentQueue(
        shell(visit, texts.text("comments.title"), "desk.js", "comments.js"),
        here.path(),
        Arrays.stream(Queue.values())
            .map(
                one ->
                    new Link(
                        CommentFrom.queue(one, 0).path(),
                        texts.text("comments.queue." + one.code())
                            + " "
                            + texts.number(counts.getOrDefault(one, 0L)),
                        one == queue))
            .toList(),
        cases.waiting(shown, texts),
        reasons(texts),
        here.parameters(),
        decisions.outcome(visit, done),
        texts.text(after == 0 ? "comments.empty." + queue.code() : "comments.empty.end"),
        after == 0 ? null : CommentFrom.queue(queue, 0).path(),
        waiting.size() > CASES
            ? CommentFrom.queue(queue, shown.getLast().comment().id()).path()
            : null);
  }

  /** Returns a reader's record, if there is anything in it. */
  CommentReader reader(Visit visit, long reader, String done) {
    Texts texts = visit.texts();
    ReaderRecord record = moderation.record(reader);
    List<Comment> own = decisions.covered(visit, comments.ofReader(reader, OF_READER));
    if (own.isEmpty() && record.bannedUntil() == null) {
      throw StoriesController.nothing();
    }
    String name =
        own.stream()
            .filter(one -> one.state() != State.DELETED)
            .map(Comment::name)
            .findFirst()
            .orElse(texts.text("comments.reader.nameless"));
    CommentFrom here = CommentFrom.reader(reader);
    return new CommentReader(
        shell(visit, texts.text("comments.reader", name), "desk.js"),
        here.path(),
        name,
        record.since() == null
            ? ""
            : texts.text("comments.reader.since", texts.date(record.since())),
        List.of(
            figure("shown", record.shown(), texts),
            figure("held", record.held(), texts),
            figure("removed", record.removed(), texts),
            figure("deleted", record.deleted(), texts)),
        ban(record, texts),
        record.shown() > 0,
        BANS.stream()
            .map(days -> new Link(days + "", texts.text("comments.ban." + days), days == 7))
            .toList(),
        reasons(texts),
        here.parameters(),
        decisions.outcome(visit, done),
        cases.ofReader(own, texts));
  }

  /** Returns how a story may be commented on. */
  CommentMode mode(Visit visit, Article article, String done) {
    Texts texts = visit.texts();
    DiscussionMode mode = moderation.mode(article.id());
    long slow = mode.slow().toSeconds();
    return new CommentMode(
        shell(visit, texts.text("comments.mode.title")),
        CommentFrom.mode(article.id()),
        WritingViews.titled(article.content().headline(), texts),
        article.language().code(),
        article.path(),
        Arrays.stream(DiscussionMode.Kind.values())
            .map(
                kind ->
                    new Link(
                        kind.code(),
                        texts.text("comments.mode." + kind.code()),
                        kind == mode.kind()))
            .toList(),
        SLOW.stream()
            .map(
                seconds ->
                    new Link(seconds + "", texts.text("comments.slow." + seconds), seconds == slow))
            .toList(),
        decisions.outcome(visit, done));
  }

  /** Returns by which rules comments are judged. */
  CommentRules rules(Visit visit) {
    Texts texts = visit.texts();
    return new CommentRules(
        shell(visit, texts.text("rules.title")),
        CommentFrom.PATH + "/rules",
        moderation.rules().stream().map(rule -> RuleTexts.line(rule, texts)).toList());
  }

  private Shell shell(Visit visit, String title, String... scripts) {
    return newsroom.shell(visit, Newsroom.Section.COMMENTS, title, scripts);
  }

  private static List<Link> reasons(Texts texts) {
    return Arrays.stream(RemovalReason.values())
        .map(
            reason ->
                new Link(reason.code(), texts.text("comments.reason." + reason.code()), false))
        .toList();
  }

  private static Figure figure(String name, long number, Texts texts) {
    return new Figure(texts.text("comments.figure." + name), texts.number(number));
  }

  private static String ban(ReaderRecord record, Texts texts) {
    if (record.bannedUntil() == null) {
      return "";
    }
    String until = texts.full(record.bannedUntil());
    return record.banReason().isEmpty()
        ? texts.text("comments.banned", until)
        : texts.text("comments.banned.for", until, record.banReason());
  }
}
