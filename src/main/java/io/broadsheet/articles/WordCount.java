package io.broadsheet.articles;

/** Counts words as Kazakh, Russian and English write them. */
final class WordCount {
  private WordCount() {}

  /**
   * Returns the number of words: runs of letters and digits, which hyphens, apostrophes and,
   * between digits, points and commas hold together.
   */
  static int of(String text) {
    int words = 0;
    boolean inWord = false;
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        words += inWord ? 0 : 1;
        inWord = true;
      } else {
        int next = i < text.length() ? text.codePointAt(i) : ' ';
        inWord = inWord && (isWithin(c) || holds(before, c, next));
      }
      before = c;
    }
    return words;
  }

  /** Tells what belongs to the letter before it, such as the breve of an й of two characters. */
  private static boolean isWithin(int c) {
    return c == '\u00ad'
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static boolean holds(int before, int c, int next) {
    return switch (c) {
      case '-', '\u2010', '\u2011', '\'', '’', 'ʼ' -> Character.isLetterOrDigit(next);
      case '.', ',' -> Character.isDigit(before) && Character.isDigit(next);
      default -> false;
    };
  }
}
