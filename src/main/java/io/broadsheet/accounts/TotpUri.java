package io.broadsheet.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an app that makes codes is told about a secret, as text to type and as an address for a QR
 * code.
 *
 * <p>The address follows the Key Uri Format of Google Authenticator, which other apps read as well.
 */
final class TotpUri {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private TotpUri() {}

  /** Returns the {@code otpauth://} address. */
  static String of(String site, String name, byte[] secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(
            encode(site),
            encode(name),
            base32(secret),
            encode(site),
            Totp.DIGITS,
            Totp.STEP_SECONDS);
  }

  /** Returns bytes in Base32 (RFC 4648) without padding. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte one : bytes) {
      held = held << Byte.SIZE | (one & 0xff);
      for (bits += Byte.SIZE; bits >= BITS; bits -= BITS) {
        text.append(ALPHABET.charAt(held >> (bits - BITS) & 31));
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt(held << (BITS - bits) & 31));
    }
    return text.toString();
  }

  /** A colon would end the label's first half. */
  private static String encode(String text) {
    return URLEncoder.encode(text.replace(":", ""), StandardCharsets.UTF_8).replace("+", "%20");
  }
}
