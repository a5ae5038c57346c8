package io.broadsheet.accounts;

import java.time.Duration;

/** What became of an attempt to sign in by name, password and code. */
public sealed interface PasswordSignIn {
  /**
   * It is this member.
   *
   * @param staff the member's id
   * @param by with which code
   * @param codesLeft how many codes on paper are left
   */
  record Proved(long staff, Code by, int codesLeft) implements PasswordSignIn {}

  /** Something is wrong; which thing is not said. */
  record Wrong() implements PasswordSignIn {}

  /**
   * Too much was wrong before: nothing was looked at.
   *
   * @param left for how long that stays so
   */
  record Wait(Duration left) implements PasswordSignIn {}

  /** Where a code came from. */
  enum Code {
    /** The device that makes codes. */
    DEVICE,
    /** The sheet of paper. */
    PAPER
  }
}
