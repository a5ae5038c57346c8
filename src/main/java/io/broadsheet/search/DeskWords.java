package io.broadsheet.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a typed text asks for.
 *
 * @param words in their order
 */
record DeskWords(List<Words> words) {
  private static final int LONGEST = 400;

  private static final Pattern WORDS =
      Pattern.compile(
          "(-)?(?:(?:source|источник|дереккөз):\\s*(?<source>))?(?:\"([^\"]*)\"?|(\\S+))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern QUOTES = Pattern.compile("[«»“”„]");

  /**
   * Words that belong together.
   *
   * @param missing whether they must not be found
   * @param source whether only sources are looked at
   * @param begun whether it is one word that may go on
   */
  record Words(String text, boolean missing, boolean source, boolean begun) {}

  static DeskWords of(String typed) {
    String text =
        QUOTES
            .matcher(Analyzers.plain(typed.substring(0, Math.min(LONGEST, typed.length()))))
            .replaceAll("\"");
    List<Words> words = new ArrayList<>();
    Matcher next = WORDS.matcher(text);
    while (next.find()) {
      String quoted = next.group(3);
      boolean last = next.end() == text.length();
      words.add(
          quoted == null
              ? new Words(next.group(4), next.group(1) != null, next.group("source") != null, last)
              : new Words(quoted, next.group(1) != null, next.group("source") != null, false));
    }
    return new DeskWords(List.copyOf(words));
  }
}
