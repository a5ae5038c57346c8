package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.util.Locale;

/** A part of a published edition in which readers' words are looked for. */
enum ReadersField {
  /** All of it: text, headline, topics, bylines, place and sources. */
  TEXT,
  /** The headline again, which tells more of a story than any other line. */
  HEADLINE,
  SOURCE,
  AUTHOR,
  /** The words as they are written, to know them from those that nobody writes. */
  WORDS;

  /** Returns what the index calls it for editions in a language, whose words it holds. */
  String in(Language language) {
    return name().toLowerCase(Locale.ROOT) + "." + language.code();
  }
}
