package io.broadsheet.audience;

import io.broadsheet.web.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives readers keys that last a UTC day and tell nobody who they are.
 *
 * <p>A key is SipHash-2-4 of the reader's network and agent under the day's salt: fast enough to
 * compute for every request, and not to be guessed without the salt. After midnight yesterday's
 * salt stays valid until everything counted under it may count again, and is then destroyed.
 */
final class Visitors {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** A minute more than a window, for views that waited in the queue over midnight. */
  private static final long OVERLAP =
      RecentViews.WINDOW.toMillis() + Duration.ofMinutes(1).toMillis();

  private final SaltFile file;
  private volatile Salts salts;

  private Visitors(SaltFile file, Salts salts) {
    this.file = file;
    this.salts = salts;
  }

  private record Salts(Salt today, @Nullable Salt yesterday) {
    /** Returns when these are to be replaced, in epoch milliseconds. */
    long until() {
      return yesterday == null ? (today.day() + 1) * DAY : today.day() * DAY + OVERLAP;
    }

    Salts at(long now) {
      long day = Math.max(Math.floorDiv(now, DAY), today.day());
      boolean overlapping = now < day * DAY + OVERLAP;
      if (day == today.day()) {
        return overlapping ? this : new Salts(today, null);
      }
      boolean next = day == today.day() + 1;
      return new Salts(Salt.fresh(day), next && overlapping ? today : null);
    }

    List<Salt> list() {
      return yesterday == null ? List.of(today) : List.of(today, yesterday);
    }
  }

  /**
   * The keys of one reader, of which the second is that under yesterday's salt while it is valid.
   */
  record Keys(long today, long yesterday) {}

  /**
   * Takes up the salts of this folder, making today's where it is missing.
   *
   * @throws DamagedAudience if their file is not what was written
   */
  static Visitors open(Path folder, Instant now) throws IOException {
    SaltFile file = new SaltFile(folder);
    List<Salt> stored = file.read();
    if (stored.isEmpty()) {
      Salts first = new Salts(Salt.fresh(Math.floorDiv(now.toEpochMilli(), DAY)), null);
      file.write(first.list());
      return new Visitors(file, first);
    }
    Visitors visitors =
        new Visitors(file, new Salts(stored.getFirst(), stored.size() > 1 ? stored.get(1) : null));
    visitors.settle(now);
    return visitors;
  }

  /**
   * Returns the keys of a reader; without a salt of yesterday both are the same.
   *
   * @throws IOException if a new day's salt cannot be stored
   */
  Keys keys(View view, Instant now) throws IOException {
    Salts valid = salts;
    if (now.toEpochMilli() >= valid.until()) {
      settle(now);
      valid = salts;
    }
    long network = Network.of(view.address());
    long key = valid.today.visitor(network, view.agent());
    Salt before = valid.yesterday;
    return new Keys(key, before == null ? key : before.visitor(network, view.agent()));
  }

  /** Makes a new day's salt and destroys an old one, when it is time to. */
  synchronized void settle(Instant now) throws IOException {
    Salts next = salts.at(now.toEpochMilli());
    if (!next.equals(salts)) {
      file.write(next.list());
      salts = next;
    }
  }
}
