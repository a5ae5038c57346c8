package io.broadsheet.accounts;

/** What became of the wish for a key. */
public sealed interface NewKey {
  /**
   * There is one.
   *
   * @param secret shown this once and kept nowhere
   */
  record Made(ApiKey key, String secret) implements NewKey {}

  /**
   * There is none.
   *
   * @param reason one sentence that says what to do
   */
  record Refused(String reason) implements NewKey {}
}
