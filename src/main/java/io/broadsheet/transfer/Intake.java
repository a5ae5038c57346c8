package io.broadsheet.transfer;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Saved;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Submission;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Makes of what a ninjs object says what is handed in to the stories, which needs to know what is
 * there already.
 */
final class Intake {
  private final Articles articles;
  private final InstantSource clock;

  Intake(Articles articles, InstantSource clock) {
    this.articles = articles;
    this.clock = clock;
  }

  /**
   * Returns what to hand in.
   *
   * @throws Unfit if a story is taken back that was never there
   */
  Submission submission(NinjsItem item) {
    return switch (item) {
      case NinjsItem.Story story -> submission(story);
      case NinjsItem.Cancellation(String uri) ->
          known(uri)
              .map(article -> withdrawn(article))
              .orElseThrow(
                  () -> new Unfit("It takes back a story that is not here, and does not tell it."));
    };
  }

  private Optional<Article> known(String uri) {
    return articles.idOf(uri).flatMap(articles::get);
  }

  /**
   * A story that does not say when it changed has changed now, unless it is there as it is: so the
   * same file taken in twice changes nothing.
   */
  private Submission submission(NinjsItem.Story story) {
    if (story.first() != null && story.version() != null) {
      return submission(story, story.first(), story.version());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Article> known = known(story.uri());
    Instant first = story.first();
    Instant published = first != null ? first : known.map(Article::published).orElse(now);
    if (known.isPresent() && !known.get().updated().isBefore(published)) {
      Submission same = submission(story, published, known.get().updated());
      if (articles.preview(same) == Saved.Change.UNCHANGED) {
        return same;
      }
    }
    return submission(story, published, published.isAfter(now) ? published : now);
  }

  private static Submission submission(NinjsItem.Story story, Instant published, Instant updated) {
    return new Submission(
        story.uri(),
        story.story(),
        story.language(),
        story.content(),
        story.state(),
        published,
        updated,
        story.embargo(),
        story.expires());
  }

  private static Submission withdrawn(Article article) {
    return new Submission(
        article.uri(),
        article.story(),
        article.language(),
        article.content(),
        State.WITHDRAWN,
        article.published(),
        article.updated(),
        article.embargo(),
        article.expires());
  }
}
