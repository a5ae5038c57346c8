package io.broadsheet.reader;

import io.broadsheet.reader.view.Moment;
import io.broadsheet.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Writes times as a page's readers expect them.
 *
 * <p>Never by the present time, since a page's bytes change only when its data does: a list says
 * which day its bare times belong to, and gives all others with their date.
 */
final class Dates {
  private static final DateTimeFormatter MACHINE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx", Locale.ROOT);

  private final Words words;
  private final ZoneId zone;
  private final DateTimeFormatter clock;
  private final DateTimeFormatter day;
  private final DateTimeFormatter full;

  Dates(Words words, ZoneId zone) {
    Locale locale = words.language().locale();
    this.words = words;
    this.zone = zone;
    this.clock = DateTimeFormatter.ofPattern("HH:mm", locale);
    this.day = DateTimeFormatter.ofPattern(words.text("date.day"), locale);
    this.full = DateTimeFormatter.ofPattern(words.text("date.full"), locale);
  }

  /** Returns the site's day of a time. */
  LocalDate dayOf(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }

  /** Returns a date with its year and a time of day. */
  Moment full(Instant time) {
    return moment(time, words.text("date.time", date(time), clock.format(at(time))));
  }

  /** Returns a date without its year and a time of day; with the year if it is not that day's. */
  Moment dayAndTime(Instant time, LocalDate newest) {
    String date = (at(time).getYear() == newest.getYear() ? day : full).format(at(time));
    return moment(time, words.text("date.time", date, clock.format(at(time))));
  }

  /** Returns a time of day on that day, and else a date. */
  Moment timeOrDay(Instant time, LocalDate newest) {
    ZonedDateTime at = at(time);
    DateTimeFormatter shown =
        at.toLocalDate().equals(newest) ? clock : at.getYear() == newest.getYear() ? day : full;
    return moment(time, shown.format(at));
  }

  /** Returns a time of day if it is on the day of another, which is shown in full; else both. */
  Moment after(Instant time, Instant shown) {
    return dayOf(time).equals(dayOf(shown)) ? moment(time, clock.format(at(time))) : full(time);
  }

  /** Returns a day without its year. */
  Moment day(LocalDate date) {
    return new Moment(date.toString(), day.format(date));
  }

  /** Returns a day without its year; with the year if it is not that of the newest. */
  Moment day(LocalDate date, LocalDate newest) {
    DateTimeFormatter shown = date.getYear() == newest.getYear() ? day : full;
    return new Moment(date.toString(), shown.format(date));
  }

  /** Returns a day as {@link #day(LocalDate, LocalDate)} does, with its name in the week. */
  String weekday(LocalDate date, LocalDate newest) {
    return words.text(
        "date.weekday",
        date.getDayOfWeek().getDisplayName(TextStyle.FULL, words.language().locale()),
        day(date, newest).shown());
  }

  /** Returns a date with its year. */
  String date(Instant time) {
    return full.format(at(time));
  }

  /** Returns a date with its year. */
  String date(LocalDate date) {
    return full.format(date);
  }

  private Moment moment(Instant time, String shown) {
    return new Moment(MACHINE.format(at(time)), shown);
  }

  private ZonedDateTime at(Instant time) {
    return time.atZone(zone);
  }
}
