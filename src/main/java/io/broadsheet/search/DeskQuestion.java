package io.broadsheet.search;

import io.broadsheet.articles.DeskList;
import io.broadsheet.settings.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for among the editions.
 *
 * <p>A text is words, of which each must be found; where no edition has them all, those with some
 * of them are found. Words in quotation marks stand together, a word after a minus must be missing,
 * and one after {@code source:} is looked for among the sources alone. What is no operator is text,
 * so that no text fails. Its first 400 characters count, and 20 of its words.
 *
 * @param text as it was typed; blank for all editions, the newest first
 * @param language of the editions; null for all
 * @param list on which they stand; null for all
 * @param topic the slug of one of their topics; null for any
 * @param writer who wrote last, or stands in the byline; null for anybody
 */
public record DeskQuestion(
    String text,
    @Nullable Language language,
    @Nullable DeskList list,
    @Nullable String topic,
    @Nullable String writer) {

  /** Returns the question for a text among all editions in a language, or in all. */
  public static DeskQuestion of(String text, @Nullable Language language) {
    return new DeskQuestion(text, language, null, null, null);
  }
}
