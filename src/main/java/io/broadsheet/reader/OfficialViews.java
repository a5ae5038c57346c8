package io.broadsheet.reader;

import io.broadsheet.rates.Board;
import io.broadsheet.rates.Quote;
import io.broadsheet.reader.view.RatesPage;
import io.broadsheet.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns what central banks set into a list a bank, that of the country first.
 *
 * @param now by which day a rate is an earlier one's
 */
record OfficialViews(House.Common common, Board board, Instant now) {
  /** The banks' names as their sources have them. */
  private static final Map<String, String> BANKS =
      Map.of(
          "National Bank of Kazakhstan", "bank.kz",
          "Bank of Russia", "bank.ru",
          "European Central Bank", "bank.eu");

  /** How many decimals central banks write; of what costs little they price 10, 100 or more. */
  private static final int DECIMALS = 4;

  private static final int DECIMALS_IN_TENGE = 2;
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private record Key(String bank, String priceCurrency, boolean euro) {
    static Key of(Board.Row row, String name) {
      // The European Central Bank prices its own currency in all others.
      boolean euro = row.quote().currency().equals("EUR") && name.equals("bank.eu");
      return new Key(name, euro ? "" : row.quote().series().priceCurrency(), euro);
    }
  }

  /** Returns the banks with what they set. */
  List<RatesPage.Bank> banks() {
    Map<Key, List<Board.Row>> banks = new LinkedHashMap<>();
    for (Board.Row row : board.official()) {
      String name = String.valueOf(row.quote().office());
      Key key = Key.of(row, BANKS.getOrDefault(name, name));
      banks.computeIfAbsent(key, bank -> new ArrayList<>()).add(row);
    }
    String home = board.settings().currency();
    return banks.entrySet().stream()
        .sorted(
            Comparator.comparing(
                (Map.Entry<Key, List<Board.Row>> bank) ->
                    !bank.getKey().priceCurrency().equals(home)))
        .map(bank -> bank(bank.getKey(), bank.getValue()))
        .toList();
  }

  /** Returns a bank's name in the reader's language. */
  static String name(Quote quote, Words words) {
    String name = RatePageViews.office(quote, words);
    return BANKS.containsKey(name) ? words.text(BANKS.get(name)) : name;
  }

  private RatesPage.Bank bank(Key key, List<Board.Row> rows) {
    LocalDate day =
        rows.stream().map(this::day).max(Comparator.naturalOrder()).orElse(LocalDate.EPOCH);
    LocalDate today = LocalDate.ofInstant(now, rows.getFirst().quote().series().zone(board.zone()));
    List<RatesPage.Rate> first = new ArrayList<>();
    List<RatesPage.Rate> others = new ArrayList<>();
    for (Board.Row row : rows) {
      Quote quote = row.quote();
      String other = key.euro() ? quote.series().priceCurrency() : quote.currency();
      boolean ours =
          board.settings().currencies().contains(other)
              || board.settings().currency().equals(other);
      (ours ? first : others).add(rate(row, other, day, today));
    }
    if (first.isEmpty()) {
      first.addAll(others);
      others.clear();
    }
    return new RatesPage.Bank(
        name(rows.getFirst().quote(), common.words()),
        common.dates().day(day, today),
        rows.stream().anyMatch(row -> next(row.quote()).isPresent()) ? null : note(day, today),
        first,
        others);
  }

  private RatesPage.Rate rate(Board.Row row, String other, LocalDate newest, LocalDate today) {
    Quote quote = row.quote();
    LocalDate day = day(row);
    int zeros = zeros(quote);
    return new RatesPage.Rate(
        BigDecimal.ONE.movePointRight(zeros).toPlainString() + "\u00a0" + quote.currency(),
        CurrencyNames.name(other, common.words()),
        price(quote, zeros),
        day.equals(newest) ? null : common.dates().day(day, today),
        coming(quote, zeros, today),
        RatePageViews.history(common.words().language(), row));
  }

  /**
   * Returns the zeros of the bank's own number of units, which gives its decimals: prices are kept
   * for one unit.
   */
  private static int zeros(Quote quote) {
    int decimals = quote.series().priceCurrency().equals("KZT") ? DECIMALS_IN_TENGE : DECIMALS;
    int zeros = 0;
    for (BigDecimal price = quote.buy();
        price.scale() > decimals && price.compareTo(HUNDRED) < 0;
        price = price.movePointRight(1)) {
      zeros++;
    }
    return zeros;
  }

  private static String price(Quote quote, int zeros) {
    return quote.buy().movePointRight(zeros).toPlainString()
        + "\u00a0"
        + CurrencyNames.sign(quote.series().priceCurrency());
  }

  /** Returns what the bank has set for a day that has not come. */
  private RatesPage.@Nullable Coming coming(Quote quote, int zeros, LocalDate today) {
    return next(quote)
        .map(
            next ->
                new RatesPage.Coming(
                    common.dates().day(next.day(board.zone()), today), price(next, zeros)))
        .orElse(null);
  }

  private Optional<Quote> next(Quote quote) {
    return board.coming().stream()
        .filter(next -> next.series().equals(quote.series()) && next.at().isAfter(quote.at()))
        .findFirst();
  }

  private LocalDate day(Board.Row row) {
    return row.quote().day(board.zone());
  }

  private @Nullable String note(LocalDate day, LocalDate today) {
    if (day.equals(today)) {
      return null;
    }
    return common
        .words()
        .text(
            day.isBefore(today) ? "rates.last" : "rates.ahead", common.dates().weekday(day, today));
  }
}
