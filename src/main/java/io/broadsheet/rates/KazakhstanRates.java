package io.broadsheet.rates;

import java.io.Reader;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * The rates of the National Bank of Kazakhstan, in tenge.
 *
 * <p>Its feed {@code rss/rates_all.xml} dates each row; {@code rss/get_rates.cfm?fdate=24.11.2026}
 * dates all of them at once. A row gives the price of {@code quant} units.
 *
 * @param row how its rows are read
 */
record KazakhstanRates(OfficialRow row) {
  static final String BANK = "National Bank of Kazakhstan";
  static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

  KazakhstanRates(String bank) {
    this(new OfficialRow(bank, OfficialRow.DOTTED, LocalTime.MIDNIGHT, ZONE));
  }

  void read(Reader text, QuoteSink sink) throws SourceFailure {
    RateXml xml = RateXml.open(text);
    String root = xml.next();
    if (!"rss".equals(root) && !"rates".equals(root)) {
      throw new SourceFailure("It is XML, but not that of the National Bank of Kazakhstan.");
    }
    String day = "";
    for (String element = xml.next(); element != null; element = xml.next()) {
      switch (element) {
        case "date" -> day = xml.text();
        case "item" -> read(xml.fields(), day, sink);
        default -> {
          // the feed's own title, link and description
        }
      }
    }
  }

  private void read(Map<String, String> fields, String day, QuoteSink sink) {
    String currency = fields.getOrDefault("title", "");
    try {
      sink.take(
          row.quote(
              currency,
              "KZT",
              OfficialRow.perUnit(
                  fields.getOrDefault("description", ""), fields.getOrDefault("quant", "")),
              row.day(fields.getOrDefault("pubDate", day))));
    } catch (InvalidQuote e) {
      sink.refuse(InvalidQuote.shortened(currency), String.valueOf(e.getMessage()));
    }
  }
}
