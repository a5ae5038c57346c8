package io.broadsheet.rates;

import java.util.ArrayList;
import java.util.List;

/** What one answer of a source says: its quotes, and the rows of it that are none. */
final class Reading implements QuoteSink {
  private final List<Quote> quotes = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  @Override
  public void take(Quote quote) {
    quotes.add(quote);
  }

  @Override
  public void refuse(String name, String reason) {
    refused.add(name + ": " + reason);
  }

  List<Quote> quotes() {
    return List.copyOf(quotes);
  }

  /** Returns what was refused, each as the name of the row and a sentence. */
  List<String> refused() {
    return List.copyOf(refused);
  }
}
