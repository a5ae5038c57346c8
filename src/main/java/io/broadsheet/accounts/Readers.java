package io.broadsheet.accounts;

import io.broadsheet.web.Token;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Those who take part in the discussion.
 *
 * <p>A browser that has not signed in is told from others by a secret that it is given with the
 * first word it says, and by nothing else. Nothing is stored of it here: its number follows from
 * the secret.
 */
public final class Readers {
  private static final int DIGITS = 15;

  private final SecureRandom random = new SecureRandom();

  /** A reader who has just come, and the secret by which to know that one again. */
  public record Newcomer(Reader reader, String secret) {}

  /** Returns who has this secret; empty for what is none. */
  public Optional<Reader> find(String secret) {
    return Token.digest(secret).map(digest -> new Reader(number(digest), false, ""));
  }

  /** Lets a browser take part that has no secret yet. */
  public Newcomer begin() {
    String secret = Token.fresh(random);
    return new Newcomer(find(secret).orElseThrow(), secret);
  }

  /** Sixty bits of a digest, too many to meet another's by trying at our door. */
  private static long number(String digest) {
    return Math.max(1, Long.parseLong(digest.substring(0, DIGITS), 16));
  }
}
