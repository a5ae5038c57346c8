package io.broadsheet.comments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comments as programs read them.
 *
 * @param total how many the article has
 * @param items threads, or the replies of one
 * @param next what to send as {@code after} for the following page; null at the end
 */
record CommentItems(long total, List<Item> items, @Nullable String next) {

  /**
   * One comment.
   *
   * @param parent the id of the comment that it answers; null for one that begins a thread
   * @param name null where a moderator or its writer took it down, as is the text
   * @param state null for one that everybody sees, which is the rule
   * @param reason why it was taken down, for its writer
   * @param replies the first replies, the oldest first; null for a reply
   * @param more how many replies follow; null for a reply
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      long id,
      long article,
      @Nullable Long parent,
      @Nullable String name,
      @Nullable String text,
      Instant at,
      @Nullable Instant edited,
      long up,
      long down,
      @Nullable String state,
      @Nullable String rule,
      @Nullable String reason,
      @Nullable List<Item> replies,
      @Nullable Long more) {}

  /** Returns a comment as everybody sees it. */
  static Item of(Comment comment) {
    return item(comment, null, null);
  }

  /** Returns a comment as its writer sees it. */
  static Item ofWriter(Comment comment) {
    boolean removed = comment.state() == State.REMOVED;
    return new Item(
        comment.id(),
        comment.article(),
        comment.parent(),
        comment.name(),
        comment.text(),
        comment.at(),
        comment.edited(),
        comment.ups(),
        comment.downs(),
        comment.state() == State.SHOWN ? null : comment.state().code(),
        comment.state() == State.HELD && comment.rule() != null ? comment.rule().code() : null,
        removed ? comment.reason() : null,
        null,
        null);
  }

  static CommentItems of(Threads threads, long total) {
    return new CommentItems(
        total,
        threads.threads().stream().map(CommentItems::of).toList(),
        threads.next() == null ? null : threads.next().code());
  }

  static CommentItems replies(Threads.Branch thread, long total) {
    List<Comment> replies = thread.replies();
    return new CommentItems(
        total,
        replies.stream().map(CommentItems::of).toList(),
        thread.more() > 0 ? Long.toString(replies.getLast().id()) : null);
  }

  private static Item of(Threads.Branch thread) {
    return item(
        thread.root(), thread.replies().stream().map(CommentItems::of).toList(), thread.more());
  }

  private static Item item(Comment comment, @Nullable List<Item> replies, @Nullable Long more) {
    boolean shown = comment.state() == State.SHOWN;
    return new Item(
        comment.id(),
        comment.article(),
        comment.parent(),
        shown ? comment.name() : null,
        shown ? comment.text() : null,
        comment.at(),
        comment.edited(),
        comment.ups(),
        comment.downs(),
        shown ? null : State.REMOVED.code(),
        null,
        null,
        replies,
        more);
  }
}
