package io.broadsheet.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), by which contents are named and secrets are kept. */
public final class Sha256 {
  private Sha256() {}

  /** Returns the 32 bytes of the hash of these. */
  public static byte[] of(byte[] contents) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(contents);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the 32 bytes of the hash of this text in UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the hash of these as 64 hexadecimal digits in lower case. */
  public static String hex(byte[] contents) {
    return HexFormat.of().formatHex(of(contents));
  }

  /**
   * Returns the first half of the hash of these, as 32 hexadecimal digits in lower case: enough to
   * tell the versions of one thing apart.
   */
  public static String shortHex(byte[] contents) {
    return hex(contents).substring(0, 32);
  }
}
