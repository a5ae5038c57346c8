package io.broadsheet.newsroom;

/**
 * A request for a screen.
 *
 * @param texts in the language that its reader chose
 * @param path what was asked for, with its query but for the choice of language
 */
record Visit(Texts texts, String path) {

  /** Returns the path that asks for the same in a language. */
  String pathIn(String language) {
    return path + (path.indexOf('?') < 0 ? '?' : '&') + "lang=" + language;
  }
}
