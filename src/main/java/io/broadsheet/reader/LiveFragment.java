package io.broadsheet.reader;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fragment shared by many pages and rendered anew when its data changes, at once after a quiet
 * time and otherwise at most every {@link #PACE}.
 *
 * <p>While a rendering fails the last good bytes stay, and it is tried again after the same time.
 */
final class LiveFragment implements Part {
  /** The least time between two renderings. */
  static final Duration PACE = Duration.ofMillis(500);

  private static final Logger log = LoggerFactory.getLogger(LiveFragment.class);

  private final String name;
  private final Supplier<String> template;
  private final Executor renderers;
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile @Nullable Fragment current;
  private volatile long renderedAt = System.nanoTime() - PACE.toNanos();

  /**
   * Describes a fragment; nothing is rendered before it is asked for.
   *
   * @param name what the log calls it
   * @param template renders what is stored now
   * @param renderers a thread that may wait for the database and takes all that it is given
   */
  LiveFragment(String name, Supplier<String> template, Executor renderers) {
    this.name = name;
    this.template = template;
    this.renderers = renderers;
  }

  /** Returns the last rendering; the first call renders, and may wait for the database. */
  @Override
  public Fragment now() {
    Fragment ready = current;
    return ready != null ? ready : first();
  }

  /** Has it rendered again soon; called after each change of its data. */
  void changed() {
    // Before the first rendering there is nothing to renew, but one may be under way with old data.
    if (due.compareAndSet(false, true)) {
      long wait = renderedAt + PACE.toNanos() - System.nanoTime();
      CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, renderers).execute(this::renew);
    }
  }

  private synchronized Fragment first() {
    Fragment ready = current;
    return ready != null ? ready : render();
  }

  private synchronized void renew() {
    // Cleared before the data is read: a change from here on is for the next rendering.
    due.set(false);
    if (current == null) {
      return;
    }
    try {
      render();
    } catch (RuntimeException e) {
      log.error("The {} cannot be rendered and stays as it was", name, e);
      changed();
    }
  }

  private Fragment render() {
    renderedAt = System.nanoTime();
    Fragment next = Fragment.of(template.get());
    Fragment last = current;
    if (last != null && last.sameAs(next)) {
      return last;
    }
    current = next;
    return next;
  }
}
