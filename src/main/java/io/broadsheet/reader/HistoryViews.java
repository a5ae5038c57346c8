package io.broadsheet.reader;

import io.broadsheet.rates.Board;
import io.broadsheet.rates.DayPrices;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.RateHistory;
import io.broadsheet.reader.view.Chart;
import io.broadsheet.reader.view.HistoryPage;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.StoryChart;
import io.broadsheet.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns what was quoted day by day into pages, to the digit. */
final class HistoryViews {
  /** Before the first quote that any source has. */
  private static final LocalDate BEGINNING = LocalDate.of(1990, 1, 1);

  /** How far ahead central banks set rates: over holidays, at most. */
  private static final int AHEAD = 14;

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final House house;
  private final Supplier<Board> rates;
  private final RateHistory history;
  private final InstantSource clock;

  /**
   * Describes the pages.
   *
   * @param rates reads the board as it is now
   */
  HistoryViews(House house, Supplier<Board> rates, RateHistory history, InstantSource clock) {
    this.house = house;
    this.rates = rates;
    this.history = history;
    this.clock = clock;
  }

  /** Tells whether anything was ever quoted under this number. */
  boolean has(long series) {
    return row(series).isPresent();
  }

  private Optional<Board.Row> row(long series) {
    return rates.get().rows().stream().filter(row -> row.series() == series).findFirst();
  }

  /** Returns the title of the page of a series that there is. */
  String title(Address.History address) {
    Quote quote = row(address.series()).orElseThrow().quote();
    Words words = house.in(address.language()).words();
    return words.text("history.title", CurrencyNames.name(quote.currency(), words));
  }

  /** Returns the page of a series that there is. */
  HistoryPage page(Address.History address) {
    House.Common common = house.in(address.language());
    Words words = common.words();
    Quote quote = row(address.series()).orElseThrow().quote();
    List<DayPrices> days = days(address.series(), address.span());
    Told told = new Told(common, quote, days);
    boolean monthly = address.span() == Address.History.Span.ALL;
    return new HistoryPage(
        words,
        title(address),
        place(quote, words),
        spans(address, words),
        days.isEmpty() ? null : told.chart(),
        days.isEmpty() ? List.of() : told.sentences(),
        quote.official(),
        monthly,
        rows(monthly ? monthEnds(days) : days, common),
        others(address, quote, words),
        csv(address.series(), days),
        Routes.path(new Address.Rates(address.language())));
  }

  /** Returns what stories show of a series that there may be. */
  StoryChart inStory(Address.History address) {
    House.Common common = house.in(address.language());
    Words words = common.words();
    return row(address.series())
        .map(
            row -> {
              List<DayPrices> days = days(address.series(), address.span());
              Told told = new Told(common, row.quote(), days);
              return new StoryChart(
                  words,
                  place(row.quote(), words),
                  Routes.path(address),
                  days.isEmpty() ? null : told.chart(),
                  days.isEmpty() ? "" : told.sentences().getFirst());
            })
        .orElseGet(
            () ->
                new StoryChart(
                    words,
                    words.text("rates.title"),
                    Routes.path(new Address.Rates(address.language())),
                    null,
                    ""));
  }

  /** Returns the last days of a span; of a series that is quoted no more, the last there were. */
  List<DayPrices> days(long series, Address.History.Span span) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), house.site().timeZone());
    LocalDate end = today.plusDays(AHEAD);
    List<DayPrices> all =
        history.days(series, span.days() == 0 ? BEGINNING : today.minusDays(2L * span.days()), end);
    if (all.isEmpty() && span.days() > 0) {
      all = history.days(series, BEGINNING, end);
    }
    if (all.isEmpty() || span.days() == 0) {
      return all;
    }
    LocalDate first = all.getLast().day().minusDays(span.days() - 1L);
    return all.stream().filter(day -> !day.day().isBefore(first)).toList();
  }

  private static String place(Quote quote, Words words) {
    String office =
        quote.official() ? OfficialViews.name(quote, words) : RatePageViews.office(quote, words);
    return quote.city() == null ? office : office + ", " + quote.city();
  }

  private static List<Link> spans(Address.History address, Words words) {
    List<Link> links = new ArrayList<>();
    for (Address.History.Span span : Address.History.Span.values()) {
      Address.History other = new Address.History(address.language(), address.series(), span);
      links.add(
          new Link(
              Routes.path(other),
              words.text("history.span." + span.code()),
              span == address.span()));
    }
    return links;
  }

  private List<Link> others(Address.History address, Quote quote, Words words) {
    List<Link> links = new ArrayList<>();
    for (Board.Row row : rates.get().rows()) {
      boolean same =
          row.quote().currency().equals(quote.currency())
              && row.quote().series().priceCurrency().equals(quote.series().priceCurrency());
      if (same) {
        links.add(
            new Link(
                Routes.path(new Address.History(address.language(), row.series(), address.span())),
                place(row.quote(), words),
                row.series() == address.series()));
      }
    }
    return links.size() < 2 ? List.of() : links;
  }

  private static List<DayPrices> monthEnds(List<DayPrices> days) {
    List<DayPrices> ends = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      if (i == days.size() - 1
          || !YearMonth.from(days.get(i).day()).equals(YearMonth.from(days.get(i + 1).day()))) {
        ends.add(days.get(i));
      }
    }
    return ends;
  }

  private static List<HistoryPage.Row> rows(List<DayPrices> days, House.Common common) {
    return days.reversed().stream()
        .map(
            day ->
                new HistoryPage.Row(
                    common.dates().day(day.day(), LocalDate.EPOCH),
                    day.buy().close().toPlainString(),
                    day.sell().close().toPlainString()))
        .toList();
  }

  private static String csv(long series, List<DayPrices> days) {
    String path = "/api/v1/rates/history.csv?series=" + series;
    return days.isEmpty()
        ? path
        : path + "&from=" + days.getFirst().day() + "&to=" + days.getLast().day();
  }

  /** What days say. */
  record Told(House.Common common, Quote quote, List<DayPrices> days) {
    Chart chart() {
      return PriceChart.of(days, quote.official(), String.join(" ", sentences()), common);
    }

    /** Returns by how much the price moved, and between which it stayed. */
    List<String> sentences() {
      DayPrices first = days.getFirst();
      DayPrices last = days.getLast();
      BigDecimal from = first.sell().close();
      BigDecimal to = last.sell().close();
      BigDecimal moved = to.subtract(from);
      String way = moved.signum() > 0 ? "up" : moved.signum() < 0 ? "down" : "same";
      String kind = common.words().text(quote.official() ? "rates.rate" : "rates.sell");
      String said =
          common
              .words()
              .text(
                  "history.moved." + way,
                  kind,
                  date(first),
                  date(last),
                  moved.abs().stripTrailingZeros().toPlainString(),
                  percent(moved.abs(), from),
                  from.toPlainString(),
                  to.toPlainString());
      DayPrices low = lowest();
      DayPrices high = highest();
      if (days.size() < 3 || low.sell().low().compareTo(high.sell().high()) == 0) {
        return List.of(said);
      }
      return List.of(
          said,
          common
              .words()
              .text(
                  "history.between",
                  low.sell().low().toPlainString(),
                  date(low),
                  high.sell().high().toPlainString(),
                  date(high)));
    }

    private DayPrices lowest() {
      return days.stream().min(Comparator.comparing(day -> day.sell().low())).orElseThrow();
    }

    private DayPrices highest() {
      return days.stream().max(Comparator.comparing(day -> day.sell().high())).orElseThrow();
    }

    private String date(DayPrices day) {
      return common.dates().day(day.day(), days.getLast().day()).shown();
    }

    /** Returns a share of a price in hundredths, with two decimals, halves away from zero. */
    private static String percent(BigDecimal part, BigDecimal whole) {
      return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP).toPlainString();
    }
  }
}
