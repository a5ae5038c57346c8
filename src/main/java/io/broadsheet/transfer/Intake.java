package io.broadsheet.transfer;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Body;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Picture;
import io.broadsheet.articles.Saved;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Submission;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes of what a ninjs object says what is handed in to the stories, which needs to know what is
 * there already.
 */
final class Intake {
  /** How long what is of the highest urgency is breaking, unless it says so itself. */
  private static final Duration BREAKING = Duration.ofHours(2);

  private final Articles articles;
  private final ExchangedBody bodies;
  private final PictureFiles pictures;
  private final InstantSource clock;

  Intake(Articles articles, ExchangedBody bodies, PictureFiles pictures, InstantSource clock) {
    this.articles = articles;
    this.bodies = bodies;
    this.pictures = pictures;
    this.clock = clock;
  }

  /**
   * What to hand in.
   *
   * @param notes what was left out, in sentences; may be empty
   */
  record Prepared(Submission submission, String notes) {}

  /**
   * Prepares what a ninjs object says.
   *
   * @param origin where it lies; null where it is no file
   * @param keep whether to store its pictures
   * @throws Unfit if a picture cannot be had, or a story is taken back that was never there
   */
  Prepared prepare(NinjsItem item, @Nullable Origin origin, boolean keep) throws IOException {
    return switch (item) {
      case NinjsItem.Story story -> prepare(story, origin, keep);
      case NinjsItem.Cancellation(String uri) ->
          known(uri)
              .map(article -> new Prepared(article.again(State.WITHDRAWN), ""))
              .orElseThrow(
                  () -> new Unfit("It takes back a story that is not here, and does not tell it."));
    };
  }

  private Prepared prepare(NinjsItem.Story story, @Nullable Origin origin, boolean keep)
      throws IOException {
    List<String> notes = new ArrayList<>(story.notes());
    List<Picture> found = new ArrayList<>();
    List<NinjsPicture> left = new ArrayList<>();
    for (NinjsPicture named : story.pictures()) {
      pictures.find(named, origin, keep).ifPresentOrElse(found::add, () -> left.add(named));
    }
    if (!left.isEmpty()) {
      notes.add(PictureFiles.note(left));
    }
    Content content =
        known(story.uri())
            .map(Article::content)
            .map(present -> story.with(body(story, present), focused(found, present)))
            .orElseGet(() -> story.with(story.content().body(), found));
    return new Prepared(submission(story, content), String.join(" ", notes));
  }

  private Body body(NinjsItem.Story story, Content present) {
    return bodies.taken(story.language(), story.content().body(), present.body());
  }

  /** Ninjs cannot say what of a picture must stay in sight, so what was said here stands. */
  private static List<Picture> focused(List<Picture> found, Content present) {
    return found.stream()
        .map(
            picture ->
                present.pictures().stream()
                    .filter(before -> before.hash().equals(picture.hash()))
                    .findFirst()
                    .map(before -> picture.with(before.focus()))
                    .orElse(picture))
        .toList();
  }

  private Optional<Article> known(String uri) {
    return articles.idOf(uri).flatMap(articles::get);
  }

  /**
   * A story that does not say when it changed has changed now, unless it is there as it is: so the
   * same file taken in twice changes nothing.
   */
  private Submission submission(NinjsItem.Story story, Content content) {
    if (story.first() != null && story.version() != null) {
      return submission(story, content, story.first(), story.version());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Article> known = known(story.uri());
    Instant first = story.first();
    Instant published = first != null ? first : known.map(Article::published).orElse(now);
    if (known.isPresent() && !known.get().updated().isBefore(published)) {
      Submission same = submission(story, content, published, known.get().updated());
      if (articles.preview(same) == Saved.Change.UNCHANGED) {
        return same;
      }
    }
    return submission(story, content, published, published.isAfter(now) ? published : now);
  }

  private static Submission submission(
      NinjsItem.Story story, Content content, Instant published, Instant updated) {
    return new Submission(
        story.uri(),
        story.story(),
        story.language(),
        content,
        story.state(),
        published,
        updated,
        story.embargo(),
        story.expires(),
        story.breakingUntil() != null
            ? story.breakingUntil()
            : story.urgent() ? updated.plus(BREAKING) : null);
  }
}
