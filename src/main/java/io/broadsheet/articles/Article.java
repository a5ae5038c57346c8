package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One language edition of a story, as stored.
 *
 * @param id positive, for good
 * @param uri where it came from or what it is known as elsewhere; unique
 * @param story what links the language editions of one story
 * @param language the language it is written in
 * @param slug the readable part of its URL: ASCII, up to 80 characters
 * @param content what it says
 * @param state where it is on its way to readers
 * @param listed whether lists show it: it is published and has not expired
 * @param published when it was, or will be, first published
 * @param updated when it last changed for readers
 * @param embargo before which no reader may see it; null for none
 * @param expires from when it is no longer news and leaves the lists; null for never
 * @param breakingUntil until when it is breaking, while it is listed; null if it never was
 * @param version counts its changes, from 1
 */
public record Article(
    long id,
    String uri,
    String story,
    Language language,
    String slug,
    Content content,
    State state,
    boolean listed,
    Instant published,
    Instant updated,
    @Nullable Instant embargo,
    @Nullable Instant expires,
    @Nullable Instant breakingUntil,
    long version) {

  /** Returns the path of its page: ASCII, beginning with a slash. */
  public String path() {
    return Paths.of(
        language, content.topics().isEmpty() ? null : content.topics().getFirst(), slug, id);
  }

  /** Returns the same article, saying something else. */
  Article saying(Content other) {
    return new Article(
        id,
        uri,
        story,
        language,
        Slug.of(other.headline()),
        other,
        state,
        listed,
        published,
        updated,
        embargo,
        expires,
        breakingUntil,
        version);
  }

  /**
   * Returns what hands this edition in again as it is, but for its state.
   *
   * @param wanted where it should be
   */
  public Submission again(State wanted) {
    return new Submission(
        uri, story, language, content, wanted, published, updated, embargo, expires, breakingUntil);
  }

  /**
   * Returns what hands this edition in again as it is, but breaking until another time.
   *
   * @param until a day after it changed at most; null for not
   */
  public Submission breaking(@Nullable Instant until) {
    return new Submission(
        uri, story, language, content, state, published, updated, embargo, expires, until);
  }
}
