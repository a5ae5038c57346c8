package io.broadsheet.rates;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;

/**
 * The rates of the Bank of Russia, in roubles.
 *
 * <p>{@code XML_daily.asp} has all currencies of a day, {@code XML_dynamic.asp} all days of one
 * currency, which it names by the bank's own number alone. A row gives the price of {@code Nominal}
 * units, with a decimal comma. See https://www.cbr.ru/development/SXML/.
 *
 * @param row how its rows are read
 */
record RussiaRates(OfficialRow row) {
  static final String BANK = "Bank of Russia";
  static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  private static final Properties CODES = codes();

  RussiaRates(String bank) {
    this(new OfficialRow(bank, OfficialRow.DOTTED, LocalTime.MIDNIGHT, ZONE));
  }

  private static Properties codes() {
    Properties codes = new Properties();
    try (InputStream in =
            RussiaRates.class.getResourceAsStream("/rates/bank-of-russia.properties");
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      codes.load(text);
      return codes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void read(Reader text, QuoteSink sink) throws SourceFailure {
    RateXml xml = RateXml.open(text);
    xml.root("ValCurs", "the Bank of Russia");
    String id = xml.attribute("ID");
    if (!id.isEmpty() && CODES.getProperty(id) == null) {
      throw new SourceFailure(
          "The number “" + InvalidQuote.shortened(id) + "” of a currency is not known.");
    }
    String currency = CODES.getProperty(id, "");
    String day = xml.attribute("Date");
    for (String element = xml.next(); element != null; element = xml.next()) {
      switch (element) {
        case "Valute" -> {
          Map<String, String> fields = xml.fields();
          read(fields.getOrDefault("CharCode", ""), day, fields, sink);
        }
        case "Record" -> read(currency, xml.attribute("Date"), xml.fields(), sink);
        default -> {
          // nothing else has rates in it
        }
      }
    }
  }

  private void read(String currency, String day, Map<String, String> fields, QuoteSink sink) {
    try {
      String value = fields.getOrDefault("Value", "");
      InvalidQuote.unless(
          value.indexOf('.') < 0,
          "“" + InvalidQuote.shortened(value) + "” has no decimal comma, as the bank writes it.");
      sink.take(
          row.quote(
              currency,
              "RUB",
              OfficialRow.perUnit(value.replace(',', '.'), fields.getOrDefault("Nominal", "")),
              row.day(day)));
    } catch (InvalidQuote e) {
      sink.refuse(InvalidQuote.shortened(currency), String.valueOf(e.getMessage()));
    }
  }
}
