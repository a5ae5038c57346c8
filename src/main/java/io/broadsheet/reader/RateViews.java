package io.broadsheet.reader;

import io.broadsheet.rates.Board;
import io.broadsheet.rates.Quote;
import io.broadsheet.reader.view.Moment;
import io.broadsheet.reader.view.RatesBoard;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns quotes into the board of each page and the page of all offices, to the digit. */
final class RateViews {
  private static final String MINUS = "\u2212";

  private final House house;

  RateViews(House house) {
    this.house = house;
  }

  /** Returns a row a currency. */
  RatesBoard board(Language language, Board board) {
    House.Common common = house.in(language);
    List<Board.Headline> rows = board.headline();
    LocalDate newest = newest(rows.stream().map(Board.Headline::at).toList(), common.dates());
    return new RatesBoard(
        common.words(),
        rows.isEmpty() ? null : common.dates().day(newest),
        rows.stream()
            .map(
                row ->
                    new RatesBoard.Row(
                        row.currency(),
                        row.buy().toPlainString(),
                        row.sell().toPlainString(),
                        change(row.change()),
                        common.dates().timeOrDay(row.at(), newest)))
            .toList(),
        Routes.path(new Address.Rates(language)));
  }

  /** Returns every office's quotes, and the official rates. */
  RatesBoard.Whole whole(Language language, Board board) {
    House.Common common = house.in(language);
    LocalDate newest =
        newest(board.rows().stream().map(row -> row.quote().at()).toList(), common.dates());
    Map<String, List<Quote>> currencies = new LinkedHashMap<>();
    for (Board.Row row : board.offices()) {
      currencies
          .computeIfAbsent(row.quote().currency(), code -> new ArrayList<>())
          .add(row.quote());
    }
    List<RatesBoard.Currency> offices = new ArrayList<>();
    currencies.forEach((code, quotes) -> offices.add(currency(common, code, quotes, newest)));
    return new RatesBoard.Whole(
        common.words(),
        board.rows().isEmpty() ? null : common.dates().day(newest),
        offices,
        board.official().stream().map(row -> official(common, row.quote(), newest)).toList());
  }

  private static RatesBoard.Currency currency(
      House.Common common, String code, List<Quote> quotes, LocalDate newest) {
    BigDecimal bestBuy =
        quotes.stream().map(Quote::buy).max(Comparator.naturalOrder()).orElseThrow();
    BigDecimal bestSell =
        quotes.stream().map(Quote::sell).min(Comparator.naturalOrder()).orElseThrow();
    boolean choice = quotes.size() > 1;
    return new RatesBoard.Currency(
        code,
        name(code, common.words()),
        quotes.stream()
            .map(
                quote ->
                    new RatesBoard.Quote(
                        office(quote, common.words()),
                        quote.city(),
                        quote.buy().toPlainString(),
                        quote.sell().toPlainString(),
                        choice && quote.buy().compareTo(bestBuy) == 0,
                        choice && quote.sell().compareTo(bestSell) == 0,
                        at(common, quote, newest)))
            .toList());
  }

  private static RatesBoard.Official official(House.Common common, Quote quote, LocalDate newest) {
    return new RatesBoard.Official(
        office(quote, common.words()),
        quote.currency(),
        quote.buy().toPlainString(),
        at(common, quote, newest));
  }

  private static String office(Quote quote, Words words) {
    return Objects.requireNonNullElseGet(quote.office(), () -> words.text("rates.house"));
  }

  private static Moment at(House.Common common, Quote quote, LocalDate newest) {
    return common.dates().timeOrDay(quote.at(), newest);
  }

  private static RatesBoard.@Nullable Change change(@Nullable BigDecimal change) {
    if (change == null) {
      return null;
    }
    String digits = change.abs().toPlainString();
    return switch (change.signum()) {
      case 1 -> new RatesBoard.Change("up", "+" + digits);
      case -1 -> new RatesBoard.Change("down", MINUS + digits);
      default -> new RatesBoard.Change("same", digits);
    };
  }

  private static LocalDate newest(List<Instant> times, Dates dates) {
    return times.stream().max(Comparator.naturalOrder()).map(dates::dayOf).orElse(LocalDate.EPOCH);
  }

  /** Returns the currency's name as a heading has it; its code where it has no name. */
  private static String name(String code, Words words) {
    // Some of Unicode's names are not the ones that the press uses here, such as “казахский тенге”.
    String ours = "currency." + code;
    if (words.has(ours)) {
      return words.text(ours);
    }
    Locale locale = words.language().locale();
    try {
      String name = Currency.getInstance(code).getDisplayName(locale);
      int first = name.offsetByCodePoints(0, 1);
      return name.substring(0, first).toUpperCase(locale) + name.substring(first);
    } catch (IllegalArgumentException e) {
      // The house may quote what ISO 4217 does not list.
      return code;
    }
  }
}
