package io.broadsheet.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was meant where a word was typed while another keyboard layout was on. */
final class Layouts {
  private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
  private static final String CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё";

  /** The letters that Kazakh has on the row of digits. */
  private static final String DIGITS = "234567890-=";

  private static final String KAZAKH = "әіңғ,.үұқөһ";

  private Layouts() {}

  /** Returns what the same keys write in the other layouts; a word is never its own. */
  static List<String> of(String typed) {
    String word = typed.toLowerCase(Locale.ROOT);
    String russian = map(word, LATIN, CYRILLIC);
    return Stream.of(
            russian, map(russian, DIGITS, KAZAKH), map(map(word, KAZAKH, DIGITS), CYRILLIC, LATIN))
        .filter(other -> !other.equals(word))
        .distinct()
        .toList();
  }

  private static String map(String word, String from, String to) {
    StringBuilder mapped = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      int key = from.indexOf(word.charAt(i));
      mapped.append(key < 0 ? word.charAt(i) : to.charAt(key));
    }
    return mapped.toString();
  }
}
