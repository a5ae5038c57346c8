package io.broadsheet.accounts;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Makes of passwords what is kept of them: Argon2id with 19 MiB, two passes and one lane, as the
 * OWASP Password Storage Cheat Sheet recommends.
 *
 * <p>The name of the function stands before each hash, so that another can follow: a hash that is
 * no longer {@linkplain #isOutdated up to date} is made anew when its owner signs in. Two hashes at
 * most are made at once, since each takes memory that strangers can ask for.
 */
final class PasswordHashes {
  private static final String NAME = "argon2id";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int AT_ONCE = 2;
  private static final long PATIENCE_SECONDS = 3;

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          NAME,
          Map.of(
              NAME, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES)));
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final String nobodys;

  PasswordHashes(SecureRandom random) {
    this.nobodys =
        "{%s}$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                NAME,
                KIBIBYTES,
                PASSES,
                LANES,
                base64(random, SALT_BYTES),
                base64(random, HASH_BYTES));
  }

  /** Returns the hash of a new password. */
  String hash(String password) {
    places.acquireUninterruptibly();
    try {
      return java.util.Objects.requireNonNull(encoder.encode(password));
    } finally {
      places.release();
    }
  }

  /**
   * Tells whether this is the password of a hash; for none it takes as long to say no.
   *
   * @return empty if too many are being checked to say so within three seconds
   */
  Optional<Boolean> matches(String password, Optional<String> hash) {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      boolean equal = encoder.matches(password, hash.orElse(nobodys));
      return Optional.of(equal && hash.isPresent());
    } finally {
      places.release();
    }
  }

  /** Tells whether a hash was made in a weaker way than ours. */
  boolean isOutdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  private static String base64(SecureRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
