package io.broadsheet.accounts;

import io.broadsheet.web.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Codes on paper for whoever lost the device that makes codes; each is good once.
 *
 * <p>A code has twelve of 32 letters and digits, 60 random bits, so that a plain SHA-256 of it
 * together with its holder's id is not worth trying out before the codes are changed; those that
 * are mixed up when read (0, 1, I, O) are left out.
 */
final class BackupCodes {
  static final int COUNT = 10;

  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 12;
  private static final int GROUP = 4;
  private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

  private BackupCodes() {}

  /** Makes a sheet of codes, as {@code ABCD-EFGH-JKLM}. */
  static List<String> fresh(SecureRandom random) {
    return Stream.generate(() -> one(random)).distinct().limit(COUNT).toList();
  }

  /**
   * Returns what is kept of a code: 64 hexadecimal digits; empty if this is no backup code.
   *
   * @param staff whose it is
   * @param typed with or without hyphens, in letters of either case
   */
  static Optional<String> digest(long staff, String typed) {
    String code = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    return FORM.matcher(code).matches()
        ? Optional.of(Sha256.hex((staff + ":" + code).getBytes(StandardCharsets.US_ASCII)))
        : Optional.empty();
  }

  private static String one(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }
}
