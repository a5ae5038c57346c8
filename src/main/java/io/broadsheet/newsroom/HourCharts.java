package io.broadsheet.newsroom;

import io.broadsheet.audience.Span;
import io.broadsheet.audience.Window;
import io.broadsheet.newsroom.view.BarChart;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The views of a day or a week by the hour, and of a month by the site's days.
 *
 * <p>A day is made of the hours of UTC that begin within it.
 */
final class HourCharts {
  private static final int DAYS_OF_MONTH = 30;
  private static final int TICK_HOURS = 6;

  private final InstantSource clock;

  HourCharts(InstantSource clock) {
    this.clock = clock;
  }

  /** Returns how far back a screen can look. */
  static List<Window> windows() {
    return List.of(Window.DAY, Window.WEEK, Window.MONTH);
  }

  /** Returns the hours that a chart shows, of which the last is the present one. */
  Span span(Window window, Texts texts) {
    Instant to = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    Instant from =
        switch (window) {
          case HOUR -> to.minus(Duration.ofHours(1));
          case DAY -> to.minus(Duration.ofHours(24));
          case WEEK -> to.minus(Duration.ofDays(7));
          case MONTH -> firstHour(clock.instant(), texts);
        };
    return new Span(from, to);
  }

  /**
   * Draws the views of a span.
   *
   * @param label what the chart shows
   */
  BarChart draw(Window window, Texts texts, String label, Function<Span, long[]> views) {
    Span span = span(window, texts);
    long[] hours = views.apply(span);
    List<Drawing.Stretch> stretches =
        window == Window.MONTH ? days(span, hours, texts) : hours(span, hours, window, texts);
    return Drawing.bars(
        "hours", texts.text("hours.title." + window.code()), label, stretches, texts);
  }

  private static List<Drawing.Stretch> hours(Span span, long[] hours, Window window, Texts texts) {
    List<Drawing.Stretch> stretches = new ArrayList<>(hours.length);
    for (int i = 0; i < hours.length; i++) {
      Instant begin = span.from().plus(Duration.ofHours(i));
      ZonedDateTime local = texts.at(begin);
      boolean marked = local.getHour() % (window == Window.DAY ? TICK_HOURS : 24) == 0;
      String tick =
          !marked
              ? ""
              : local.getHour() == 0 ? texts.shortDay(local.toLocalDate()) : texts.clock(begin);
      stretches.add(new Drawing.Stretch(texts.hour(begin), tick, hours[i], i == hours.length - 1));
    }
    return stretches;
  }

  private static List<Drawing.Stretch> days(Span span, long[] hours, Texts texts) {
    LocalDate first = texts.at(span.from()).toLocalDate();
    long[] days = new long[DAYS_OF_MONTH];
    for (int i = 0; i < hours.length; i++) {
      LocalDate day = texts.at(span.from().plus(Duration.ofHours(i))).toLocalDate();
      days[(int) ChronoUnit.DAYS.between(first, day)] += hours[i];
    }
    List<Drawing.Stretch> stretches = new ArrayList<>(days.length);
    for (long views : days) {
      LocalDate day = first.plusDays(stretches.size());
      String tick = day.getDayOfWeek() == DayOfWeek.MONDAY ? texts.shortDay(day) : "";
      boolean last = stretches.size() == days.length - 1;
      stretches.add(new Drawing.Stretch(texts.day(day), tick, views, last));
    }
    return stretches;
  }

  /** Some zones are not whole hours from UTC: there the day begins with its first whole one. */
  private static Instant firstHour(Instant now, Texts texts) {
    LocalDate first = texts.at(now).toLocalDate().minusDays(DAYS_OF_MONTH - 1L);
    Instant midnight = first.atStartOfDay(texts.zone()).toInstant();
    Instant hour = midnight.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(midnight) ? hour : hour.plus(Duration.ofHours(1));
  }
}
