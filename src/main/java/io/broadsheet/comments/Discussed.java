package io.broadsheet.comments;

/**
 * How a story is discussed.
 *
 * @param comments how many comments are shown, 0 or more
 * @param commenters how many readers wrote them
 */
public record Discussed(long comments, long commenters) {
  /** A story that nobody has commented on. */
  public static final Discussed NOTHING = new Discussed(0, 0);
}
