package io.broadsheet.audience;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The windows as many threads read them while one changes them.
 *
 * <p>A change is a batch or a tick as a whole and takes microseconds, so readers see either all of
 * it or nothing and hardly ever wait. Whether an article is published, which every view asks, is
 * read without taking the lock unless a change was under way.
 */
final class SharedWindows {
  private final StampedLock lock = new StampedLock();
  private final Windows windows;
  private final AtomicLong version = new AtomicLong();

  SharedWindows(Windows windows) {
    this.windows = windows;
  }

  /** Returns a number that grows with every change. */
  long version() {
    return version.get();
  }

  boolean isAdmitted(long article) {
    long stamp = lock.tryOptimisticRead();
    boolean admitted = windows.isAdmitted(article);
    if (lock.validate(stamp)) {
      return admitted;
    }
    stamp = lock.readLock();
    try {
      return windows.isAdmitted(article);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  void admit(long article, String language, Set<String> topics, boolean listed) {
    long stamp = lock.writeLock();
    try {
      if (windows.admit(article, language, topics, listed)) {
        version.incrementAndGet();
      }
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  void dismiss(long article) {
    long stamp = lock.writeLock();
    try {
      if (windows.dismiss(article)) {
        version.incrementAndGet();
      }
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  Counts counts(long article) {
    long stamp = lock.readLock();
    try {
      return windows.counts(article);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  long readers(long article, int lastMinutes) {
    long stamp = lock.readLock();
    try {
      return windows.readers(article, lastMinutes);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  boolean isIn(String language, long article) {
    long stamp = lock.readLock();
    try {
      return windows.isIn(language, article);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  Present present(@Nullable String language, int lastMinutes, int limit) {
    long stamp = lock.readLock();
    try {
      return windows.present(language, lastMinutes, limit);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  List<TopRow> top(TopQuery query) {
    long stamp = lock.readLock();
    try {
      return windows.top(query);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  List<TopRow> top(TopQuery query, Map<Long, Long> views) {
    long stamp = lock.readLock();
    try {
      return windows.top(query, views);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  void change(Consumer<Windows> change) {
    long stamp = lock.writeLock();
    try {
      change.accept(windows);
      version.incrementAndGet();
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
