package io.broadsheet.reader;

import io.broadsheet.audience.Audience;
import io.broadsheet.settings.Language;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Has the lists of what is read rendered anew while readers read.
 *
 * <p>It looks ten times a second whether any count has moved, which is one read of memory; the
 * fragments' own pace bounds how often that is rendered.
 */
final class AudienceWatch implements SmartLifecycle {
  private static final Duration GRAIN = Duration.ofMillis(100);

  private final Audience audience;
  private final Shared shared;
  private final List<Language> languages;
  private volatile Thread thread = new Thread();

  AudienceWatch(Audience audience, Shared shared, List<Language> languages) {
    this.audience = audience;
    this.shared = shared;
    this.languages = languages;
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().name("audience-watch").daemon().start(this::watch);
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
    // Whatever was rendered before this looked for the first time may be of before.
    long seen = -1;
    while (!Thread.currentThread().isInterrupted()) {
      long version = audience.version();
      if (version != seen) {
        seen = version;
        languages.forEach(shared::rankingChanged);
      }
      try {
        Thread.sleep(GRAIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
