package io.broadsheet.articles;

import io.broadsheet.settings.Language;

/** What a reader who asks for an article finds. */
public sealed interface Finding {
  /** It can be read. */
  record Live(Article article) implements Finding {}

  /**
   * It could be read once and was taken back.
   *
   * @param word the newsroom's to its readers; may be empty
   */
  record Gone(long id, Language language, String word) implements Finding {}

  /** There is none, or none yet. */
  record Missing() implements Finding {}
}
