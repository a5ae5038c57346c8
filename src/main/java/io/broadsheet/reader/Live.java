package io.broadsheet.reader;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something made from stored data and kept, made anew when that data changes: at once after a quiet
 * time, and otherwise no more often than its pace.
 *
 * <p>While the making fails the last good value stays, and it is tried again after the same time.
 *
 * @param <T> immutable; usually a {@link Fragment}
 */
final class Live<T> {
  /** The least time between two renderings of what readers see. */
  static final Duration PACE = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(Live.class);

  private final String name;
  private final Duration pace;
  private final Function<@Nullable T, T> maker;
  private final Executor makers;
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile @Nullable T current;
  private volatile long madeAt;

  /**
   * Describes a value; nothing is made before it is asked for.
   *
   * @param name what the log calls it
   * @param pace the least time between two makings
   * @param maker makes it from what is stored now, given the last one, or null; returns that very
   *     object if nothing changed
   * @param makers threads that may wait for the database; they take all that they are given
   */
  Live(String name, Duration pace, Function<@Nullable T, T> maker, Executor makers) {
    this.name = name;
    this.pace = pace;
    this.maker = maker;
    this.makers = makers;
    this.madeAt = System.nanoTime() - pace.toNanos();
  }

  /** Returns the last value; the first call makes it, and may wait for the database. */
  T now() {
    T ready = current;
    return ready != null ? ready : first();
  }

  /** Returns the last value without making one; null before the first. */
  @Nullable T last() {
    return current;
  }

  /** Has it made again soon; called after each change of its data. */
  void changed() {
    // Not only where a value is there already: one may be under way from older data.
    if (due.compareAndSet(false, true)) {
      long wait = madeAt + pace.toNanos() - System.nanoTime();
      CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, makers).execute(this::renew);
    }
  }

  /** Makes it again now if it was made before, for one who waits to see what has just been done. */
  synchronized void refresh() {
    if (current != null) {
      make();
    }
  }

  private synchronized T first() {
    T ready = current;
    return ready != null ? ready : make();
  }

  private synchronized void renew() {
    // Cleared before the data is read: a change from here on is for the next making.
    due.set(false);
    if (current == null) {
      return;
    }
    try {
      make();
    } catch (RuntimeException e) {
      log.error("The {} cannot be made and stays as it was", name, e);
      changed();
    }
  }

  private T make() {
    madeAt = System.nanoTime();
    T next = maker.apply(current);
    current = next;
    return next;
  }

  @Override
  public String toString() {
    return name;
  }
}
