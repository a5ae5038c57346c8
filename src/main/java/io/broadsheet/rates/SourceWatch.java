package io.broadsheet.rates;

import io.broadsheet.events.Watch;
import io.broadsheet.settings.SourceSettings;
import io.broadsheet.web.Notice;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches each source of rates when it is due, on a thread of its own: a slow one delays none. */
final class SourceWatch extends Watch implements Notice {
  private static final Logger log = LoggerFactory.getLogger(SourceWatch.class);

  private final RateSources sources;
  private final ExecutorService fetching =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().name("rate-source-", 0).daemon().factory());

  private volatile String matter = "";

  SourceWatch(RateSources sources) {
    super("rate-sources", Duration.ofSeconds(2));
    this.sources = sources;
  }

  @Override
  public Optional<String> matter() {
    return Optional.of(matter).filter(sentence -> !sentence.isEmpty());
  }

  @Override
  protected void look() {
    matter = sources.matter().orElse("");
    for (SourceSettings source : sources.claim()) {
      fetching.execute(() -> fetch(source));
    }
  }

  private void fetch(SourceSettings source) {
    try {
      sources.fetch(source);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("Fetching the source “{}” of rates failed and is tried again", source.name(), e);
    }
  }

  @Override
  public void stop() {
    super.stop();
    fetching.shutdownNow();
    fetching.close();
  }
}
