package io.broadsheet.oidc;

import io.broadsheet.web.Sha256;
import io.broadsheet.web.Token;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * One way to the provider and back, bound to one browser.
 *
 * <p>The browser keeps a single secret. What is told to the provider follows from it by hashes, so
 * that nobody who sees one of these finds out another, and nothing need be remembered here.
 *
 * @param secret a {@link Token}
 */
public record Journey(String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public Journey {
    if (Token.digest(secret).isEmpty()) {
      throw new IllegalArgumentException("a journey has a token");
    }
  }

  /** Begins a new one. */
  public static Journey begin() {
    return new Journey(Token.fresh(RANDOM));
  }

  /** Reads what a browser kept, unchecked; empty for what is none. */
  public static Optional<Journey> of(String secret) {
    return Token.digest(secret).map(digest -> new Journey(secret));
  }

  /** Tells whether what came back belongs to this journey. */
  public boolean isOf(String state) {
    return MessageDigest.isEqual(
        state.getBytes(StandardCharsets.UTF_8), state().getBytes(StandardCharsets.UTF_8));
  }

  String state() {
    return derived("state");
  }

  String nonce() {
    return derived("nonce");
  }

  /** Returns what only we can tell (RFC 7636, 4.1). */
  String verifier() {
    return derived("verifier");
  }

  /** Returns what is told of it beforehand (RFC 7636, 4.2, S256). */
  String challenge() {
    return base64(Sha256.of(verifier()));
  }

  private String derived(String purpose) {
    return base64(Sha256.of(purpose + "\n" + secret));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "a journey";
  }
}
