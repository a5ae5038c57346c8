package io.broadsheet.accounts;

import java.util.List;

/** What became of the wish to sign in by password. */
public sealed interface NewPassword {
  /**
   * It is set.
   *
   * @param codes ten to print, shown this once
   */
  record Set(List<String> codes) implements NewPassword {}

  /** The device's code is wrong, or its secret was given out too long ago. */
  record WrongCode() implements NewPassword {}

  /**
   * The password will not do.
   *
   * @param flaw what is wrong with it
   */
  record Unfit(PasswordFlaw flaw) implements NewPassword {}
}
