package io.broadsheet.reader.view;

import java.util.List;

/**
 * The ways to the stories of a year, a month and a day.
 *
 * @param years in which there may be any, the last first
 * @param months of the year that is shown, or of the last
 * @param days of the month that is shown on which there are any; empty where none is
 */
public record Calendar(List<Link> years, List<Link> months, List<Link> days) {
  public Calendar {
    years = List.copyOf(years);
    months = List.copyOf(months);
    days = List.copyOf(days);
  }
}
