package io.broadsheet.words;

import io.broadsheet.settings.Language;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses the language that a reader's {@code Accept-Language} likes best (RFC 4647 lookup). */
public final class AcceptLanguage {
  private static final int LONGEST = 500;

  private AcceptLanguage() {}

  /**
   * Returns the best of these languages; the first of them where the header says nothing of use.
   */
  public static Language choose(@Nullable String header, List<Language> languages) {
    if (header == null || header.length() > LONGEST) {
      return languages.getFirst();
    }
    try {
      String tag =
          Locale.lookupTag(
              Locale.LanguageRange.parse(header), languages.stream().map(Language::code).toList());
      return tag == null ? languages.getFirst() : Language.of(tag).orElseGet(languages::getFirst);
    } catch (IllegalArgumentException e) {
      return languages.getFirst();
    }
  }
}
