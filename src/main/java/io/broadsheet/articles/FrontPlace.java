package io.broadsheet.articles;

/**
 * A story that an editor put on the front page, and whether it is there.
 *
 * @param teaser of the story, whatever its state
 */
public record FrontPlace(FrontSlot slot, Teaser teaser, Standing standing) {

  /** Whether readers see it there. */
  public enum Standing {
    /** They do. */
    SHOWN,
    /** Its time has not come. */
    WAITING,
    /** Its time has passed. */
    OVER,
    /** Lists do not show the story: it was withdrawn, or has expired. */
    UNLISTED,
    /** There are enough before it. */
    CROWDED_OUT
  }
}
