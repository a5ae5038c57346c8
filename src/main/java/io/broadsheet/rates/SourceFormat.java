package io.broadsheet.rates;

import io.broadsheet.settings.SourceSettings;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.ZoneId;

/** Reads what a source writes. */
@FunctionalInterface
interface SourceFormat {
  /**
   * Reads an answer.
   *
   * @param now from when quotes hold that do not say it
   * @throws SourceFailure if it is something else
   */
  void read(Reader text, Instant now, QuoteSink sink) throws SourceFailure, IOException;

  /**
   * Returns the format of a source.
   *
   * @param priceCurrency what prices are in where the source does not say it
   * @param zone of times without an offset
   */
  static SourceFormat of(SourceSettings source, String priceCurrency, ZoneId zone) {
    return switch (source.format()) {
      case NATIONAL_BANK_OF_KAZAKHSTAN -> {
        KazakhstanRates rates = new KazakhstanRates(named(source, KazakhstanRates.BANK));
        yield (text, now, sink) -> rates.read(text, sink);
      }
      case BANK_OF_RUSSIA -> {
        RussiaRates rates = new RussiaRates(named(source, RussiaRates.BANK));
        yield (text, now, sink) -> rates.read(text, sink);
      }
      case EUROPEAN_CENTRAL_BANK -> {
        EuroRates rates = new EuroRates(named(source, EuroRates.BANK));
        yield (text, now, sink) -> rates.read(text, sink);
      }
      case JSON -> new JsonFeed(new FeedRow(source, priceCurrency, zone));
      case CSV -> new CsvFeed(new FeedRow(source, priceCurrency, zone));
    };
  }

  private static String named(SourceSettings source, String bank) {
    return source.office() == null ? bank : source.office();
  }
}
