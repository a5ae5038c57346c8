package io.broadsheet.reader;

import io.broadsheet.words.Words;
import java.util.Currency;
import java.util.Locale;

/** What currencies are called. */
final class CurrencyNames {
  private CurrencyNames() {}

  /** Returns the currency's name as a heading has it; its code where it has no name. */
  static String name(String code, Words words) {
    // Some of Unicode's names are not the ones that the press uses here, such as “казахский тенге”.
    String ours = "currency." + code;
    if (words.has(ours)) {
      return words.text(ours);
    }
    Locale locale = words.language().locale();
    try {
      String name = Currency.getInstance(code).getDisplayName(locale);
      int first = name.offsetByCodePoints(0, 1);
      return name.substring(0, first).toUpperCase(locale) + name.substring(first);
    } catch (IllegalArgumentException e) {
      // The house may quote what ISO 4217 does not list.
      return code;
    }
  }

  /** Returns the sign that follows a price; the code of a currency whose sign others share. */
  static String sign(String code) {
    return switch (code) {
      case "KZT" -> "₸";
      case "RUB" -> "₽";
      case "EUR" -> "€";
      default -> code;
    };
  }
}
