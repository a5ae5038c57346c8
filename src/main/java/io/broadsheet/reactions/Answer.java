package io.broadsheet.reactions;

/** What came of a reader's wish to react. */
public sealed interface Answer {

  /**
   * It is as the reader wants it, durably.
   *
   * @param reacted the article's numbers with it
   * @param changed whether it was otherwise before
   */
  record Done(Reacted reacted, boolean changed) implements Answer {}

  /** There is no such article for readers. */
  record NoArticle() implements Answer {}

  /** That is none of what is offered. */
  record NotOffered() implements Answer {}

  /**
   * Too much came from there.
   *
   * @param seconds after which to try again, 1 or more
   */
  record Limited(int seconds) implements Answer {}
}
