package io.broadsheet.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets each of many do something so often in a span of time: a token bucket for each.
 *
 * <p>What it knows is in memory and bounded; one who was forgotten begins anew. Safe for many
 * threads.
 *
 * @param <K> whom it tells apart; with equals and hash code
 */
public final class Throttle<K> {
  private static final long MOST_HELD = 200_000;

  private final int tokens;
  private final Duration span;
  private final TimeMeter meter;
  private final Cache<K, Bucket> buckets;

  /**
   * Describes a limit.
   *
   * @param tokens how often, 1 or more
   * @param span within this time, more than zero; they come back one by one
   */
  public Throttle(int tokens, Duration span, InstantSource clock) {
    this.tokens = tokens;
    this.span = span;
    this.meter = new Meter(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_HELD)
            .expireAfterAccess(span.multipliedBy(2))
            .build();
  }

  /**
   * Notes that one does it.
   *
   * @return after how many seconds to try again, 1 or more; empty if it may be done
   */
  public Optional<Integer> take(K key) {
    ConsumptionProbe probe = buckets.get(key, absent -> full()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(
            Math.toIntExact(
                Math.ceilDiv(probe.getNanosToWaitForRefill(), TimeUnit.SECONDS.toNanos(1))));
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(tokens).refillGreedy(tokens, span))
        .withCustomTimePrecision(meter)
        .build();
  }

  private record Meter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
