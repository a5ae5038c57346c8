package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One story on the newsroom's desk.
 *
 * @param mark what tells this moment of it from others
 * @param headline as it was last written; may be empty
 * @param state of the article
 * @param stage of its draft
 * @param by who wrote last; null if only the article's own content is there
 * @param at when it was written, or is to appear
 */
public record DeskRow(
    Edition.Mark mark,
    Language language,
    String headline,
    State state,
    Draft.Stage stage,
    @Nullable String by,
    Instant at) {

  /** Returns its id. */
  public long article() {
    return mark.article();
  }
}
