package io.broadsheet.settings;

import java.util.Locale;
import java.util.Optional;

/** A language in which Broadsheet has interface texts and prints editions. */
public enum Language {
  KK,
  RU,
  EN;

  private final String code = name().toLowerCase(Locale.ROOT);
  private final Locale locale = Locale.of(code);

  /**
   * Returns the language with this two-letter ISO 639-1 code in lower case, if it is one of ours.
   */
  public static Optional<Language> of(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** Returns the two-letter ISO 639-1 code in lower case, as URLs and the database carry it. */
  public String code() {
    return code;
  }

  /** Returns the locale for dates and numbers. */
  public Locale locale() {
    return locale;
  }

  @Override
  public String toString() {
    return code;
  }
}
