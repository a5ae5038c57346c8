package io.broadsheet.reader;

import io.broadsheet.audience.Audience;
import io.broadsheet.events.Watch;
import io.broadsheet.settings.Language;
import java.time.Duration;
import java.util.List;

/**
 * Has the lists of what is read rendered anew while readers read.
 *
 * <p>It looks ten times a second whether any count has moved, which is one read of memory; the
 * fragments' own pace bounds how often that is rendered.
 */
final class AudienceWatch extends Watch {
  private final Audience audience;
  private final Shared shared;
  private final List<Language> languages;

  /** Whatever was rendered before this looked for the first time may be of before. */
  private long seen = -1;

  AudienceWatch(Audience audience, Shared shared, List<Language> languages) {
    super("audience-watch", Duration.ofMillis(100));
    this.audience = audience;
    this.shared = shared;
    this.languages = languages;
  }

  @Override
  protected void look() {
    long version = audience.version();
    if (version != seen) {
      seen = version;
      languages.forEach(shared::rankingChanged);
    }
  }
}
