package io.broadsheet.articles;

/**
 * What became of a submission.
 *
 * @param id the article's
 * @param change what saving it did
 */
public record Saved(long id, Change change) {
  /** What saving did. */
  public enum Change {
    /** It was not there before. */
    NEW,
    /** It was there and said something else. */
    CHANGED,
    /** It was there as it is. */
    UNCHANGED
  }
}
