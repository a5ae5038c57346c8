package io.broadsheet.comments;

import io.broadsheet.web.Network;
import io.broadsheet.web.Throttle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps one network from burying moderators under reports, whoever there says to be a new reader.
 */
public final class ReportLimits {
  private static final int BLOCK_AN_HOUR = 60;

  private final Throttle<Long> blocks;

  /** Has seen no report yet. */
  public ReportLimits(InstantSource clock) {
    this.blocks = new Throttle<>(BLOCK_AN_HOUR, Duration.ofHours(1), clock);
  }

  /**
   * Notes a report and returns after how many seconds to come again; empty if it may be taken.
   *
   * @param network where it comes from, as {@link Network} numbers it
   */
  public Optional<Integer> take(long network) {
    return blocks.take(Network.block(network));
  }
}
