package io.broadsheet.accounts;

import io.broadsheet.web.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * What proves that somebody is one and the same reader, as it is kept.
 *
 * @param sha256 the digest of what kind of proof it is and of what it says; of different proofs
 *     different
 */
public record ReaderProof(String sha256) {

  /** Returns the proof of who reads the mail that is sent to an address. */
  public static ReaderProof of(EmailAddress address) {
    return new ReaderProof(digest("email\n" + address.text()));
  }

  /**
   * Returns the proof of who is known to a provider of OpenID Connect.
   *
   * @param issuer the provider's identifier
   * @param subject by which it never means anybody else (OpenID Connect Core 1.0, 2)
   */
  static ReaderProof of(String issuer, String subject) {
    // No address has a line break, so that two texts never make one.
    return new ReaderProof(digest("oidc\n" + issuer + "\n" + subject));
  }

  private static String digest(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }
}
