package io.broadsheet.rates;

import java.io.Reader;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The reference rates of the European Central Bank: the price of one euro in each other currency.
 *
 * <p>{@code eurofxref-daily.xml} has one day, {@code eurofxref-hist.xml} all since 1999, as {@code
 * Cube} elements of a day with one for each currency in them. They are published about 16:00 of
 * their day in Frankfurt.
 *
 * @param row how its rows are read
 */
record EuroRates(OfficialRow row) {
  static final String BANK = "European Central Bank";
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  EuroRates(String bank) {
    this(new OfficialRow(bank, DateTimeFormatter.ISO_LOCAL_DATE, LocalTime.of(16, 0), ZONE));
  }

  void read(Reader text, QuoteSink sink) throws SourceFailure {
    RateXml xml = RateXml.open(text);
    xml.root("Envelope", "the European Central Bank");
    String day = "";
    for (String element = xml.next(); element != null; element = xml.next()) {
      if (element.equals("Cube")) {
        String time = xml.attribute("time");
        day = time.isEmpty() ? day : time;
        String currency = xml.attribute("currency");
        if (!currency.isEmpty()) {
          read(currency, xml.attribute("rate"), day, sink);
        }
      }
    }
  }

  /** Hands on the rate of a currency on a day, or why it is none. */
  void read(String currency, String rate, String day, QuoteSink sink) {
    try {
      sink.take(row.quote("EUR", currency, OfficialRow.perUnit(rate, "1"), row.day(day)));
    } catch (InvalidQuote e) {
      sink.refuse(InvalidQuote.shortened(currency), String.valueOf(e.getMessage()));
    }
  }
}
