package io.broadsheet.audience;

import java.time.Instant;

/**
 * That an editor put a story first on a list of what is read, or took it off.
 *
 * @param article the story's id
 * @param list which of the lists
 * @param kind what was done
 * @param at when
 */
public record Placement(long article, TopQuery.By list, Kind kind, Instant at) {
  /** What an editor does with a story on a list. */
  public enum Kind {
    /** It stands before those that readers put there. */
    PINNED("pinned"),
    /** It is not on the list. */
    HIDDEN("hidden");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** Returns its name as it is stored. */
    public String code() {
      return code;
    }
  }
}
