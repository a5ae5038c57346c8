package io.broadsheet.audience;

import java.sql.SQLException;

/** Fills the memory from what is stored, at the start and when the two may differ. */
final class Recount {
  private Recount() {}

  /** Sets all numbers to what is stored, as they are at this minute. */
  static void windows(StoredViews log, Windows windows, long minute) throws SQLException {
    windows.reset(minute);
    log.addTotals(windows);
    long unrolled = (log.progress().rolledHour() + 1) * 60;
    long firstEpoch = (windows.epoch() - Popularity.EPOCHS + 1) * Popularity.EPOCH_MINUTES;
    long first = Math.min(Math.min(Window.DAY.firstMinute(minute), firstEpoch), unrolled);
    long firstKept = minute - LastMinutes.KEPT + 1;
    log.minutes(
        first,
        minute + 1,
        (of, article, views) -> {
          if (of >= unrolled) {
            windows.addTotals(article, views, 0, 0);
          }
          for (Window window : Window.values()) {
            boolean alone = !window.isOfHours() || of >= unrolled;
            if (alone && of >= window.firstMinute(minute)) {
              windows.addToWindow(window, article, views);
            }
          }
          if (of >= firstKept) {
            windows.addToLastMinutes(article, of, views);
          }
          if (of >= firstEpoch) {
            windows.addToPopularity(article, of, views);
          }
        });
    log.hours(
        Window.MONTH.firstMinute(minute) / 60,
        log.progress().rolledHour() + 1,
        (hour, article, views) -> {
          windows.addToWindow(Window.MONTH, article, views);
          if (hour * 60 >= Window.WEEK.firstMinute(minute)) {
            windows.addToWindow(Window.WEEK, article, views);
          }
        });
  }

  /** Sets the views by which repeats are known to those of the log that still can have any. */
  static void recent(StoredViews log, RecentViews recent, long now) throws SQLException {
    recent.clear();
    log.rowsAfter(
        now - RecentViews.WINDOW.toMillis(),
        (at, article, visitor) -> recent.add(RecentViews.number(visitor, article), at));
  }
}
