package io.broadsheet.reader;

import io.broadsheet.rates.Board;
import io.broadsheet.rates.Quote;
import io.broadsheet.reader.view.Converter;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.RatesPage;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns quotes into the page of a city's offices, or of all, to the digit. */
final class RatePageViews {
  /** Of the widget without its rows, and of each of them, in pixels. */
  private static final int WIDGET_HEIGHT = 144;

  private static final int WIDGET_ROW = 32;

  private static final Comparator<Board.Row> HIGHEST_BUY =
      Comparator.comparing((Board.Row row) -> row.quote().buy()).reversed();
  private static final Comparator<Board.Row> LOWEST_SELL =
      Comparator.comparing(row -> row.quote().sell());

  private final House house;
  private final Supplier<Board> rates;
  private final InstantSource clock;

  /**
   * Describes the pages.
   *
   * @param rates reads the board as it is now
   */
  RatePageViews(House house, Supplier<Board> rates, InstantSource clock) {
    this.house = house;
    this.rates = rates;
    this.clock = clock;
  }

  /** Returns the title of a city's page; that of all where it is empty. */
  static String title(Words words, String city) {
    String title = words.text("rates.title");
    return city.isEmpty() ? title : title + ": " + city;
  }

  /** Tells whether an office is in a city, by its name as the list of cities has it. */
  boolean has(String city) {
    return rates.get().cities().contains(city);
  }

  /** Returns the page as it is to be kept. */
  RatesPage page(Address.Rates address) {
    return page(address, null);
  }

  /** Returns the page with what comes of a question. */
  RatesPage page(Address.Rates address, ConverterViews.@Nullable Question question) {
    House.Common common = house.in(address.language());
    Board all = rates.get();
    Board board = address.city().isEmpty() ? all : all.in(address.city());
    Instant now = clock.instant();
    List<Board.Row> offices = board.offices();
    LocalDate newest =
        RateViews.newest(offices.stream().map(Board.Row::seen).toList(), common.dates());
    Map<String, List<Board.Row>> currencies = new LinkedHashMap<>();
    for (Board.Row row : offices) {
      currencies.computeIfAbsent(row.quote().currency(), code -> new ArrayList<>()).add(row);
    }
    Offices of = new Offices(common, board, address, newest, now);
    Converter converter = new ConverterViews(common, board, now).of(address, question);
    return new RatesPage(
        common.words(),
        title(common.words(), address.city()),
        offices.isEmpty() ? null : common.dates().day(newest),
        cities(common.words(), all, address),
        currencies.entrySet().stream()
            .map(entry -> of.currency(entry.getKey(), entry.getValue()))
            .toList(),
        new OfficialViews(common, board, now).banks(),
        converter,
        snippet(address.language()));
  }

  private @Nullable String snippet(Language language) {
    return house.site().url() == null
        ? null
        : "<iframe src=\""
            + house.absolute(House.home(language) + "rates/widget")
            + "\" title=\""
            + house.in(language).words().text("rates.title")
            + "\" width=\"320\" height=\""
            + (WIDGET_HEIGHT + WIDGET_ROW * rates.get().headline().size())
            + "\" loading=\"lazy\"></iframe>";
  }

  /** Returns the page that leads from a city without offices to those that have some. */
  RatesPage.NoCity noCity(Language language) {
    Words words = house.in(language).words();
    Address.Rates nowhere = new Address.Rates(language, "?", Address.Rates.By.BUY);
    return new RatesPage.NoCity(words, cities(words, rates.get(), nowhere));
  }

  private static List<Link> cities(Words words, Board board, Address.Rates address) {
    List<Link> links = new ArrayList<>();
    links.add(link(address, "", words.text("rates.everywhere")));
    board.cities().forEach(city -> links.add(link(address, city, city)));
    return links.size() == 1 && address.city().isEmpty() ? List.of() : links;
  }

  private static Link link(Address.Rates from, String city, String name) {
    Address.Rates to = new Address.Rates(from.language(), city, from.by());
    return new Link(Routes.path(to), name, city.equals(from.city()));
  }

  private record Offices(
      House.Common common, Board board, Address.Rates address, LocalDate newest, Instant now) {

    RatesPage.Currency currency(String code, List<Board.Row> rows) {
      return new RatesPage.Currency(
          code,
          CurrencyNames.name(code, common.words()),
          column(Address.Rates.By.BUY, "rates.buy", code),
          column(Address.Rates.By.SELL, "rates.sell", code),
          quotes(rows));
    }

    private RatesPage.Column column(Address.Rates.By by, String name, String code) {
      String path =
          by == address.by()
              ? null
              : Routes.path(new Address.Rates(address.language(), address.city(), by))
                  + "#q-"
                  + code;
      return new RatesPage.Column(common.words().text(name), path);
    }

    private List<RatesPage.Quote> quotes(List<Board.Row> rows) {
      // An old price is no offer that others have to beat.
      List<Quote> fresh = rows.stream().filter(row -> !isOld(row)).map(Board.Row::quote).toList();
      boolean choice = fresh.size() > 1;
      BigDecimal buy =
          fresh.stream().map(Quote::buy).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
      BigDecimal sell =
          fresh.stream().map(Quote::sell).min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
      return rows.stream()
          .sorted(order())
          .map(
              row ->
                  quote(
                      row,
                      choice && !isOld(row) && row.quote().buy().compareTo(buy) == 0,
                      choice && !isOld(row) && row.quote().sell().compareTo(sell) == 0))
          .toList();
    }

    private Comparator<Board.Row> order() {
      Comparator<Board.Row> best =
          address.by() == Address.Rates.By.BUY
              ? HIGHEST_BUY.thenComparing(LOWEST_SELL)
              : LOWEST_SELL.thenComparing(HIGHEST_BUY);
      return Comparator.comparing(this::isOld).thenComparing(best);
    }

    private RatesPage.Quote quote(Board.Row row, boolean bestBuy, boolean bestSell) {
      Quote quote = row.quote();
      boolean old = isOld(row);
      return new RatesPage.Quote(
          office(quote, common.words()),
          address.city().isEmpty() ? quote.city() : null,
          quote.buy().toPlainString(),
          quote.sell().toPlainString(),
          bestBuy,
          bestSell,
          RateViews.at(common, quote.at(), row.seen(), newest, old),
          old,
          history(address.language(), row));
    }

    private boolean isOld(Board.Row row) {
      return board.isOld(row.seen(), now);
    }
  }

  /** Returns the way to how a rate has moved. */
  static String history(Language language, Board.Row row) {
    return Routes.path(new Address.History(language, row.series(), Address.History.Span.MONTH));
  }

  /** Returns what an office is called; the newsroom's own board is its. */
  static String office(Quote quote, Words words) {
    return Objects.requireNonNullElseGet(quote.office(), () -> words.text("rates.house"));
  }
}
