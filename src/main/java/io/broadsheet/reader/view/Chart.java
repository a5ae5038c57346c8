package io.broadsheet.reader.view;

import java.util.List;

/**
 * Lines over time; places are shares of the whole, as SVG takes them.
 *
 * @param label what it shows, in words
 * @param levels lines across, with the numbers they stand for
 * @param ticks the times below
 */
public record Chart(String label, List<Level> levels, List<Tick> ticks, List<Line> lines) {

  /** A line across and the number that it stands for. */
  public record Level(String y, String number) {}

  /**
   * A time and where it is.
   *
   * @param anchor {@code start}, {@code middle} or {@code end}: which part of the text is there
   */
  public record Tick(String x, String anchor, String time) {}

  /**
   * A line, in pieces between which nothing is known.
   *
   * @param kind its class: {@code buy}, {@code sell} or {@code rate}
   * @param pieces points within a square of 1,000, as SVG takes them
   */
  public record Line(String kind, String name, List<String> pieces) {}
}
