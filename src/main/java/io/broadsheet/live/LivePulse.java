package io.broadsheet.live;

import io.broadsheet.articles.CoverageChanged;
import io.broadsheet.audience.Audience;
import io.broadsheet.events.Watch;
import io.broadsheet.reactions.ReactionsChanged;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the feeds up to date and sends them, no more often than twice a second. */
final class LivePulse extends Watch {
  private static final Logger log = LoggerFactory.getLogger(LivePulse.class);
  private static final Duration PACE = Duration.ofMillis(500);
  private static final Duration QUIET = Duration.ofSeconds(15);

  private final LiveFeeds feeds;
  private final LiveStream stream;
  private final Audience audience;
  private final AtomicBoolean storiesChanged = new AtomicBoolean(true);
  private final AtomicBoolean ratesChanged = new AtomicBoolean(true);
  private final AtomicBoolean entriesChanged = new AtomicBoolean();
  private long seen = -1;

  LivePulse(LiveFeeds feeds, LiveStream stream, Audience audience) {
    super("live", PACE);
    this.feeds = feeds;
    this.stream = stream;
    this.audience = audience;
  }

  void storiesChanged() {
    storiesChanged.set(true);
  }

  void entriesChanged(CoverageChanged event) {
    feeds.entries(Map.of(event.article(), event.version()));
    entriesChanged.set(true);
  }

  void reactionsChanged(ReactionsChanged event) {
    feeds.reacted(event.article());
  }

  void ratesChanged() {
    ratesChanged.set(true);
  }

  @Override
  public void start() {
    update();
    super.start();
  }

  @Override
  public void stop() {
    super.stop();
    stream.end();
  }

  @Override
  protected void look() {
    // Also while no page is open: the next one is sent what is here, at once.
    update();
    stream.send(QUIET);
  }

  private void update() {
    long version = audience.version();
    try {
      boolean stories = storiesChanged.getAndSet(false);
      if (stories) {
        feeds.announce();
      }
      if (stories || version != seen) {
        seen = version;
        feeds.read();
      }
      feeds.count();
      if (entriesChanged.getAndSet(false)) {
        feeds.follow();
      }
      if (ratesChanged.getAndSet(false) || feeds.quotesPassed()) {
        feeds.quote();
      }
    } catch (RuntimeException e) {
      storiesChanged.set(true);
      entriesChanged.set(true);
      ratesChanged.set(true);
      log.error("What is live cannot be brought up to date and stays as it was", e);
    }
  }
}
