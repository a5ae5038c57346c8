package io.broadsheet.comments;

/** What became of a comment that a reader sent in. */
public sealed interface Outcome {

  /**
   * Everybody sees it; durably.
   *
   * @param again whether it was there already, sent in before
   */
  record Accepted(Comment comment, boolean again) implements Outcome {}

  /**
   * It waits for a moderator; durably.
   *
   * @param again whether it was there already, sent in before
   */
  record Held(Comment comment, boolean again) implements Outcome {}

  /**
   * It was not taken.
   *
   * @param rule why not
   * @param seconds after which it would be taken, if that is why; else 0
   */
  record Rejected(Rule rule, int seconds) implements Outcome {}

  /** There is no such story for readers. */
  record NoArticle() implements Outcome {}
}
