package io.broadsheet.newsroom;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.CommentHtml;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Moderation;
import io.broadsheet.comments.ReaderRecord;
import io.broadsheet.comments.State;
import io.broadsheet.newsroom.view.CommentCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comments as the moderators' screens show them. */
final class CommentCases {
  private static final int LONGEST_ANSWERED = 240;

  private final Articles articles;
  private final Comments comments;
  private final Moderation moderation;

  CommentCases(Articles articles, Comments comments, Moderation moderation) {
    this.articles = articles;
    this.comments = comments;
    this.moderation = moderation;
  }

  /** Returns what waits, with what speaks for and against each. */
  List<CommentCase> waiting(List<Moderation.Case> cases, Texts texts) {
    Map<Long, Teaser> stories = stories(cases.stream().map(Moderation.Case::comment).toList());
    Map<Long, String> records = new HashMap<>();
    return cases.stream()
        .map(
            one ->
                of(
                    one,
                    stories,
                    records.computeIfAbsent(
                        one.comment().reader(), id -> about(moderation.record(id), texts)),
                    "",
                    texts))
        .toList();
  }

  /** Returns what one reader wrote, each with how it stands. */
  List<CommentCase> ofReader(List<Comment> own, Texts texts) {
    Map<Long, Teaser> stories = stories(own);
    return own.stream()
        .map(
            comment ->
                of(
                    new Moderation.Case(comment, List.of(), ""),
                    stories,
                    "",
                    texts.text("comments.state." + comment.state().code()),
                    texts))
        .toList();
  }

  /** Returns a reader's record in numbers, on one line. */
  private static String about(ReaderRecord record, Texts texts) {
    List<String> parts = new ArrayList<>();
    parts.add(texts.text("comments.record.shown", texts.number(record.shown())));
    parts.add(texts.text("comments.record.removed", texts.number(record.removed())));
    if (record.since() != null) {
      parts.add(texts.text("comments.record.since", texts.date(record.since())));
    }
    if (record.bannedUntil() != null) {
      parts.add(texts.text("comments.record.banned", texts.full(record.bannedUntil())));
    }
    return String.join(" · ", parts);
  }

  private Map<Long, Teaser> stories(List<Comment> all) {
    Set<Long> ids = all.stream().map(Comment::article).collect(Collectors.toSet());
    return articles.known(ids);
  }

  private CommentCase of(
      Moderation.Case one, Map<Long, Teaser> stories, String record, String state, Texts texts) {
    Comment comment = one.comment();
    Teaser story = Objects.requireNonNull(stories.get(comment.article()), "a story is never gone");
    return new CommentCase(
        comment.id(),
        WritingViews.titled(story.headline(), texts),
        story.language().code(),
        story.path(),
        CommentFrom.mode(story.id()),
        comment.state() == State.DELETED ? texts.text("comments.gone") : comment.name(),
        CommentFrom.reader(comment.reader()).path(),
        record,
        texts.full(comment.at()),
        state,
        answered(comment.parent(), texts),
        CommentHtml.of(comment.text()),
        why(one, texts),
        one.appeal());
  }

  private CommentCase.@Nullable Answered answered(@Nullable Long parent, Texts texts) {
    if (parent == null) {
      return null;
    }
    Comment answered = comments.find(parent).orElseThrow();
    if (answered.state() == State.DELETED) {
      return new CommentCase.Answered(texts.text("comments.gone"), "");
    }
    String text = answered.text().replace('\n', ' ');
    int end = Math.min(text.length(), LONGEST_ANSWERED);
    // A character of two halves is not cut in its middle.
    boolean torn = end < text.length() && Character.isLowSurrogate(text.charAt(end));
    return new CommentCase.Answered(
        answered.name(),
        end == text.length() ? text : text.substring(0, torn ? end - 1 : end) + "…");
  }

  private static List<String> why(Moderation.Case one, Texts texts) {
    Comment comment = one.comment();
    List<String> why = new ArrayList<>();
    if (comment.state() == State.HELD && comment.rule() != null) {
      why.add(texts.text("comments.held." + comment.rule().code()));
    }
    if (comment.state() == State.REMOVED) {
      why.add(
          comment.reason().isEmpty()
              ? texts.text("comments.removed")
              : texts.text("comments.removed.for", comment.reason()));
    }
    if (comment.reports() > 0) {
      why.add(texts.words().count("comments.reports", comment.reports()));
    }
    one.reports().stream()
        .filter(reason -> !reason.isBlank())
        .forEach(reason -> why.add(texts.text("comments.report", reason)));
    return why;
  }
}
