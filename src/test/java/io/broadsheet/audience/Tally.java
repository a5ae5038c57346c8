package io.broadsheet.audience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What must count, written for clearness alone: every view that ever counted, in a list. */
final class Tally {
  private static final long HALF_HOUR = 30 * 60_000;

  private final List<Counted> counted = new ArrayList<>();
  private final Map<Read, Long> latest = new HashMap<>();
  private final Map<Long, CarriedTotals> carried = new HashMap<>();

  /** A reader's view of an article. */
  record Read(int reader, long article) {}

  /** A view that counted, at some time of the log. */
  record Counted(long at, Read read) {}

  Tally copy() {
    Tally copy = new Tally();
    copy.counted.addAll(counted);
    copy.latest.putAll(latest);
    copy.carried.putAll(carried);
    return copy;
  }

  /** Takes a view in: one counts a reader and article in half an hour from the counted one. */
  Outcome view(Read read, long at) {
    Long before = latest.get(read);
    if (before != null && at < before + HALF_HOUR) {
      return Outcome.REPEAT;
    }
    latest.put(read, at);
    counted.add(new Counted(at, read));
    return Outcome.COUNTED;
  }

  void carry(CarriedTotals totals) {
    carried.put(totals.article(), totals);
  }

  List<Counted> counted() {
    return counted;
  }

  /** Returns when a reader's view of an article counted last; empty if none has. */
  Optional<Instant> latest(Read read) {
    return Optional.ofNullable(latest.get(read)).map(Instant::ofEpochMilli);
  }

  /** Returns when a view counted last; 0 if none has. */
  long lastAt() {
    return counted.isEmpty() ? 0 : counted.getLast().at();
  }

  Counts counts(long article) {
    CarriedTotals before = carried.getOrDefault(article, new CarriedTotals(article, 0, 0, 0));
    long views = counted.stream().filter(view -> view.read().article() == article).count();
    return new Counts(before.views() + views, before.comments(), before.reactions());
  }

  /** Returns the views of an article in a window that ends in this minute. */
  long within(Window window, long article, long minute) {
    return counted.stream()
        .filter(view -> view.read().article() == article)
        .filter(view -> isWithin(window, view.at() / 60_000, minute))
        .count();
  }

  /** Returns the views of an article from one minute until before another. */
  long between(long article, long from, long until) {
    return counted.stream()
        .filter(view -> view.read().article() == article)
        .filter(view -> view.at() / 60_000 >= from && view.at() / 60_000 < until)
        .count();
  }

  /** Tells whether what came in one minute is in a window while another one is the current one. */
  static boolean isWithin(Window window, long minute, long now) {
    return switch (window) {
      case HOUR -> now - minute < 60;
      case DAY -> now - minute < 24 * 60;
      case WEEK -> now / 60 - minute / 60 < 7 * 24;
      case MONTH -> now / 60 - minute / 60 < 30 * 24;
    };
  }
}
