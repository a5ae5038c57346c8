package io.broadsheet.audience;

import java.time.Duration;

/** What became of a view. */
public sealed interface Outcome {
  /** It counts, and is durable. */
  record Counted() implements Outcome {}

  /**
   * The reader's view of this article within the last 30 minutes counts already, and is durable.
   */
  record Repeat() implements Outcome {}

  /** It is in the log, but held in quarantine with others of a spike, and does not count so far. */
  record Held() implements Outcome {}

  /** It tells how far a story was read, and is noted if the view of it counts. */
  record Noted() implements Outcome {}

  /** A declared bot sent it, or a browser that fetched the page ahead; it does not count. */
  record Bot() implements Outcome {}

  /** No such article is published. */
  record Unknown() implements Outcome {}

  /**
   * The reader's address block has sent more than its share.
   *
   * @param retryAfter when it may try again, positive
   */
  record Limited(Duration retryAfter) implements Outcome {}

  /** It could not be made durable and does not count; trying again is right. */
  record Unwritable() implements Outcome {}

  /** The one {@link Counted}. */
  Outcome COUNTED = new Counted();

  /** The one {@link Repeat}. */
  Outcome REPEAT = new Repeat();

  /** The one {@link Held}. */
  Outcome HELD = new Held();

  /** The one {@link Noted}. */
  Outcome NOTED = new Noted();

  /** The one {@link Bot}. */
  Outcome BOT = new Bot();

  /** The one {@link Unknown}. */
  Outcome UNKNOWN = new Unknown();

  /** The one {@link Unwritable}. */
  Outcome UNWRITABLE = new Unwritable();
}
