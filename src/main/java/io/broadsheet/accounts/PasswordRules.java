package io.broadsheet.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a password must be: long, and not what is tried first. Which kinds of characters it has is
 * left to its owner (NIST SP 800-63B, 5.1.1.2).
 */
final class PasswordRules {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  private static final String LIST = "/accounts/common-passwords.txt";
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern TAIL = Pattern.compile("[^\\p{L}]+$");
  private static final Pattern REPEATED = Pattern.compile("(.+?)\\1+");

  private final Set<String> common;

  PasswordRules() {
    this.common = list();
  }

  /**
   * Returns a password as all ways of typing it come out: in Unicode's NFKC.
   *
   * @param typed anything
   */
  static String normalize(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC);
  }

  /**
   * Returns what is wrong with a new password, if anything is.
   *
   * @param name its owner's
   * @param password normalized
   */
  Optional<PasswordFlaw> flaw(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(PasswordFlaw.SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(PasswordFlaw.LONG);
    }
    String bare = bare(password);
    String nameBare = bare(normalize(name));
    if (bare.equals(nameBare) || (!word(bare).isEmpty() && word(bare).equals(word(nameBare)))) {
      return Optional.of(PasswordFlaw.NAME);
    }
    boolean obvious =
        common.contains(bare) || common.contains(word(bare)) || REPEATED.matcher(bare).matches();
    return obvious ? Optional.of(PasswordFlaw.COMMON) : Optional.empty();
  }

  private static String bare(String text) {
    return SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** Figures put behind a word make it no better. */
  private static String word(String bare) {
    return TAIL.matcher(bare).replaceFirst("");
  }

  private static Set<String> list() {
    try (InputStream file =
        Objects.requireNonNull(PasswordRules.class.getResourceAsStream(LIST), LIST)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of common passwords cannot be read", e);
    }
  }
}
