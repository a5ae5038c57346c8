package io.broadsheet.audience;

/**
 * An article's totals of all time, with what was carried over from an old site.
 *
 * @param views distinct views, 0 or more
 * @param comments approved comments, 0 or more
 * @param reactions reactions, 0 or more
 */
public record Counts(long views, long comments, long reactions) {
  /** An article that nobody has read yet. */
  public static final Counts NONE = new Counts(0, 0, 0);
}
