package io.broadsheet.newsroom;

import io.broadsheet.comments.Queue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The screen on which a moderator decides, and to which one returns.
 *
 * @param queue the code of the queue; null for the first, or if it is a reader's record
 * @param after the id of the comment after which the queue is shown; null for its beginning
 * @param reader whose record it is; null for a queue
 */
record CommentFrom(@Nullable String queue, @Nullable Long after, @Nullable Long reader) {
  static final String PATH = "/newsroom/comments";

  static CommentFrom queue(Queue queue, long after) {
    return new CommentFrom(queue.code(), after == 0 ? null : after, null);
  }

  static CommentFrom reader(long reader) {
    return new CommentFrom(null, null, reader);
  }

  /** Returns the path of the screen on which it is set how a story may be commented on. */
  static String mode(long article) {
    return PATH + "/stories/" + article;
  }

  /** Returns the path of the screen. */
  String path() {
    if (reader != null) {
      return PATH + "/readers/" + reader;
    }
    Queue chosen = Queue.of(queue == null ? "" : queue).orElse(Queue.HELD);
    return PATH + "?queue=" + chosen.code() + (after == null ? "" : "&after=" + after);
  }

  /** Returns what a form hands in to lead back here. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (reader != null) {
      parameters.put("reader", reader.toString());
    }
    if (queue != null) {
      parameters.put("queue", queue);
    }
    if (after != null) {
      parameters.put("after", after.toString());
    }
    return parameters;
  }
}
