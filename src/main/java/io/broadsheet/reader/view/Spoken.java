package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What became of what a reader has sent.
 *
 * @param text one sentence that says so, and what to do
 * @param back where the reader came from
 * @param again the form as it was filled in, to send it once more; null where that is of no use
 */
public record Spoken(
    Words words, String title, String text, @Nullable Link back, @Nullable Form again) {

  /**
   * A comment as it was typed.
   *
   * @param parent the id of the comment that it answers; null for none
   */
  public record Form(long article, @Nullable Long parent, String name, String text) {}
}
