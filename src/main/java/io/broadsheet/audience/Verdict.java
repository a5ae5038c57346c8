package io.broadsheet.audience;

/** What the newsroom says of a quarantine. */
public enum Verdict {
  /** Nothing yet: its views do not count. */
  HELD,
  /** They are readers: its views count. */
  RELEASED,
  /** They are none: its views never count. */
  REMOVED;

  boolean counts() {
    return this == RELEASED;
  }
}
