package io.broadsheet.reader;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Fragments of which there are too many to keep all: each is kept as long as a page in memory holds
 * it, and hears of changes as long as it is kept.
 *
 * @param <K> what tells them apart
 */
final class Held<K> {
  private final Cache<K, Live<?>> held = Caffeine.newBuilder().weakValues().build();

  /** Returns what is kept under a key, or makes it. */
  @SuppressWarnings("unchecked") // each kind of key is asked for with one kind of value
  <T> Live<T> get(K key, Supplier<Live<T>> live) {
    return (Live<T>) held.get(key, absent -> live.get());
  }

  /** Has what is kept under a key made anew. */
  void changed(K key) {
    Live<?> live = held.getIfPresent(key);
    if (live != null) {
      live.changed();
    }
  }

  /** Makes all anew whose keys are such, before it returns. */
  void refreshIf(Predicate<K> such) {
    held.asMap().entrySet().stream()
        .filter(kept -> such.test(kept.getKey()))
        .forEach(kept -> kept.getValue().refresh());
  }

  /** Has all made anew whose keys are such. */
  void changedIf(Predicate<K> such) {
    held.asMap().keySet().stream().filter(such).forEach(this::changed);
  }
}
