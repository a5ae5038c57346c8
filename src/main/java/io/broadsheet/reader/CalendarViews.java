package io.broadsheet.reader;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.reader.view.Calendar;
import io.broadsheet.reader.view.Link;
import io.broadsheet.settings.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads to the stories of each year, month and day since the first. */
final class CalendarViews {
  private final House house;
  private final Articles articles;

  CalendarViews(House house, Articles articles) {
    this.house = house;
    this.articles = articles;
  }

  /** Returns the first moment of a day. */
  Instant start(LocalDate day) {
    return day.atStartOfDay(zone()).toInstant();
  }

  private ZoneId zone() {
    return house.site().timeZone();
  }

  /** Returns the name of a month with its year. */
  String name(Language language, YearMonth month) {
    return house
        .in(language)
        .words()
        .text("list.month", name(language, month.getMonth()), Integer.toString(month.getYear()));
  }

  private static String name(Language language, Month month) {
    String name = month.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
    return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
  }

  /**
   * Returns the calendar of a language; null before there is a story.
   *
   * @param shown the page that it stands on; null for the list of all
   */
  @Nullable Calendar of(Language language, Address.@Nullable Archive shown) {
    Optional<YearMonth> first = articles.oldest(language).map(this::month);
    Optional<YearMonth> last =
        articles.latest(language, 0, 1).stream()
            .findFirst()
            .map(Teaser::published)
            .map(this::month);
    if (first.isEmpty() || last.isEmpty()) {
      return null;
    }
    int year = shown == null ? last.get().getYear() : shown.month().getYear();
    List<Link> years = new ArrayList<>();
    for (int y = last.get().getYear(); y >= first.get().getYear(); y--) {
      YearMonth end = YearMonth.of(y, 12);
      YearMonth month = end.isAfter(last.get()) ? last.get() : end;
      years.add(link(language, month, 0, Integer.toString(y), shown != null && y == year));
    }
    List<Link> months = new ArrayList<>();
    for (Month month : Month.values()) {
      YearMonth of = YearMonth.of(year, month);
      if (!of.isBefore(first.get()) && !of.isAfter(last.get())) {
        boolean here = shown != null && of.equals(shown.month());
        months.add(link(language, of, 0, name(language, month), here));
      }
    }
    return new Calendar(years, months, shown == null ? List.of() : days(language, shown));
  }

  private List<Link> days(Language language, Address.Archive shown) {
    YearMonth month = shown.month();
    return articles
        .times(language, start(month.atDay(1)), start(month.plusMonths(1).atDay(1)))
        .stream()
        .map(time -> LocalDate.ofInstant(time, zone()).getDayOfMonth())
        .distinct()
        .map(day -> link(language, month, day, Integer.toString(day), day == shown.day()))
        .toList();
  }

  private YearMonth month(Instant time) {
    return YearMonth.from(LocalDate.ofInstant(time, zone()));
  }

  private static Link link(
      Language language, YearMonth month, int day, String name, boolean current) {
    return new Link(Routes.path(new Address.Archive(language, month, day, 1)), name, current);
  }
}
