package io.broadsheet.rates;

import io.broadsheet.settings.SourceSettings;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a quote of a row of JSON or CSV, as the settings of its source say.
 *
 * @param source whose row it is
 * @param priceCurrency what prices are in where the source does not say it
 * @param zone of times without an offset
 */
record FeedRow(SourceSettings source, String priceCurrency, ZoneId zone) {
  private static final Pattern EPOCH = Pattern.compile("[0-9]{9,13}");
  private static final int MILLIS = 12;

  /** Times as 2026-11-24T12:00:00+05:00, with or without an offset, or a date alone. */
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .toFormatter(java.util.Locale.ROOT);

  /**
   * Hands on the quote of a row, or why it is none.
   *
   * @param key what names the row, where it does not itself; empty for nothing
   * @param field returns what is under a name; empty where nothing is
   * @param now from when it holds, unless it says so
   */
  void read(String key, Function<String, Optional<String>> field, Instant now, QuoteSink sink) {
    SourceSettings.Fields names = source.fields();
    String currency =
        source.currency() != null ? source.currency() : field.apply(names.currency()).orElse(key);
    try {
      Series series =
          new Series(
              currency,
              source.priceCurrency() == null ? priceCurrency : source.priceCurrency(),
              or(field.apply(names.office()), source.office()),
              or(field.apply(names.city()), source.city()),
              source.official());
      String units = field.apply(names.units()).orElse("1");
      Instant at = field.apply(names.at()).map(this::time).orElse(now);
      sink.take(
          new Quote(
              series, price(names.buy(), field, units), price(names.sell(), field, units), at));
    } catch (InvalidQuote e) {
      sink.refuse(InvalidQuote.shortened(currency), String.valueOf(e.getMessage()));
    }
  }

  private BigDecimal price(String name, Function<String, Optional<String>> field, String units) {
    String text =
        field
            .apply(name)
            .orElseThrow(() -> new InvalidQuote("There is nothing under “" + name + "”."));
    if (source.decimalComma()) {
      InvalidQuote.unless(
          text.indexOf('.') < 0,
          "“" + InvalidQuote.shortened(text) + "” has a point where a decimal comma should be.");
      text = text.replace(',', '.');
    }
    return OfficialRow.perUnit(text, units);
  }

  private Instant time(String text) {
    if (EPOCH.matcher(text).matches()) {
      long number = Long.parseLong(text);
      return text.length() < MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
    try {
      return switch (TIME.parseBest(
          text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
        case OffsetDateTime time -> time.toInstant();
        case LocalDateTime time -> time.atZone(zone).toInstant();
        case LocalDate date -> date.atStartOfDay(zone).toInstant();
        default -> throw new IllegalStateException("parseBest knows no other kind");
      };
    } catch (DateTimeException e) {
      throw new InvalidQuote(
          "“"
              + InvalidQuote.shortened(text)
              + "” is not a time such as 2026-11-24T12:00:00+05:00.");
    }
  }

  private static @Nullable String or(Optional<String> said, @Nullable String fixed) {
    return said.isPresent() ? said.get() : fixed;
  }
}
