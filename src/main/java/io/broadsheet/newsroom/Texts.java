package io.broadsheet.newsroom;

import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words, numbers and times as the newsroom's screens write them in one language. */
final class Texts {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private final Words words;
  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter shortDay;
  private final DateTimeFormatter full;

  Texts(Language language, ZoneId zone) {
    this.words = Words.of("newsroom", language);
    this.zone = zone;
    this.day = DateTimeFormatter.ofPattern(words.text("date.day"), language.locale());
    this.shortDay = DateTimeFormatter.ofPattern(words.text("date.short"), language.locale());
    this.full = DateTimeFormatter.ofPattern(words.text("date.full"), language.locale());
  }

  Words words() {
    return words;
  }

  /** Returns the zone that times are shown in. */
  ZoneId zone() {
    return zone;
  }

  /** Returns what the zone is called. */
  String zoneName() {
    return DateTimeFormatter.ofPattern("vvvv", language().locale()).format(at(Instant.EPOCH));
  }

  Language language() {
    return words.language();
  }

  String text(String key, Object... values) {
    return words.text(key, values);
  }

  /** Returns a number with its thousands set apart. */
  String number(long number) {
    return NumberFormat.getIntegerInstance(language().locale()).format(number);
  }

  /** Returns a time of day to the second. */
  String second(Instant time) {
    return SECONDS.format(at(time));
  }

  /** Returns a date with its year and a time of day. */
  String full(Instant time) {
    return text("date.time", full.format(at(time)), CLOCK.format(at(time)));
  }

  /** Returns a date with its year. */
  String date(Instant time) {
    return full.format(at(time));
  }

  /** Returns a date without its year and a time of day. */
  String moment(Instant time) {
    return text("date.time", day.format(at(time)), CLOCK.format(at(time)));
  }

  /** Returns the hour that begins at this time, with its day. */
  String hour(Instant begin) {
    String hours = CLOCK.format(at(begin)) + "–" + CLOCK.format(at(begin.plusSeconds(3_600)));
    return text("date.time", day.format(at(begin)), hours);
  }

  String clock(Instant time) {
    return CLOCK.format(at(time));
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  String shortDay(LocalDate date) {
    return shortDay.format(date);
  }

  ZonedDateTime at(Instant time) {
    return time.atZone(zone);
  }
}
