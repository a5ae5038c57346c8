package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;

/** What must hold of an audience at rest, whatever has happened to it. */
final class AudienceChecks {
  private final Random random;

  AudienceChecks(Random random) {
    this.random = random;
  }

  /** Returns all lists of all windows. */
  List<List<TopRow>> lists(Audience audience) {
    List<List<TopRow>> lists = new ArrayList<>();
    for (TopQuery.By by : TopQuery.By.values()) {
      for (Window window : Window.values()) {
        lists.add(audience.top(new TopQuery(by, window, null, TopQuery.MOST_ROWS)));
      }
    }
    return lists;
  }

  /** Sees that every number is what the tally says it is in this minute. */
  void check(Audience audience, Path folder, Tally tally, SortedSet<Long> admitted, long minute)
      throws Exception {
    for (Window window : Window.values()) {
      for (TopQuery.By by : TopQuery.By.values()) {
        List<TopRow> rows = audience.top(new TopQuery(by, window, null, TopQuery.MOST_ROWS));
        assertThat(rows).extracting(TopRow::article).containsExactlyInAnyOrderElementsOf(admitted);
        for (TopRow row : rows) {
          Counts counts = tally.counts(row.article());
          long within = tally.within(window, row.article(), minute);
          assertThat(row)
              .as("%s of %s", by, window)
              .isEqualTo(
                  new TopRow(
                      row.article(),
                      counts.views(),
                      counts.comments(),
                      counts.reactions(),
                      within));
        }
      }
    }
    for (long article : admitted) {
      assertThat(audience.readersNow(article))
          .as("readers now of %d", article)
          .isEqualTo(tally.between(article, minute - 4, minute + 1));
    }
    checkSpan(audience, tally, minute / 60 - random.nextInt(80), 1 + random.nextInt(50));
    checkStored(folder, tally, minute);
  }

  private void checkSpan(Audience audience, Tally tally, long hour, long hours) throws Exception {
    Instant from = Instant.EPOCH.plus(Duration.ofHours(hour));
    Span span = new Span(from, from.plus(Duration.ofHours(hours)));
    TopQuery read = new TopQuery(TopQuery.By.READ, Window.DAY, null, TopQuery.MOST_ROWS);
    for (TopRow row : audience.top(read, span)) {
      assertThat(row.windowViews())
          .as("%s of %s", row, span)
          .isEqualTo(tally.between(row.article(), hour * 60, (hour + hours) * 60));
    }
  }

  /** Sees that the cells hold what the log's rows say, and both what the tally says. */
  private void checkStored(Path folder, Tally tally, long minute) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(AudienceFile.NAME))) {
      // An empty log says nothing of the minutes that its rows were of.
      long kept = number(connection, "SELECT coalesce(min(at) / 60000, ~(1 << 63)) FROM view_log");
      long first = Math.max(Math.min(kept, minute) + 1, minute - 48 * 60);
      long rows = number(connection, "SELECT count(*) FROM view_log WHERE at >= 60000 * " + first);
      long cells =
          number(connection, "SELECT sum(views) FROM minute_cell WHERE minute >= " + first);
      long from = first;
      long counted = tally.counted().stream().filter(view -> view.at() / 60_000 >= from).count();
      assertThat(rows).as("rows of the log").isEqualTo(counted);
      assertThat(cells).as("minute cells").isEqualTo(counted);
      assertThat(number(connection, "SELECT sum(views) FROM hour_cell"))
          .as("hour cells")
          .isEqualTo(number(connection, "SELECT sum(views) FROM total"))
          .isEqualTo(
              tally.counted().stream().filter(view -> view.at() / 3_600_000 < minute / 60).count());
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
