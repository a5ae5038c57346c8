package io.broadsheet.oidc;

/** What a provider says of who came back from it. */
public sealed interface Vouched {
  /**
   * It knows who that is.
   *
   * @param issuer its identifier
   * @param subject by which it never means anybody else
   * @param name what that one may be called; may be empty
   */
  record For(String issuer, String subject, String name) implements Vouched {}

  /** What came back proves nothing. */
  record Refused() implements Vouched {}

  /** The provider does not answer, or not as one should. */
  record Down() implements Vouched {}
}
