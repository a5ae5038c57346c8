package io.broadsheet.events;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks again and again, on a thread of its own, whether something has changed that tells nobody.
 */
public abstract class Watch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Watch.class);

  private final String name;
  private final Duration pause;
  private volatile Thread thread = new Thread();

  /**
   * Describes a watch that has not begun.
   *
   * @param name of its thread
   * @param pause between two looks, more than zero
   */
  protected Watch(String name, Duration pause) {
    this.name = name;
    this.pause = pause;
  }

  /** Looks once; what it throws is logged, and it looks again after the pause. */
  protected abstract void look();

  @Override
  public void start() {
    thread = Thread.ofPlatform().name(name).daemon().start(this::watch);
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

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        look();
      } catch (RuntimeException e) {
        log.error("The watch “{}” failed and looks again", name, e);
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
