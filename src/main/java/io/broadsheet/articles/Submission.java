package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edition as somebody hands it in, by import or through the API.
 *
 * @param uri what it is known as, 1 to 1,000 characters; handing in the same again changes it
 * @param story what links the language editions of one story, 1 to 1,000 characters
 * @param language the language it is written in
 * @param content what it says
 * @param state where it should be; published under an embargo to come becomes scheduled
 * @param published when it was, or shall be, first published
 * @param updated when it last changed for readers, not before it was published
 * @param embargo before which no reader may see it; null for none
 * @param expires from when it leaves the lists; null for never
 * @param breakingUntil until when it is breaking, a day after it changed at most; null for not
 */
public record Submission(
    String uri,
    String story,
    Language language,
    Content content,
    State state,
    Instant published,
    Instant updated,
    @Nullable Instant embargo,
    @Nullable Instant expires,
    @Nullable Instant breakingUntil) {
  private static final Duration LONGEST_BREAKING = Duration.ofDays(1);

  public Submission {
    Check.line("The URI", uri, 1_000);
    Check.line("The story's key", story, 1_000);
    if (state == State.PUBLISHED || state == State.SCHEDULED) {
      Check.line("The headline", content.headline(), 300);
    }
    Check.that(!updated.isBefore(published), "It was updated before it was published.");
    Check.that(
        inRange(published) && inRange(updated) && inRange(embargo) && inRange(expires),
        "A time lies outside the years 1970 to 9999.");
    Check.that(
        breakingUntil == null
            || (inRange(breakingUntil) && !breakingUntil.isAfter(updated.plus(LONGEST_BREAKING))),
        "A story is breaking for a day at most after it changed.");
  }

  /** Describes an edition that is not breaking. */
  public Submission(
      String uri,
      String story,
      Language language,
      Content content,
      State state,
      Instant published,
      Instant updated,
      @Nullable Instant embargo,
      @Nullable Instant expires) {
    this(uri, story, language, content, state, published, updated, embargo, expires, null);
  }

  /** Returns when readers may see it at the earliest; null if nothing keeps it from them. */
  @Nullable Instant opens() {
    return state == State.SCHEDULED && (embargo == null || published.isAfter(embargo))
        ? published
        : embargo;
  }

  private static boolean inRange(@Nullable Instant time) {
    return time == null
        || (!time.isBefore(Instant.EPOCH) && time.isBefore(Instant.parse("9999-12-31T00:00:00Z")));
  }
}
