package io.broadsheet.articles;

import java.util.Locale;

/** Where an article is on its way to readers. */
public enum State {
  /** Being written. */
  DRAFT,
  /** Waiting for an editor. */
  REVIEW,
  /** Approved, and published by itself when its time has come and its embargo has ended. */
  SCHEDULED,
  /** Readers see it. */
  PUBLISHED,
  /** Taken back; its address answers 410. */
  WITHDRAWN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static State of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
