package io.broadsheet.newsroom;

import io.broadsheet.newsroom.view.BarChart;
import io.broadsheet.newsroom.view.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns numbers into places on a screen. */
final class Drawing {
  private static final double BAR = 0.8;
  private static final double LAST_TICK = 94;

  private Drawing() {}

  /**
   * One bar to be.
   *
   * @param time when it was, in full
   * @param tick what is written below it; empty for nothing
   * @param filling whether it is not over yet
   */
  record Stretch(String time, String tick, long views, boolean filling) {}

  /** Draws stretches of equal length, the oldest first. */
  static BarChart bars(
      String id, String title, String label, List<Stretch> stretches, Texts texts) {
    long most = stretches.stream().mapToLong(Stretch::views).max().orElse(0);
    long top = roundedUp(most);
    double step = 100.0 / stretches.size();
    List<BarChart.Bar> bars = new ArrayList<>(stretches.size());
    List<BarChart.Tick> ticks = new ArrayList<>();
    for (Stretch stretch : stretches) {
      double x = bars.size() * step;
      double height = 100.0 * stretch.views() / top;
      bars.add(
          new BarChart.Bar(
              percent(x),
              percent(step),
              percent(step * BAR),
              percent(100 - height),
              percent(height),
              stretch.time(),
              texts.number(stretch.views()),
              stretch.filling()));
      if (!stretch.tick().isEmpty() && x < LAST_TICK) {
        ticks.add(new BarChart.Tick(percent(x), stretch.tick()));
      }
    }
    List<BarChart.Level> levels = new ArrayList<>();
    levels.add(new BarChart.Level(percent(0), texts.number(top)));
    if (top % 2 == 0) {
      levels.add(new BarChart.Level(percent(50), texts.number(top / 2)));
    }
    String total = texts.number(stretches.stream().mapToLong(Stretch::views).sum());
    return new BarChart(id, title, label, bars, levels, ticks, total);
  }

  /** Draws a line through these numbers, the oldest first, with the highest at the top. */
  static Line line(String label, long[] numbers, int width, int height) {
    long most = Math.max(1, Arrays.stream(numbers).max().orElse(0));
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < numbers.length; i++) {
      double x = (double) width * i / Math.max(1, numbers.length - 1);
      double y = 1 + (height - 2) * (1 - (double) numbers[i] / most);
      points.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
    }
    String ground = "0," + height + " " + points + " " + width + "," + height;
    return new Line(label, width, height, points.toString(), ground);
  }

  /** Returns a share as SVG takes it. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f%%", share);
  }

  /** Returns the least of 1, 2, 4, 5, 6, 8, 10, 20, … that is no less than a number. */
  static long roundedUp(long most) {
    long unit = 1;
    while (unit * 10 < most) {
      unit *= 10;
    }
    for (int times : new int[] {1, 2, 4, 5, 6, 8}) {
      if (times * unit >= most) {
        return times * unit;
      }
    }
    return 10 * unit;
  }
}
