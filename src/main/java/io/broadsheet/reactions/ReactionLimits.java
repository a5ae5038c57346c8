package io.broadsheet.reactions;

import io.broadsheet.web.Network;
import io.broadsheet.web.Throttle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Keeps one household from speaking for a crowd: who forgets the cookie is another reader each
 * time, but comes from the same place.
 */
final class ReactionLimits {
  private static final int READER_A_MINUTE = 60;
  private static final int BLOCK_AND_STORY_AN_HOUR = 600;

  private final Throttle<Long> readers;
  private final Throttle<Place> places;

  ReactionLimits(InstantSource clock) {
    this.readers = new Throttle<>(READER_A_MINUTE, Duration.ofMinutes(1), clock);
    this.places = new Throttle<>(BLOCK_AND_STORY_AN_HOUR, Duration.ofHours(1), clock);
  }

  private record Place(long block, long article) {}

  /**
   * Notes a wish and returns after how many seconds to come again; empty if it may be fulfilled.
   */
  Optional<Integer> take(long article, long reader, long network) {
    return readers.take(reader).or(() -> places.take(new Place(Network.block(network), article)));
  }
}
