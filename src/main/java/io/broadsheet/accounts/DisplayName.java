package io.broadsheet.accounts;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what name a reader is shown: 3 to 40 characters that can be seen.
 *
 * @param text in composed form, without what is invisible or turns the direction of what follows
 */
public record DisplayName(String text) {
  /** How few characters a name may have. */
  public static final int SHORTEST = 3;

  /** How many characters a name may have. */
  public static final int LONGEST = 40;

  /** Far more than any name needs, before it is looked at. */
  private static final int LONGEST_TYPED = 1_000;

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  /** Controls, formats (zero width, direction), surrogates, private use, and never assigned. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{C}\\u034F\\u115F\\u1160\\u3164\\uFFA0]");

  /** More marks on one letter than any script of ours writes. */
  private static final Pattern PILED = Pattern.compile("(\\p{M}{3})\\p{M}+");

  public DisplayName {
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST || !text.equals(clean(text)) || !isWord(text)) {
      throw new IllegalArgumentException("a name has 3 to 40 characters that can be seen");
    }
  }

  /** Makes a name of what somebody typed; empty if too little or too much is left. */
  public static Optional<DisplayName> of(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    try {
      return Optional.of(new DisplayName(clean(typed)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String clean(String typed) {
    String spaced = SPACES.matcher(typed).replaceAll(" ");
    String seen = UNSEEN.matcher(spaced).replaceAll("");
    String composed = Normalizer.normalize(seen, Normalizer.Form.NFC);
    return SPACES.matcher(PILED.matcher(composed).replaceAll("$1")).replaceAll(" ").strip();
  }

  private static boolean isWord(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
