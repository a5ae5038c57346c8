package io.broadsheet.settings;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Words that make a comment wait for a moderator, in any of their forms, whatever language the
 * story is in.
 *
 * @param kk Kazakh words
 * @param ru Russian words
 * @param en English words
 */
public record WordSettings(
    @DefaultValue List<String> kk, @DefaultValue List<String> ru, @DefaultValue List<String> en) {
  private static final int LONGEST = 100;

  public WordSettings {
    kk = checked("kk", kk);
    ru = checked("ru", ru);
    en = checked("en", en);
  }

  private static List<String> checked(String language, List<String> words) {
    for (String word : words) {
      Check.that(
          !word.isBlank() && word.length() <= LONGEST,
          "broadsheet.comments.words." + language,
          word,
          "words of at most " + LONGEST + " characters");
    }
    return List.copyOf(words);
  }
}
