package io.broadsheet.newsroom.view;

import java.util.List;

/**
 * Views as bars, the oldest first. Places and lengths are percentages of the field, as SVG takes
 * them, so that a chart is as wide as its page lets it be.
 *
 * @param id of its element
 * @param title what its bars are
 * @param label what it shows, for who does not see it
 * @param bars one a stretch of time
 * @param levels the numbers beside it
 * @param ticks the times below it
 * @param total all of its views
 */
public record BarChart(
    String id,
    String title,
    String label,
    List<Bar> bars,
    List<Level> levels,
    List<Tick> ticks,
    String total) {

  /**
   * The views of an hour or a day.
   *
   * @param x its left edge
   * @param width its width with the gap to the next
   * @param thickness its width without
   * @param y its top
   * @param height its height
   * @param time when it was
   * @param views how many there were
   * @param filling whether it is not over yet
   */
  public record Bar(
      String x,
      String width,
      String thickness,
      String y,
      String height,
      String time,
      String views,
      boolean filling) {}

  /** A number at a height. */
  public record Level(String y, String number) {}

  /** A time at a place. */
  public record Tick(String x, String time) {}
}
