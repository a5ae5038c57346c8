package io.broadsheet.words;

import io.broadsheet.settings.Language;
import java.util.Locale;

/** The plural categories of whole numbers, by the Unicode CLDR's rules for our languages. */
enum Plural {
  ONE,
  FEW,
  MANY,
  OTHER;

  /** Returns the category of a number of things; Kazakh nouns stay as they are after any number. */
  static Plural of(Language language, long number) {
    return switch (language) {
      case KK -> OTHER;
      case EN -> number == 1 ? ONE : OTHER;
      case RU -> russian(number % 10, number % 100);
    };
  }

  private static Plural russian(long ones, long hundred) {
    if (ones == 1 && hundred != 11) {
      return ONE;
    }
    return ones >= 2 && ones <= 4 && (hundred < 12 || hundred > 14) ? FEW : MANY;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
