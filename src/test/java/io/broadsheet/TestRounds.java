package io.broadsheet;

/** How many rounds tests take that could go on for long. */
public final class TestRounds {
  /** Whether all are asked for, as {@code ./broadsheet test --all} does, or else a sample. */
  public static final boolean ALL = Boolean.getBoolean("broadsheet.test.all");

  private TestRounds() {}
}
