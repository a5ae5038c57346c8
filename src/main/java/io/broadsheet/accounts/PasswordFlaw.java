package io.broadsheet.accounts;

/** Why a password is refused. */
public enum PasswordFlaw {
  /** It has fewer than 12 characters. */
  SHORT,
  /** It has more than 200 characters. */
  LONG,
  /** It is its owner's name. */
  NAME,
  /** It is one of those that everybody thinks of, or one piece over and over. */
  COMMON
}
