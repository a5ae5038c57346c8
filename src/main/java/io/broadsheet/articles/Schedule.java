package io.broadsheet.articles;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Publishes articles when their embargo ends and takes them off the lists when they expire.
 *
 * <p>What is due is asked of the database every second, so a schedule survives restarts and a start
 * catches up with what fell due meanwhile.
 */
final class Schedule implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Schedule.class);
  private static final Duration GRAIN = Duration.ofSeconds(1);

  private final Articles articles;
  private volatile Thread thread = new Thread();

  Schedule(Articles articles) {
    this.articles = articles;
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().name("schedule").daemon().start(this::run);
  }

  @Override
  public void stop() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (articles.settleDue() == 0) {
          Thread.sleep(GRAIN);
        }
      } catch (DataAccessException e) {
        log.warn("The schedule cannot be read, trying again in a second: {}", e.getMessage());
        rest();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(GRAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
