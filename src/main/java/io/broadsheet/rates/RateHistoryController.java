package io.broadsheet.rates;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.broadsheet.settings.Settings;
import io.broadsheet.web.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code GET /api/v1/rates/history}: what was quoted day by day, as JSON or CSV. */
@RestController
final class RateHistoryController {
  private static final int DAYS = 30;

  /** A century and a half of one series, or a month of more series than a country has offices. */
  private static final long MOST = 60_000;

  private final RateHistory history;
  private final InstantSource clock;
  private final ZoneId zone;

  RateHistoryController(RateHistory history, InstantSource clock, Settings settings) {
    this.history = history;
    this.clock = clock;
    this.zone = settings.site().timeZone();
  }

  /**
   * What is asked for; each part narrows it.
   *
   * @param series the number of one series
   * @param from the first day, such as 2026-11-01; 29 days before the last if it is not given
   * @param to the last day; today if it is not given
   */
  record Asked(
      @Nullable String series,
      @Nullable String currency,
      @Nullable String priceCurrency,
      @Nullable String office,
      @Nullable String city,
      @Nullable String official,
      @Nullable String from,
      @Nullable String to) {
    private boolean matches(RateHistory.Known known) {
      Series one = known.series();
      return (series == null || series.equals(String.valueOf(known.id())))
          && (currency == null || currency.equals(one.currency()))
          && (priceCurrency == null || priceCurrency.equals(one.priceCurrency()))
          && (office == null || office.equals(one.office()))
          && (city == null || one.isIn(city))
          && (official == null || official.equals(String.valueOf(one.official())));
    }
  }

  private record Span(LocalDate from, LocalDate to, List<RateHistory.Known> series) {}

  /** The course of a price within a day, each as text. */
  record Prices(String open, String high, String low, String close) {
    private static Prices of(DayPrices.Span span) {
      return new Prices(
          span.open().toPlainString(),
          span.high().toPlainString(),
          span.low().toPlainString(),
          span.close().toPlainString());
    }
  }

  /** A day of a series. */
  record Day(String day, Prices buy, Prices sell) {
    private static Day of(DayPrices prices) {
      return new Day(prices.day().toString(), Prices.of(prices.buy()), Prices.of(prices.sell()));
    }
  }

  /** A series and its days. */
  @JsonPropertyOrder({"id", "currency", "priceCurrency", "office", "city", "official", "days"})
  record Item(
      long id,
      String currency,
      String priceCurrency,
      @Nullable String office,
      @Nullable String city,
      boolean official,
      List<Day> days) {
    private static Item of(RateHistory.Known known, List<Day> days) {
      Series one = known.series();
      return new Item(
          known.id(),
          one.currency(),
          one.priceCurrency(),
          one.office(),
          one.city(),
          one.official(),
          days);
    }
  }

  /** The answer. */
  record Items(List<Item> series) {}

  @GetMapping("/api/v1/rates/history")
  ResponseEntity<Items> history(@ModelAttribute Asked asked) {
    Span span = span(asked);
    List<Item> items =
        span.series().stream().map(known -> Item.of(known, days(known, span))).toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new Items(items));
  }

  private List<Day> days(RateHistory.Known known, Span span) {
    return history.days(known.id(), span.from(), span.to()).stream().map(Day::of).toList();
  }

  @GetMapping("/api/v1/rates/history.csv")
  void csv(@ModelAttribute Asked asked, HttpServletResponse response) throws IOException {
    Span span = span(asked);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rates.csv\"");
    try (Writer writer = response.getWriter()) {
      CsvWriter out =
          new CsvWriter(
              writer,
              "day",
              "currency",
              "priceCurrency",
              "office",
              "city",
              "official",
              "buyOpen",
              "buyHigh",
              "buyLow",
              "buyClose",
              "sellOpen",
              "sellHigh",
              "sellLow",
              "sellClose");
      for (RateHistory.Known known : span.series()) {
        for (DayPrices day : history.days(known.id(), span.from(), span.to())) {
          row(out, known.series(), day);
        }
      }
    }
  }

  private static void row(CsvWriter out, Series series, DayPrices day) throws IOException {
    out.row(
        day.day(),
        series.currency(),
        series.priceCurrency(),
        Objects.requireNonNullElse(series.office(), ""),
        Objects.requireNonNullElse(series.city(), ""),
        series.official(),
        day.buy().open(),
        day.buy().high(),
        day.buy().low(),
        day.buy().close(),
        day.sell().open(),
        day.sell().high(),
        day.sell().low(),
        day.sell().close());
  }

  private Span span(Asked asked) {
    if (asked.series() == null && asked.currency() == null) {
      throw bad("Give a currency, such as USD, or the number of a series.");
    }
    LocalDate today = clock.instant().atZone(zone).toLocalDate();
    LocalDate to = asked.to() == null ? today : day("to", asked.to());
    LocalDate from = asked.from() == null ? to.minusDays(DAYS - 1) : day("from", asked.from());
    if (from.isAfter(to)) {
      throw bad("The day from is after the day to: change them over.");
    }
    List<RateHistory.Known> series = history.series().stream().filter(asked::matches).toList();
    if ((ChronoUnit.DAYS.between(from, to) + 1) * series.size() > MOST) {
      throw bad("That is too much at once: ask for one series, or for fewer days.");
    }
    return new Span(from, to, series);
  }

  private static LocalDate day(String name, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < 1900 || day.getYear() > 9999) {
        throw new DateTimeException("outside of what is kept");
      }
      return day;
    } catch (DateTimeException e) {
      throw bad("The parameter " + name + " is a day such as 2026-11-20.");
    }
  }

  private static ResponseStatusException bad(String detail) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, detail);
  }
}
