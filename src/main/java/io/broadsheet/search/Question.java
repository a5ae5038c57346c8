package io.broadsheet.search;

import io.broadsheet.settings.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a reader looks for among the published stories.
 *
 * <p>A text is words: stories with any of them are found, those that tell most of them first. Words
 * in quotation marks stand together, a word after a minus must be missing; {@code source:}, {@code
 * author:}, {@code after:} and {@code before:} look at a story's sources, its bylines and its date.
 * What is no operator is text, and so is all of a question that ends with its mark; no text fails.
 * Its first 400 characters count, and 20 of its words.
 *
 * @param text as it was typed
 * @param language of the editions; null for all
 * @param favoured the language of the edition that is wanted of a story with several; null for none
 * @param topic the slug of one of their topics; null for any
 * @param year in which they were first published; null for any
 * @param order which come first
 */
public record Question(
    String text,
    @Nullable Language language,
    @Nullable Language favoured,
    @Nullable String topic,
    @Nullable Integer year,
    Order order) {

  /** Which of the found come first. */
  public enum Order {
    BEST,
    NEWEST
  }

  /** Returns the question for a text among all editions in a language, or in all. */
  public static Question of(String text, @Nullable Language language) {
    return new Question(text, language, null, null, null, Order.BEST);
  }

  /** Tells whether it asks for anything. */
  public boolean isBlank() {
    return text.isBlank();
  }
}
