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
 * salt stays valid until everything counted under it may count again, and is then destroyed. Days
 * are those of the log's time, which never goes back to when a salt that is gone was needed.
 */
final class Visitors {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** A minute more than a window, for views that waited in the queue over midnight. */
  private static final long OVERLAP =
      RecentViews.WINDOW.toMillis() + Duration.ofMinutes(1).toMillis();

  private static final long UNKNOWN = Long.MIN_VALUE;

  private final SaltFile file;
  private volatile Salts salts;

  private Visitors(SaltFile file, Salts salts) {
    this.file = file;
    this.salts = salts;
  }

  /**
   * The salts that are valid.
   *
   * @param since when today's took the place of yesterday's, in epoch milliseconds; {@link
   *     #UNKNOWN} when that was before the start
   */
  private record Salts(Salt today, @Nullable Salt yesterday, long since) {
    Salts at(long now) {
      long day = Math.floorDiv(now, DAY);
      if (day > today.day()) {
        return new Salts(Salt.fresh(day), today, now);
      }
      if (yesterday == null) {
        return this;
      }
      if (since == UNKNOWN) {
        return new Salts(today, yesterday, now);
      }
      return now < since + OVERLAP ? this : new Salts(today, null, since);
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
      stored = List.of(Salt.fresh(Math.floorDiv(now.toEpochMilli(), DAY)));
      file.write(stored);
    }
    Salt yesterday = stored.size() > 1 ? stored.get(1) : null;
    return new Visitors(file, new Salts(stored.getFirst(), yesterday, UNKNOWN));
  }

  /** Returns the keys of a reader; without a salt of yesterday both are the same. */
  Keys keys(View view) {
    Salts valid = salts;
    long network = Network.of(view.address());
    long key = valid.today.visitor(network, view.agent());
    Salt before = valid.yesterday;
    return new Keys(key, before == null ? key : before.visitor(network, view.agent()));
  }

  /** Tells whether a new day has begun, or a salt is no longer needed, at this time of the log. */
  boolean isDue(long now) {
    return !salts.at(now).equals(salts);
  }

  /**
   * Makes a new day's salt or destroys an old one, where that is due; by one thread.
   *
   * @param now which the log has noted
   * @throws IOException if they cannot be stored
   */
  void settle(long now) throws IOException {
    Salts next = salts.at(now);
    if (!next.list().equals(salts.list())) {
      file.write(next.list());
    }
    salts = next;
  }
}
