package io.broadsheet.comments;

import java.util.Locale;

/** How a comment stands. */
public enum State {
  /** It waits for a moderator. */
  HELD,
  /** Everybody sees it. */
  SHOWN,
  /** A moderator took it down. */
  REMOVED,
  /** Its writer took it back. */
  DELETED;

  /** Returns its name in the database and for programs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static State of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
