package io.broadsheet.articles;

import io.broadsheet.events.Watch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Publishes articles when their embargo ends and takes them off the lists when they expire, and
 * tells of front pages on which the time of a story has come or passed.
 *
 * <p>What is due is asked of the database every second, so a schedule survives restarts and a start
 * catches up with what fell due meanwhile.
 */
final class Schedule extends Watch {
  private static final Logger log = LoggerFactory.getLogger(Schedule.class);

  private final Articles articles;
  private final FrontSlots front;

  Schedule(Articles articles, FrontSlots front) {
    super("schedule", Duration.ofSeconds(1));
    this.articles = articles;
    this.front = front;
  }

  @Override
  protected void look() {
    try {
      int settled;
      do {
        settled = articles.settleDue();
      } while (settled > 0 && !Thread.currentThread().isInterrupted());
      front.settleDue();
    } catch (DataAccessException e) {
      log.warn("The schedule cannot be read, trying again in a second: {}", e.getMessage());
    }
  }
}
