package io.broadsheet.rates;

/** Something that is no quote; the message is one sentence for whoever sent it. */
public final class InvalidQuote extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  InvalidQuote(String message) {
    super(message);
  }

  static void unless(boolean holds, String otherwise) {
    if (!holds) {
      throw new InvalidQuote(otherwise);
    }
  }

  /** Returns what somebody wrote, cut to what a sentence bears. */
  static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
