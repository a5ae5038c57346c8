package io.broadsheet.comments;

import org.jspecify.annotations.Nullable;

/** What the rules say of a comment. */
sealed interface Judgement {
  /** Nothing speaks against it. */
  record Pass() implements Judgement {}

  /** A moderator has to look at it. */
  record Hold(Rule rule) implements Judgement {}

  /**
   * It is not taken.
   *
   * @param seconds after which it would be, if that is why; else 0
   */
  record Reject(Rule rule, int seconds) implements Judgement {}

  /** Returns the rule by which it waits; null for none. */
  default @Nullable Rule rule() {
    return this instanceof Hold(Rule rule) ? rule : null;
  }
}
