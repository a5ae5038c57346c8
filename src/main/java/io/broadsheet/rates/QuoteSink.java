package io.broadsheet.rates;

/** Takes what a reader of a format finds, row by row. */
public interface QuoteSink {
  /** Takes a quote. */
  void take(Quote quote);

  /**
   * Hears of a row that is no quote.
   *
   * @param name what the row is about, such as {@code USD}
   * @param reason one sentence
   */
  void refuse(String name, String reason);
}
