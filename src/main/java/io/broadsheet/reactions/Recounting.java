package io.broadsheet.reactions;

import io.broadsheet.audience.Audience;
import io.broadsheet.events.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves day by day that the counts are the numbers of reactions there are. */
final class Recounting extends Watch {
  private static final Logger log = LoggerFactory.getLogger(Recounting.class);

  private final Reactions reactions;
  private final InstantSource clock;
  private volatile long drifts;

  Recounting(Reactions reactions, InstantSource clock) {
    super("reactions-recount", Duration.ofDays(1));
    this.reactions = reactions;
    this.clock = clock;
  }

  /** Returns how many counts differed when they were counted last. */
  long drifts() {
    return drifts;
  }

  @Override
  protected void look() {
    List<Reactions.Drift> found = reactions.recount();
    drifts = found.size();
    if (found.isEmpty()) {
      log.info("All reactions were recounted: 0 counts differ.");
    } else {
      log.error("{} counts of reactions differ from what there is: {}", drifts, found);
    }
    reactions.forgetMinutes(
        TimeUnit.MILLISECONDS.toMinutes(clock.millis()) - Audience.POPULAR_MINUTES);
  }
}
