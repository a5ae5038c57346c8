package io.broadsheet.transfer;

import io.broadsheet.articles.Body;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Picture;
import io.broadsheet.articles.State;
import io.broadsheet.settings.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a ninjs object says. */
sealed interface NinjsItem {
  /** Returns what the story is known as. */
  String uri();

  /**
   * A story.
   *
   * @param story what links its language editions
   * @param content what it says, still without pictures
   * @param pictures those that it names
   * @param first when it was first published; null where that is not said
   * @param version when it last changed, not before it was first published; null where that is not
   *     said
   * @param urgent whether its urgency is the highest
   * @param breakingUntil until when it is breaking; null where that is not said
   * @param notes what of it was left out, in sentences
   */
  record Story(
      String uri,
      String story,
      Language language,
      State state,
      Content content,
      List<NinjsPicture> pictures,
      @Nullable Instant first,
      @Nullable Instant version,
      @Nullable Instant embargo,
      @Nullable Instant expires,
      boolean urgent,
      @Nullable Instant breakingUntil,
      List<String> notes)
      implements NinjsItem {
    /** Returns the content with this body and these pictures. */
    Content with(Body body, List<Picture> found) {
      return new Content(
          content.emoji(),
          content.headline(),
          content.lede(),
          body,
          content.bylines(),
          content.topics(),
          content.place(),
          found,
          content.sources(),
          content.corrections());
    }
  }

  /** Word that a story is taken back, without the story. */
  record Cancellation(String uri) implements NinjsItem {}
}
