package io.broadsheet.rates;

/** What became of a quote that was handed in. */
public sealed interface Taking {
  /** It was not known, or said something else of its time. */
  record Taken() implements Taking {}

  /** It says what the quote before it says. */
  record Unchanged() implements Taking {}

  /**
   * It cannot be true.
   *
   * @param reason one sentence
   */
  record Refused(String reason) implements Taking {}
}
