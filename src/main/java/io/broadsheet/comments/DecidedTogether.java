package io.broadsheet.comments;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decisions that a moderator made at once: they stand one after the other, since those of others
 * wait until all are written.
 *
 * @param first the id of the first of them
 * @param last the id of the last of them, which may be the first
 */
public record DecidedTogether(long first, long last) {
  private static final Pattern CODE = Pattern.compile("([1-9][0-9]{0,17})-([1-9][0-9]{0,17})");

  public DecidedTogether {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no decisions " + first + " to " + last);
    }
  }

  /** Returns the decisions of this name. */
  public static Optional<DecidedTogether> of(String code) {
    Matcher matcher = CODE.matcher(code);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long first = Long.parseLong(matcher.group(1));
    long last = Long.parseLong(matcher.group(2));
    return last < first ? Optional.empty() : Optional.of(new DecidedTogether(first, last));
  }

  /** Returns their name in addresses and forms. */
  public String code() {
    return first + "-" + last;
  }

  /**
   * What has become of them.
   *
   * @param decision what was decided
   * @param open how many can be taken back
   * @param undone how many were taken back
   * @param overtaken how many cannot be, since what they were about was decided otherwise since, or
   *     taken back by its writer
   */
  public record Fate(Decision decision, int open, int undone, int overtaken) {}
}
