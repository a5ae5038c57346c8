package io.broadsheet.rates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What one series quoted in the course of a day.
 *
 * @param day in the site's zone
 * @param opened when the first price is known to have held
 * @param closed when the last price is known to have held, not before {@code opened}
 */
public record DayPrices(LocalDate day, Instant opened, Instant closed, Span buy, Span sell) {
  /**
   * The course of one price: as bars of a chart have it.
   *
   * @param high at least each of the others
   * @param low at most each of the others
   */
  public record Span(BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close) {
    static Span of(BigDecimal price) {
      return new Span(price, price, price, price);
    }

    private Span and(Span other, boolean opensFirst, boolean closesLast) {
      return new Span(
          opensFirst ? open : other.open,
          high.compareTo(other.high) >= 0 ? high : other.high,
          low.compareTo(other.low) <= 0 ? low : other.low,
          closesLast ? close : other.close);
    }

    private boolean has(BigDecimal price) {
      return low.compareTo(price) <= 0 && price.compareTo(high) <= 0;
    }
  }

  /** Returns the course of a day on which one quote is known. */
  static DayPrices of(Quote quote, ZoneId zone) {
    return new DayPrices(
        quote.day(zone), quote.at(), quote.at(), Span.of(quote.buy()), Span.of(quote.sell()));
  }

  /** Returns both together, in whatever order they come; of the same day. */
  DayPrices and(DayPrices other) {
    boolean opensFirst = !opened.isAfter(other.opened);
    boolean closesLast = !closed.isBefore(other.closed);
    return new DayPrices(
        day,
        opensFirst ? opened : other.opened,
        closesLast ? closed : other.closed,
        buy.and(other.buy, opensFirst, closesLast),
        sell.and(other.sell, opensFirst, closesLast));
  }

  /** Returns what the series quoted last on that day. */
  Quote lastOf(Series series) {
    return new Quote(series, buy.close(), sell.close(), closed);
  }

  /** Tells whether the day already knows of prices such as these. */
  boolean has(Quote quote) {
    return buy.has(quote.buy()) && sell.has(quote.sell());
  }
}
