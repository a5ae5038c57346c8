package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes submissions for tests. */
public final class TestArticles {
  /** When test stories are published. */
  public static final Instant NOON = Instant.parse("2026-11-20T07:00:00Z");

  private TestArticles() {}

  /** Returns a published story with one paragraph. */
  public static Submission story(String uri, Language language, String headline, Topic... topics) {
    return story(uri, uri, language, headline, NOON, State.PUBLISHED, null, null, topics);
  }

  /** Returns a story with everything chosen. */
  public static Submission story(
      String uri,
      String story,
      Language language,
      String headline,
      Instant published,
      State state,
      @Nullable Instant embargo,
      @Nullable Instant expires,
      Topic... topics) {
    return new Submission(
        uri,
        story,
        language,
        content(headline, topics),
        state,
        published,
        published,
        embargo,
        expires);
  }

  /** Returns content with one paragraph. */
  public static Content content(String headline, Topic... topics) {
    return new Content(
        null,
        headline,
        "Lede of " + headline,
        HtmlBody.parse("<p>Body of " + headline + "</p>"),
        List.of("A. Reporter"),
        List.of(topics),
        null,
        List.of(),
        List.of(new Source("Town hall", Source.Kind.OFFICIAL, null, null)),
        List.of());
  }

  /** Returns a story that is published now and breaking until a time; null for not at all. */
  public static Submission breaking(
      String uri, Language language, String headline, Instant now, @Nullable Instant until) {
    return new Submission(
        uri, uri, language, content(headline), State.PUBLISHED, now, now, null, null, until);
  }
}
