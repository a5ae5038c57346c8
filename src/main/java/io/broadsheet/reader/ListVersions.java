package io.broadsheet.reader;

import io.broadsheet.settings.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts, for each language, how often its lists of stories have changed since the start. */
final class ListVersions {
  private final Map<Language, AtomicInteger> versions = new EnumMap<>(Language.class);

  ListVersions() {
    for (Language language : Language.values()) {
      versions.put(language, new AtomicInteger());
    }
  }

  /** Returns the number of changes so far. */
  int of(Language language) {
    return counter(language).get();
  }

  /** Counts a change; lists built before are not shown any more. */
  void changed(Language language) {
    counter(language).incrementAndGet();
  }

  private AtomicInteger counter(Language language) {
    return Objects.requireNonNull(versions.get(language), "a counter for each language");
  }
}
