package io.broadsheet.comments;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of threads.
 *
 * @param threads in the order that was asked for
 * @param next where the following page begins; null at the end
 */
public record Threads(List<Branch> threads, @Nullable Cursor next) {

  /**
   * A comment and the first of its replies.
   *
   * @param root may be one that was taken down, whose text is not for readers
   * @param replies the oldest first
   * @param more how many replies follow
   */
  public record Branch(Comment root, List<Comment> replies, long more) {}

  /**
   * A place between two threads.
   *
   * @param rating of the thread before it; 0 where the order is one of time
   * @param id of the thread before it
   */
  public record Cursor(long rating, long id) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,10})-([1-9][0-9]{0,17})");

    /** Reads what {@link #code} wrote; empty for what is none. */
    public static Optional<Cursor> of(String code) {
      Matcher found = FORM.matcher(code);
      return found.matches()
          ? Optional.of(new Cursor(Long.parseLong(found.group(1)), Long.parseLong(found.group(2))))
          : Optional.empty();
    }

    /** Returns it as addresses carry it. */
    public String code() {
      return rating + "-" + id;
    }
  }
}
