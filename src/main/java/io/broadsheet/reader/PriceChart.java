package io.broadsheet.reader;

import io.broadsheet.rates.DayPrices;
import io.broadsheet.reader.view.Chart;
import io.broadsheet.words.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Draws the prices of days as lines.
 *
 * <p>Its axis has round numbers, 1, 2 or 5 of some power of ten apart. Where more days are known
 * than a screen has room for, it draws the last of each stretch of equal length.
 */
final class PriceChart {
  /** Longer stretches of which nothing is known are left open: no holidays last so long. */
  private static final int GAP_DAYS = 12;

  private static final int MOST_POINTS = 360;
  private static final int SQUARE = 1_000;

  /** The lines have the middle of the picture; numbers stand above, times below. */
  private static final double TOP = 7;

  private static final double HEIGHT = 80;

  private static final int TICKS = 3;
  private static final MathContext EXACT = new MathContext(20, RoundingMode.CEILING);
  private static final int DAYS_BY_DAY = 45;
  private static final int DAYS_BY_MONTH = 1_100;

  private final List<DayPrices> days;
  private final LocalDate first;
  private final long length;
  private final House.Common common;

  private PriceChart(List<DayPrices> days, House.Common common) {
    this.days = days;
    this.first = days.getFirst().day();
    this.length = Math.max(1, ChronoUnit.DAYS.between(first, days.getLast().day()));
    this.common = common;
  }

  /**
   * Draws days in their order.
   *
   * @param days at least one
   * @param official whether there is one price and not two
   * @param label what is shown, in words
   */
  static Chart of(List<DayPrices> days, boolean official, String label, House.Common common) {
    return new PriceChart(days, common).draw(official, label);
  }

  /** A line to be. */
  private record Drawn(String kind, String name, Function<DayPrices, BigDecimal> price) {}

  private Chart draw(boolean official, String label) {
    Words words = common.words();
    Drawn sell = new Drawn("sell", words.text("rates.sell"), day -> day.sell().close());
    List<Drawn> lines =
        official
            ? List.of(new Drawn("rate", words.text("rates.rate"), sell.price()))
            : List.of(sell, new Drawn("buy", words.text("rates.buy"), day -> day.buy().close()));
    List<DayPrices> shown = thinned();
    List<BigDecimal> prices =
        lines.stream().flatMap(line -> shown.stream().map(line.price())).toList();
    BigDecimal low = prices.stream().min(BigDecimal::compareTo).orElseThrow();
    BigDecimal high = prices.stream().max(BigDecimal::compareTo).orElseThrow();
    BigDecimal step = step(low, high);
    BigDecimal bottom = low.divideToIntegralValue(step).multiply(step);
    BigDecimal top = high.divide(step, 0, RoundingMode.CEILING).multiply(step);
    if (top.compareTo(bottom) == 0) {
      bottom = bottom.subtract(step);
      top = top.add(step);
    }
    double from = bottom.doubleValue();
    double range = top.doubleValue() - from;
    return new Chart(
        label,
        levels(bottom, top, step),
        ticks(),
        lines.stream()
            .map(line -> new Chart.Line(line.kind(), line.name(), pieces(shown, line, from, range)))
            .toList());
  }

  /** Returns a distance between levels that makes at most seven of them. */
  private static BigDecimal step(BigDecimal low, BigDecimal high) {
    BigDecimal range = high.subtract(low);
    if (range.signum() == 0) {
      range = high.movePointLeft(2);
    }
    BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(range.precision() - range.scale() - 2);
    BigDecimal most = range.divide(BigDecimal.valueOf(5), EXACT);
    for (int round : new int[] {1, 2, 5, 10, 20, 50}) {
      BigDecimal step = unit.multiply(BigDecimal.valueOf(round));
      if (step.compareTo(most) >= 0) {
        return step.stripTrailingZeros();
      }
    }
    throw new IllegalStateException("no round step for a range of " + range);
  }

  private static List<Chart.Level> levels(BigDecimal bottom, BigDecimal top, BigDecimal step) {
    List<Chart.Level> levels = new ArrayList<>();
    int scale = Math.max(0, step.scale());
    for (BigDecimal at = bottom; at.compareTo(top) <= 0; at = at.add(step)) {
      double share = at.subtract(bottom).doubleValue() / top.subtract(bottom).doubleValue();
      levels.add(
          new Chart.Level(
              percent(TOP + HEIGHT * (1 - share)),
              at.setScale(scale, RoundingMode.HALF_UP).toPlainString()));
    }
    return levels;
  }

  private List<DayPrices> thinned() {
    if (days.size() <= MOST_POINTS) {
      return days;
    }
    List<DayPrices> shown = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      boolean lastOfStretch =
          i == days.size() - 1 || stretch(days.get(i)) != stretch(days.get(i + 1));
      if (lastOfStretch) {
        shown.add(days.get(i));
      }
    }
    return shown;
  }

  private long stretch(DayPrices day) {
    return ChronoUnit.DAYS.between(first, day.day()) * MOST_POINTS / (length + 1);
  }

  private List<String> pieces(List<DayPrices> shown, Drawn line, double from, double range) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    long gap = Math.max(GAP_DAYS, 2 * length / MOST_POINTS);
    DayPrices before = shown.getFirst();
    for (DayPrices day : shown) {
      if (ChronoUnit.DAYS.between(before.day(), day.day()) > gap) {
        pieces.add(closed(piece));
        piece = new StringBuilder();
      }
      double x = (double) SQUARE * ChronoUnit.DAYS.between(first, day.day()) / length;
      double y = SQUARE * (1 - (line.price().apply(day).doubleValue() - from) / range);
      piece
          .append(piece.isEmpty() ? "" : " ")
          .append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
      before = day;
    }
    pieces.add(closed(piece));
    return pieces;
  }

  /** A single point is drawn as a line to itself, which round ends make a dot. */
  private static String closed(StringBuilder piece) {
    String points = piece.toString();
    return points.indexOf(' ') < 0 ? points + " " + points : points;
  }

  private List<Chart.Tick> ticks() {
    List<Chart.Tick> ticks = new ArrayList<>();
    LocalDate last = days.getLast().day();
    if (length <= DAYS_BY_DAY) {
      long step = (length + TICKS - 1) / TICKS;
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(Math.max(1, step))) {
        ticks.add(tick(day, common.dates().day(day).shown()));
      }
      return ticks;
    }
    boolean byMonth = length <= DAYS_BY_MONTH;
    long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
    long step =
        byMonth ? (months + TICKS - 1) / TICKS : 12 * ((months + 12 * TICKS - 1) / (12 * TICKS));
    YearMonth next = YearMonth.from(first).plusMonths(first.getDayOfMonth() == 1 ? 0 : 1);
    if (!byMonth && next.getMonthValue() != 1) {
      next = YearMonth.of(next.getYear() + 1, 1);
    }
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(
            byMonth ? "LLL yyyy" : "yyyy", common.words().language().locale());
    for (; !next.atDay(1).isAfter(last); next = next.plusMonths(step)) {
      ticks.add(tick(next.atDay(1), format.format(next.atDay(1))));
    }
    return ticks;
  }

  private Chart.Tick tick(LocalDate day, String time) {
    double x = 100.0 * ChronoUnit.DAYS.between(first, day) / length;
    return new Chart.Tick(percent(x), x < 8 ? "start" : x > 92 ? "end" : "middle", time);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }
}
