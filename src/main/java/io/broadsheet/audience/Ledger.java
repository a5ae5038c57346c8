package io.broadsheet.audience;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The view log and what of it is kept in memory, changed together so that they always say the same.
 *
 * <p>After a failure nothing is believed that was not read anew from what is stored. For one
 * thread, save for {@link #windows}.
 */
final class Ledger implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Ledger.class);
  private static final long MINUTE = 60_000;

  private final LogClock clock;
  private final long logMinutes;
  private final ViewLog views;
  private final Visitors visitors;
  private final AudienceNumbers numbers;
  private final RecentViews recent;
  private final SharedWindows windows;
  private final Quarantines quarantines;
  private final Hosts hosts = new Hosts();
  private final Batch batch;
  private final List<Deepened> deepened = new ArrayList<>();
  private ViewLog.Progress applied;
  private long minute;
  private long pruned = Long.MIN_VALUE;
  private boolean sound = true;
  private boolean failing;

  /** Takes up what is stored. */
  Ledger(
      ViewLog views,
      Visitors visitors,
      InstantSource machine,
      AudienceLimits limits,
      AudienceNumbers numbers)
      throws SQLException {
    this.views = views;
    this.visitors = visitors;
    this.logMinutes = limits.log().toMinutes();
    this.numbers = numbers;
    this.batch = new Batch(limits.batch());
    this.recent = new RecentViews(limits.remembered());
    this.quarantines = new Quarantines(limits.viewsPerMinute());
    this.quarantines.load(views.quarantines());
    this.applied = views.progress();
    this.clock = new LogClock(machine, applied.lastAt());
    this.minute = Math.floorDiv(clock.now(), MINUTE);
    Windows loaded = new Windows(minute);
    Recount.windows(views.stored(), loaded, minute);
    Recount.recent(views.stored(), recent, clock.now());
    this.windows = new SharedWindows(loaded);
  }

  /** A view whose article was read further, and how many quarters before. */
  private record Deepened(long number, int before) {}

  /** What is done to the ledger between two batches, and gives a result. */
  @FunctionalInterface
  interface Work<T> {
    T on(Ledger ledger) throws SQLException;
  }

  SharedWindows windows() {
    return windows;
  }

  /** Returns the log's time, in epoch milliseconds. */
  long now() {
    return clock.now();
  }

  /** Decides what becomes of these views, and makes it durable; what cannot be is unwritable. */
  void count(List<Arrival> arrivals) {
    try {
      long now = present();
      turnSalts(now);
      if (!arrivals.isEmpty()) {
        count(arrivals, now);
      }
    } catch (SQLException | RuntimeException e) {
      fail(e);
      arrivals.forEach(arrival -> arrival.decide(Outcome.UNWRITABLE));
    }
  }

  /** Does something between two batches. */
  <T> T perform(Work<T> work) throws SQLException {
    try {
      present();
      return work.on(this);
    } catch (SQLException | RuntimeException e) {
      fail(e);
      throw e;
    }
  }

  /** Carries totals over; what they were replaced by is durable when this returns. */
  List<CarriedTotals.Change> carry(List<CarriedTotals> totals) throws SQLException {
    List<CarriedRows.Growth> growths = views.carry(totals);
    windows.change(
        all -> {
          for (int i = 0; i < growths.size(); i++) {
            CarriedRows.Growth more = growths.get(i);
            all.addTotals(totals.get(i).article(), more.views(), more.comments(), more.reactions());
          }
        });
    applied = views.progress();
    return growths.stream().map(CarriedRows.Growth::change).toList();
  }

  /** Returns what carrying totals over would do. */
  List<CarriedTotals.Change> previewCarry(List<CarriedTotals> totals) throws SQLException {
    return views.previewCarry(totals).stream().map(CarriedRows.Growth::change).toList();
  }

  /**
   * Lets the views of a quarantine count from now on, or not; durable when this returns.
   *
   * @return whether there is such a quarantine
   */
  boolean judge(long id, Verdict verdict) throws SQLException {
    Optional<Amendment> amendment = views.judge(id, verdict, minute);
    if (amendment.isEmpty()) {
      return false;
    }
    windows.change(all -> amendment.get().forEach(all::amend));
    applied = views.progress();
    quarantines.load(views.quarantines());
    return true;
  }

  /** Takes in views that an old site noted, durably, and tells of each whether it was new. */
  List<Boolean> take(List<PastView> past, long run, boolean cleaned) throws SQLException {
    ViewLog.TakenViews taken = views.take(past, run, cleaned, minute);
    windows.change(all -> taken.amendment().forEach(all::amend));
    applied = views.progress();
    return taken.isNew();
  }

  /** Tells which of these views would be new. */
  List<Boolean> preview(List<PastView> past, long run, boolean cleaned) throws SQLException {
    return views.preview(past, run, cleaned);
  }

  /** Rolls up hours that are over, and deletes what is too old. */
  void tidy() {
    try {
      if (views.progress().rolledHour() < minute / 60 - 1) {
        recover();
        views.rollUp(minute / 60);
        applied = views.progress();
        pruned = Long.MIN_VALUE;
      } else if (pruned < minute) {
        recover();
        pruned = views.prune(minute, logMinutes) ? Long.MIN_VALUE : minute;
        applied = views.progress();
      }
    } catch (SQLException | RuntimeException e) {
      fail(e);
    }
  }

  @Override
  public void close() throws SQLException {
    views.close();
  }

  /** Brings the ledger to the present and returns it, in epoch milliseconds. */
  private long present() throws SQLException {
    recover();
    long now = clock.now();
    advance(now);
    return now;
  }

  /** Makes a new day's salt, or destroys an old one; as long as that fails no view counts. */
  private void turnSalts(long now) throws SQLException {
    if (!visitors.isDue(now)) {
      return;
    }
    views.note(now);
    applied = views.progress();
    try {
      visitors.settle(now);
    } catch (IOException e) {
      throw new SQLException("the visitors' salt cannot be stored: " + e.getMessage(), e);
    }
  }

  private void count(List<Arrival> arrivals, long now) throws SQLException {
    recent.expire(now);
    int before = recent.size();
    batch.clear();
    deepened.clear();
    for (Arrival arrival : arrivals) {
      arrival.decide(decide(arrival, now));
    }
    if (batch.isEmpty()) {
      return;
    }
    long started = System.nanoTime();
    try {
      views.append(batch, quarantines.begun(), now);
    } catch (SQLException | RuntimeException e) {
      deepened.reversed().forEach(one -> recent.setDepth(one.number(), one.before()));
      recent.truncate(before);
      quarantines.takeBack();
      throw e;
    }
    quarantines.stored();
    windows.change(all -> batch.forEachArticle(all::arrive));
    applied = views.progress();
    numbers.committed.increment();
    numbers.commitMillis = (System.nanoTime() - started) / 1e6;
    if (failing) {
      failing = false;
      log.info("The view log can be written again.");
    }
    views.reached(CommitStep.BEFORE_ACKNOWLEDGE);
  }

  private Outcome decide(Arrival arrival, long now) {
    Visitors.Keys visitor = arrival.visitor();
    long number = RecentViews.number(visitor.today(), arrival.article());
    if (visitor.yesterday() != visitor.today() && !recent.contains(number)) {
      long yesterday = RecentViews.number(visitor.yesterday(), arrival.article());
      number = recent.contains(yesterday) ? yesterday : number;
    }
    if (arrival.depth() > 0) {
      note(arrival, number, now);
      return Outcome.NOTED;
    }
    if (recent.contains(number)) {
      return Outcome.REPEAT;
    }
    if (recent.isFull()) {
      return Outcome.UNWRITABLE;
    }
    recent.add(number, now);
    long quarantine = quarantines.of(arrival.block(), arrival.article(), now);
    batch.add(arrival.article(), visitor.today(), quarantine);
    if (quarantine != 0) {
      return Outcome.HELD;
    }
    if (!arrival.referrer().isEmpty()) {
      batch.addSource(
          arrival.article(), hosts.counted(arrival.referrer(), Math.floorDiv(now, 60 * MINUTE)));
    }
    return Outcome.COUNTED;
  }

  /** Each reader counts once for each quarter of a story, unless the server restarts meanwhile. */
  private void note(Arrival arrival, long number, long now) {
    if (quarantines.holds(arrival.block(), arrival.article(), now)) {
      return;
    }
    int before = recent.deepen(number, arrival.depth());
    if (before >= arrival.depth()) {
      return;
    }
    deepened.add(new Deepened(number, before));
    for (int quarter = before + 1; quarter <= arrival.depth(); quarter++) {
      batch.addMark(arrival.article(), quarter);
    }
  }

  /** Lets the windows go on to the minute of this time. */
  private void advance(long now) throws SQLException {
    long to = Math.floorDiv(now, MINUTE);
    if (to <= minute) {
      return;
    }
    List<Windows.Expired> expired = views.stored().expired(minute, to);
    windows.change(all -> all.advance(to, expired));
    minute = to;
  }

  /** After a failure, takes up what is stored, since a commit that failed may have been durable. */
  private void recover() throws SQLException {
    if (sound) {
      return;
    }
    views.reopen();
    if (!views.progress().equals(applied)) {
      minute = Math.floorDiv(clock.now(), MINUTE);
      SQLException[] failure = new SQLException[1];
      windows.change(all -> failure[0] = reload(all));
      if (failure[0] != null) {
        throw failure[0];
      }
      applied = views.progress();
    }
    sound = true;
  }

  private @Nullable SQLException reload(Windows all) {
    try {
      Recount.windows(views.stored(), all, minute);
      Recount.recent(views.stored(), recent, clock.now());
      quarantines.load(views.quarantines());
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private void fail(Exception e) {
    sound = false;
    if (!failing) {
      failing = true;
      log.error("The view log cannot be written; views are refused until it can.", e);
    }
  }
}
