package io.broadsheet.live;

import io.broadsheet.audience.Audience;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Brings the feeds up to date and sends them, no more often than once a second. */
final class LivePulse implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LivePulse.class);
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(15);

  private final LiveFeeds feeds;
  private final LiveStream stream;
  private final Audience audience;
  private final AtomicBoolean storiesChanged = new AtomicBoolean(true);
  private final AtomicBoolean ratesChanged = new AtomicBoolean(true);
  private long seen = -1;
  private volatile Thread thread = new Thread();

  LivePulse(LiveFeeds feeds, LiveStream stream, Audience audience) {
    this.feeds = feeds;
    this.stream = stream;
    this.audience = audience;
  }

  void storiesChanged() {
    storiesChanged.set(true);
  }

  void ratesChanged() {
    ratesChanged.set(true);
  }

  @Override
  public void start() {
    update();
    thread = Thread.ofPlatform().name("live").daemon().start(this::beat);
  }

  @Override
  public void stop() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stream.end();
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void beat() {
    while (!Thread.currentThread().isInterrupted()) {
      if (stream.openPages() > 0) {
        update();
        stream.send(QUIET);
      }
      try {
        Thread.sleep(PACE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void update() {
    long version = audience.version();
    try {
      if (storiesChanged.getAndSet(false) || version != seen) {
        seen = version;
        feeds.read();
      }
      if (ratesChanged.getAndSet(false)) {
        feeds.quote();
      }
    } catch (RuntimeException e) {
      storiesChanged.set(true);
      ratesChanged.set(true);
      log.error("What is live cannot be brought up to date and stays as it was", e);
    }
  }
}
