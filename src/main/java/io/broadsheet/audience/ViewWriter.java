package io.broadsheet.audience;

import io.broadsheet.web.ServerThreads;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that drops repeats, writes the view log and changes the windows.
 *
 * <p>It takes all views that wait as one batch, and while their commit is under way the next batch
 * gathers: nothing ever waits for a batch to fill. Views are answered after the commit, on a thread
 * of their own, so that the next commit need not wait for the answers.
 */
final class ViewWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ViewWriter.class);
  private static final long TICK_MILLIS = 200;
  private static final long MINUTE = 60_000;

  private final InstantSource clock;
  private final ViewLog views;
  private final Visitors visitors;
  private final AudienceNumbers numbers;
  private final RecentViews recent;
  private final SharedWindows windows;
  private final CountedViews counted;
  private final int most;
  private final BlockingQueue<Work> queue;
  private final Thread thread;
  private final ExecutorService answers =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("view-answers").daemon().factory());
  private ViewLog.Progress applied;
  private long minute;
  private long last;
  private long pruned = Long.MIN_VALUE;
  private boolean sound = true;
  private boolean failing;
  private volatile boolean closed;

  /** What waits for the writer: a view, or something else to be done between batches. */
  sealed interface Work permits Arrival, Task {}

  /** Something to be done by the writer. */
  private static final class Task<T> extends CompletableFuture<T> implements Work {
    private final Job<T> job;

    Task(Job<T> job) {
      this.job = job;
    }

    void run() throws SQLException {
      complete(job.run());
    }
  }

  /** What is to be done, and gives a result. */
  @FunctionalInterface
  interface Job<T> {
    T run() throws SQLException;
  }

  /** Takes up what is stored and starts. */
  ViewWriter(
      ViewLog views,
      Visitors visitors,
      InstantSource clock,
      AudienceLimits limits,
      BlockingQueue<Work> queue,
      AudienceNumbers numbers)
      throws SQLException {
    this.views = views;
    this.visitors = visitors;
    this.clock = clock;
    this.numbers = numbers;
    this.queue = queue;
    this.most = limits.batch();
    this.counted = new CountedViews(limits.batch());
    this.recent = new RecentViews(limits.remembered());
    this.applied = views.progress();
    this.last = applied.lastAt();
    this.minute = Math.floorDiv(now(), MINUTE);
    Windows loaded = new Windows(minute);
    Recount.windows(views, loaded, minute);
    Recount.recent(views, recent, now());
    this.windows = new SharedWindows(loaded);
    this.thread = Thread.ofPlatform().name("view-log").daemon().start(this::run);
  }

  static BlockingQueue<Work> queue(AudienceLimits limits) {
    return new ArrayBlockingQueue<>(limits.waiting());
  }

  SharedWindows windows() {
    return windows;
  }

  /** Hands a view in; it is completed once it is decided and durable. */
  Arrival submit(Arrival arrival) {
    if (closed || !queue.offer(arrival)) {
      numbers.notWritten.increment();
      arrival.acknowledge();
    } else if (closed) {
      // The thread may have gone by before this one came.
      refuseWaiting();
    }
    return arrival;
  }

  /** Has something done by the writer and waits for it. */
  <T> T call(Job<T> job) throws SQLException, InterruptedException {
    Task<T> task = new Task<>(job);
    queue.put(task);
    if (closed) {
      refuseWaiting();
    }
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    }
  }

  /** Carries totals over; what they were replaced by is durable when this returns. */
  List<CarriedTotals.Change> carry(List<CarriedTotals> totals)
      throws SQLException, InterruptedException {
    return call(
        () -> {
          List<CarriedRows.Growth> growths = views.carry(totals);
          windows.change(
              all -> {
                for (int i = 0; i < growths.size(); i++) {
                  CarriedRows.Growth more = growths.get(i);
                  all.addTotals(
                      totals.get(i).article(), more.views(), more.comments(), more.reactions());
                }
              });
          applied = views.progress();
          return growths.stream().map(CarriedRows.Growth::change).toList();
        });
  }

  /** Returns what carrying totals over would do. */
  List<CarriedTotals.Change> previewCarry(List<CarriedTotals> totals)
      throws SQLException, InterruptedException {
    return call(() -> views.previewCarry(totals).stream().map(CarriedRows.Growth::change).toList());
  }

  /** Writes what waits, answers it, and stops. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
      answers.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long now() {
    return Math.max(last, clock.millis());
  }

  private void run() {
    try (views) {
      List<Work> taken = new ArrayList<>(most);
      while (!closed || !queue.isEmpty()) {
        taken.clear();
        Work first = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          taken.add(first);
          queue.drainTo(taken, most - 1);
        }
        handle(taken);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      log.warn("The view log was not closed in order: {}", e.getMessage());
    } finally {
      // Whatever ended it, nobody may wait for it for ever.
      closed = true;
      refuseWaiting();
    }
  }

  private void handle(List<Work> taken) {
    List<Arrival> arrivals = new ArrayList<>(taken.size());
    for (Work work : taken) {
      switch (work) {
        case Arrival arrival -> arrivals.add(arrival);
        case Task<?> task -> {
          count(arrivals);
          arrivals = new ArrayList<>();
          perform(task);
        }
      }
    }
    count(arrivals);
    tidy();
  }

  private void perform(Task<?> task) {
    try {
      recover();
      advance(now());
      task.run();
    } catch (SQLException | RuntimeException e) {
      fail(e);
      task.completeExceptionally(e);
    }
  }

  private void count(List<Arrival> arrivals) {
    try {
      long now = now();
      recover();
      advance(now);
      if (!arrivals.isEmpty()) {
        count(arrivals, now);
      }
    } catch (SQLException | RuntimeException e) {
      fail(e);
      arrivals.forEach(arrival -> arrival.decide(Outcome.UNWRITABLE));
    }
    if (!arrivals.isEmpty()) {
      answers.execute(() -> ServerThreads.gathering(() -> answer(arrivals)));
    }
  }

  private void count(List<Arrival> arrivals, long now) throws SQLException {
    recent.expire(now);
    int before = recent.size();
    counted.clear();
    for (Arrival arrival : arrivals) {
      arrival.decide(decide(arrival, now));
    }
    if (counted.size() == 0) {
      return;
    }
    long started = System.nanoTime();
    try {
      views.append(counted, now);
    } catch (SQLException | RuntimeException e) {
      recent.truncate(before);
      throw e;
    }
    last = now;
    windows.change(all -> counted.forEachArticle(all::arrive));
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
    if (recent.contains(number)
        || (visitor.yesterday() != visitor.today()
            && recent.contains(RecentViews.number(visitor.yesterday(), arrival.article())))) {
      return Outcome.REPEAT;
    }
    if (recent.isFull()) {
      return Outcome.UNWRITABLE;
    }
    recent.add(number, now);
    counted.add(arrival.article(), visitor.today());
    return Outcome.COUNTED;
  }

  private void answer(List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      switch (arrival.outcome()) {
        case Outcome.Counted _ -> numbers.counts.increment();
        case Outcome.Repeat _ -> numbers.repeated.increment();
        case Outcome.Unwritable _ -> numbers.notWritten.increment();
        case Outcome.Bot _ -> numbers.declaredBots.increment();
        case Outcome.Unknown _ -> numbers.unknownArticles.increment();
        case Outcome.Limited _ -> numbers.overLimit.increment();
      }
      arrival.acknowledge();
    }
  }

  /** Lets the windows go on to the minute of this time. */
  private void advance(long now) throws SQLException {
    long to = Math.floorDiv(now, MINUTE);
    if (to <= minute) {
      return;
    }
    List<Windows.Expired> expired = views.expired(minute, to);
    windows.change(all -> all.advance(to, expired));
    minute = to;
  }

  /** Rolls up hours that are over, deletes what is too old, destroys salts that were. */
  private void tidy() {
    try {
      if (views.progress().rolledHour() < minute / 60 - 1) {
        recover();
        views.rollUp(minute / 60);
        applied = views.progress();
        pruned = Long.MIN_VALUE;
      } else if (pruned < minute) {
        recover();
        pruned = views.prune(minute) ? Long.MIN_VALUE : minute;
        applied = views.progress();
      }
      visitors.settle(Instant.ofEpochMilli(now()));
    } catch (SQLException | IOException | RuntimeException e) {
      fail(e);
    }
  }

  /** After a failure, takes up what is stored, since a commit that failed may have been durable. */
  private void recover() throws SQLException {
    if (sound) {
      return;
    }
    views.reopen();
    if (!views.progress().equals(applied)) {
      last = Math.max(last, views.progress().lastAt());
      minute = Math.floorDiv(now(), MINUTE);
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
      Recount.windows(views, all, minute);
      Recount.recent(views, recent, now());
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

  private void refuseWaiting() {
    for (Work work = queue.poll(); work != null; work = queue.poll()) {
      switch (work) {
        case Arrival arrival -> {
          numbers.notWritten.increment();
          arrival.acknowledge();
        }
        case Task<?> task -> task.completeExceptionally(new IllegalStateException("closed"));
      }
    }
  }
}
