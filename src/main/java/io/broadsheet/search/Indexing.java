package io.broadsheet.search;

import io.broadsheet.articles.Edition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the index like the database, on one thread of its own.
 *
 * <p>At its start it compares the marks of all editions with those in the index and writes down
 * what differs, so that nothing needs to be remembered of what was told before; from then on it
 * follows what it is told. Both happen on one thread, which reads the database first: what is in
 * the index and not in what it read is not in the database.
 */
final class Indexing implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Indexing.class);
  private static final int BATCH = 500;
  private static final long COMMIT_NANOS = Duration.ofSeconds(20).toNanos();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Path folder;
  private final Form form;
  private final Stock stock;
  private final SearchListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<Long> told = new HashSet<>();
  private volatile boolean stopping;
  private volatile boolean complete;
  private boolean busy;
  private @Nullable Index index;
  private long committed = System.nanoTime();

  Indexing(Path folder, Form form, Stock stock, SearchListener listener) {
    this.folder = folder;
    this.form = form;
    this.stock = stock;
    this.listener = listener;
  }

  /** Takes the news that an edition changed. */
  void tell(long article) {
    lock.lock();
    try {
      told.add(article);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Tells whether all editions are in the index. */
  boolean isComplete() {
    return complete;
  }

  /**
   * Returns the index, once it is open.
   *
   * @throws IllegalStateException if it does not open
   */
  Index index() {
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (index == null && left > 0) {
        left = changed.awaitNanos(left);
      }
      if (index == null) {
        throw new IllegalStateException("the search index does not open");
      }
      return index;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the search index opens", e);
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all that was told is found. */
  void flush() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!stopping && (busy || !told.isEmpty() || !complete)) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  void stop() {
    stopping = true;
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    while (!stopping) {
      try (Index open = Index.open(folder, form)) {
        keep(open);
      } catch (DataAccessException e) {
        log.warn("What is to be found cannot be read, trying again: {}", e.getMessage());
      } catch (IOException | RuntimeException e) {
        log.error("The search index in {} fails and is opened again", folder, e);
      }
      pause();
    }
  }

  private void keep(Index open) throws IOException {
    hand(open);
    try {
      compare(open);
      while (!stopping) {
        follow(open);
      }
      open.commit();
    } finally {
      hand(null);
    }
  }

  private void hand(@Nullable Index open) {
    lock.lock();
    try {
      index = open;
      complete = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Each edition is met once, so that the marks need not show what is being written. */
  private void compare(Index open) throws IOException {
    long after = 0;
    int written = 0;
    long said = System.nanoTime();
    List<Edition.Mark> stored;
    do {
      stored = stock.marks(after, BATCH);
      long last = stored.size() < BATCH ? Long.MAX_VALUE : stored.getLast().article();
      Map<Long, Edition.Mark> known = open.marks(after + 1, last);
      List<Long> differing = new ArrayList<>();
      for (Edition.Mark mark : stored) {
        if (!form.mark(mark).equals(known.remove(mark.article()))) {
          differing.add(mark.article());
        }
      }
      open.remove(known.keySet());
      open.put(stock.of(differing));
      after = last;
      written += differing.size();
      if (System.nanoTime() - said > PATIENCE.toNanos()) {
        // Each time begins a segment anew, whatever the buffer would still hold.
        open.commit();
        open.show();
        log.info("The search index is being built: {} stories so far", written);
        said = System.nanoTime();
      }
    } while (stored.size() == BATCH && !stopping);
    open.commit();
    open.show();
    complete = !stopping;
    if (complete) {
      listener.complete();
    }
  }

  private void follow(Index open) throws IOException {
    List<Long> next = take();
    if (next.isEmpty()) {
      return;
    }
    try {
      open.put(stock.of(next));
      open.show();
      if (System.nanoTime() - committed > COMMIT_NANOS) {
        open.commit();
        committed = System.nanoTime();
      }
      listener.changed(Set.copyOf(next));
    } finally {
      done();
    }
  }

  /** Returns what was told, after waiting for it. */
  private List<Long> take() {
    lock.lock();
    try {
      changed.signalAll();
      while (told.isEmpty() && !stopping) {
        changed.await();
      }
      List<Long> next = told.stream().limit(BATCH).toList();
      next.forEach(told::remove);
      busy = !next.isEmpty();
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  private void done() {
    lock.lock();
    try {
      busy = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void pause() {
    lock.lock();
    try {
      long left = PAUSE.toNanos();
      while (!stopping && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    } finally {
      lock.unlock();
    }
  }
}
