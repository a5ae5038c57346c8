package io.broadsheet.comments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What waits for moderators. */
public enum Queue {
  /** Comments that nobody sees yet. */
  HELD,
  /** Comments that readers have reported. */
  REPORTED,
  /** Comments that were taken down, and whose writers object. */
  APPEALED;

  /** Returns its name in addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the queue of this name. */
  public static Optional<Queue> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
