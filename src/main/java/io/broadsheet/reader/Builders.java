package io.broadsheet.reader;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The platform threads on which pages and shared fragments are made.
 *
 * <p>Few, since they wait for the database, whose native code pins virtual threads, and since a
 * flood of requests for pages that are not in memory must not take all the machine.
 */
final class Builders implements AutoCloseable {
  /** Enough for a second's work; what comes on top is asked to come again. */
  private static final int MOST_WAITING = 1_000;

  private final ExecutorService pages;
  private final ExecutorService shared;

  Builders() {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    pages =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("pages-", 0).daemon().factory());
    shared =
        Executors.newFixedThreadPool(2, Thread.ofPlatform().name("shared-", 0).daemon().factory());
  }

  /** Runs builds of pages; rejects one when too many wait. */
  Executor pages() {
    return pages;
  }

  /** Renders shared fragments, a slow one beside the others. */
  Executor shared() {
    return shared;
  }

  @Override
  public void close() {
    pages.shutdownNow();
    shared.shutdownNow();
  }
}
