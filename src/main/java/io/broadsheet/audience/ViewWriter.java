package io.broadsheet.audience;

import io.broadsheet.web.ServerThreads;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes the ledger.
 *
 * <p>It takes all views that wait as one batch, and while their commit is under way the next batch
 * gathers: nothing ever waits for a batch to fill. Views are answered after the commit, on a thread
 * of their own, so that the next commit need not wait for the answers.
 */
final class ViewWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ViewWriter.class);
  private static final long TICK_MILLIS = 200;

  private final Ledger ledger;
  private final AudienceNumbers numbers;
  private final int most;
  private final BlockingQueue<Work> queue;
  private final Thread thread;
  private final ExecutorService answers =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("view-answers").daemon().factory());
  private volatile boolean closed;

  /** What waits for the writer: a view, or something else to be done between batches. */
  sealed interface Work permits Arrival, Task {}

  /** Something to be done to the ledger between batches. */
  private static final class Task<T> extends CompletableFuture<T> implements Work {
    private final Ledger.Work<T> work;

    Task(Ledger.Work<T> work) {
      this.work = work;
    }

    void run(Ledger ledger) {
      try {
        complete(ledger.perform(work));
      } catch (SQLException | RuntimeException e) {
        completeExceptionally(e);
      }
    }
  }

  /** Starts writing. */
  ViewWriter(
      Ledger ledger, AudienceLimits limits, BlockingQueue<Work> queue, AudienceNumbers numbers) {
    this.ledger = ledger;
    this.numbers = numbers;
    this.queue = queue;
    this.most = limits.batch();
    this.thread = Thread.ofPlatform().name("view-log").daemon().start(this::run);
  }

  static BlockingQueue<Work> queue(AudienceLimits limits) {
    return new ArrayBlockingQueue<>(limits.waiting());
  }

  /** Hands a view in; it is completed once it is decided and durable. */
  Arrival submit(Arrival arrival) {
    if (closed || !queue.offer(arrival)) {
      numbers.count(Outcome.UNWRITABLE);
      arrival.acknowledge();
    } else if (closed) {
      // The thread may have gone by before this one came.
      refuseWaiting();
    }
    return arrival;
  }

  /** Has something done by the writer and waits for it. */
  <T> T call(Ledger.Work<T> work) throws SQLException, InterruptedException {
    Task<T> task = new Task<>(work);
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

  private void run() {
    List<Work> taken = new ArrayList<>(most);
    try (ledger) {
      while (!closed || !queue.isEmpty()) {
        Work first = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          taken.add(first);
          queue.drainTo(taken, most - 1);
        }
        handle(taken);
        taken.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      log.warn("The view log was not closed in order: {}", e.getMessage());
    } finally {
      // Whatever ended it, nobody may wait for it for ever.
      closed = true;
      taken.forEach(this::refuse);
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
          task.run(ledger);
        }
      }
    }
    count(arrivals);
    ledger.tidy();
  }

  private void count(List<Arrival> arrivals) {
    ledger.count(arrivals);
    if (!arrivals.isEmpty()) {
      answers.execute(() -> ServerThreads.gathering(() -> answer(arrivals)));
    }
  }

  private void answer(List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      numbers.count(arrival.outcome());
      arrival.acknowledge();
    }
  }

  private void refuseWaiting() {
    for (Work work = queue.poll(); work != null; work = queue.poll()) {
      refuse(work);
    }
  }

  private void refuse(Work work) {
    switch (work) {
      case Arrival arrival -> {
        numbers.count(Outcome.UNWRITABLE);
        // Whatever was decided, nobody knows whether it is durable.
        arrival.complete(Outcome.UNWRITABLE);
      }
      case Task<?> task -> task.completeExceptionally(new IllegalStateException("closed"));
    }
  }
}
