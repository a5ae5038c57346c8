package io.broadsheet.reader;

import io.broadsheet.events.Watch;
import io.broadsheet.rates.Board;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Has what shows rates rendered anew when a quote grows old or a day begins, though nobody quotes.
 *
 * <p>It looks twice a second whether the next such moment has come, which is one read of memory.
 */
final class RatesWatch extends Watch {
  private final RateParts parts;
  private final Supplier<Board> rates;
  private final InstantSource clock;
  private volatile boolean changed = true;
  private Instant next = Instant.MAX;

  /**
   * Describes a watch that has not begun.
   *
   * @param rates reads the board as it is now
   */
  RatesWatch(RateParts parts, Supplier<Board> rates, InstantSource clock) {
    super("rates-watch", Duration.ofMillis(500));
    this.parts = parts;
    this.rates = rates;
    this.clock = clock;
  }

  /** Is told of each change of the board after its commit. */
  void ratesChanged() {
    parts.changed();
    changed = true;
  }

  @Override
  protected void look() {
    Instant now = clock.instant();
    if (!changed && now.isBefore(next)) {
      return;
    }
    // Both are set before the board is read: what changes from here on, or a reading that fails, is
    // for the next look.
    changed = false;
    next = now;
    next = rates.get().nextAfter(now);
    parts.changed();
  }
}
