package io.broadsheet.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every 30 seconds (RFC 6238 with SHA-1, which is what every app
 * that makes such codes can do).
 *
 * <p>A clock may be one step, 30 seconds, off either way.
 */
final class Totp {
  /** How many bytes a secret has; RFC 4226 recommends 160 bits. */
  static final int SECRET_BYTES = 20;

  static final int DIGITS = 6;
  static final int STEP_SECONDS = 30;
  private static final int MODULUS = 1_000_000;
  private static final int DRIFT_STEPS = 1;

  private Totp() {}

  /** Returns the step that a moment lies in, counted from 1970. */
  static long step(Instant moment) {
    return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
  }

  /** Returns a step's code. */
  static String code(byte[] secret, long step) {
    byte[] hash = hash(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    return "%06d".formatted(number % MODULUS);
  }

  /**
   * Returns the step whose code this is, if it may be used now.
   *
   * @param lastUsed the last step whose code was taken: it and those before it are over; -1 for
   *     none
   */
  static OptionalLong accept(byte[] secret, String code, Instant now, long lastUsed) {
    byte[] sent = code.getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (long step = step(now) - DRIFT_STEPS; step <= step(now) + DRIFT_STEPS; step++) {
      byte[] right = code(secret, step).getBytes(StandardCharsets.US_ASCII);
      boolean equal = MessageDigest.isEqual(right, sent);
      if (equal && step > lastUsed) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static byte[] hash(byte[] secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
    }
  }
}
