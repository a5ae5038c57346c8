package io.broadsheet.web;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret of 256 random bits, as addresses and cookies carry it.
 *
 * <p>It cannot be guessed, so its plain SHA-256, which is all that is kept of it, tells nothing to
 * whoever steals the database.
 */
public final class Token {
  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private Token() {}

  /** Returns a new one. */
  public static String fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns what is kept of a secret; empty for what is none. */
  public static Optional<String> digest(String token) {
    return FORM.matcher(token).matches()
        ? Optional.of(Sha256.hex(token.getBytes(StandardCharsets.US_ASCII)))
        : Optional.empty();
  }
}
