package io.broadsheet.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.broadsheet.web.Network;
import io.broadsheet.web.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes whoever guesses wait longer and longer, by the name that is tried and by the address block
 * it is tried from.
 *
 * <p>Nobody is locked out: a wait ends after five minutes for a name, a quarter of an hour for a
 * block, asking during a wait does not prolong it, and an hour without a failure forgets all. Of
 * names only hashes are held, of either at most 100,000.
 */
final class SignInThrottle {
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  private static final long MOST_HELD = 100_000;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Rule NAMES = new Rule(5, SECOND, Duration.ofMinutes(5));
  private static final Rule BLOCKS = new Rule(20, SECOND, Duration.ofMinutes(15));

  /** Letters pour into somebody's mailbox, whoever asks for them. */
  private static final Rule MAILBOXES = new Rule(2, Duration.ofMinutes(1), Duration.ofMinutes(59));

  private final InstantSource clock;
  private final Rule ofName;
  private final Cache<String, Failures> names = held();
  private final Cache<Long, Failures> blocks = held();

  /** Holds up who guesses. */
  SignInThrottle(InstantSource clock) {
    this(clock, NAMES);
  }

  private SignInThrottle(InstantSource clock, Rule ofName) {
    this.clock = clock;
    this.ofName = ofName;
  }

  /** Holds up who has letters sent, the names being addresses. */
  static SignInThrottle ofLetters(InstantSource clock) {
    return new SignInThrottle(clock, MAILBOXES);
  }

  /**
   * How waits grow: none for the first failures, then one that doubles with each.
   *
   * @param free how many failures cost nothing
   * @param first the shortest wait
   * @param longest the longest wait
   */
  private record Rule(int free, Duration first, Duration longest) {
    Duration waitAfter(int failures) {
      int doublings = Math.min(failures - free, 20);
      Duration wait = doublings < 0 ? Duration.ZERO : first.multipliedBy(1L << doublings);
      return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** Returns how much of the wait is left; zero or less for nothing. */
    Duration left(@Nullable Failures before, Instant now) {
      return before == null || before.isForgotten(now)
          ? Duration.ZERO
          : Duration.between(now, before.last.plus(waitAfter(before.count)));
    }
  }

  private record Failures(int count, Instant last) {
    boolean isForgotten(Instant now) {
      return !last.plus(FORGOTTEN).isAfter(now);
    }

    /** Returns what one more failure makes of these. */
    Failures after(Failures next) {
      return isForgotten(next.last) ? next : new Failures(count + 1, next.last);
    }
  }

  /**
   * Lets an attempt begin, which counts as failed until {@link #succeeded} is called, so that many
   * at once are not let through before the first has failed.
   *
   * @param name anything
   * @param network whose {@link Network#of number} the attempt came from
   * @return how long to wait before trying again; empty if it may be tried now
   */
  synchronized Optional<Duration> attempt(String name, long network) {
    Instant now = clock.instant();
    String nameKey = key(name);
    long block = Network.block(network);
    Duration byName = ofName.left(names.getIfPresent(nameKey), now);
    Duration byBlock = BLOCKS.left(blocks.getIfPresent(block), now);
    Duration wait = byName.compareTo(byBlock) > 0 ? byName : byBlock;
    if (wait.isPositive()) {
      return Optional.of(wait);
    }
    names.asMap().merge(nameKey, new Failures(1, now), Failures::after);
    blocks.asMap().merge(block, new Failures(1, now), Failures::after);
    return Optional.empty();
  }

  /** Forgets what failed under a name, and one failure of the block: it was none. */
  synchronized void succeeded(String name, long network) {
    names.invalidate(key(name));
    blocks
        .asMap()
        .computeIfPresent(
            Network.block(network),
            (block, failures) ->
                failures.count() > 1 ? new Failures(failures.count() - 1, failures.last()) : null);
  }

  private static String key(String name) {
    String same = PasswordRules.normalize(name).strip().toLowerCase(Locale.ROOT);
    return Sha256.shortHex(same.getBytes(StandardCharsets.UTF_8));
  }

  private static <K> Cache<K, Failures> held() {
    return Caffeine.newBuilder().maximumSize(MOST_HELD).expireAfterWrite(FORGOTTEN).build();
  }
}
