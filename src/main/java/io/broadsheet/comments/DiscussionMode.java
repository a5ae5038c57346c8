package io.broadsheet.comments;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a story may be commented on.
 *
 * @param kind what becomes of comments
 * @param slow the least time between two comments of one reader, whole seconds, up to a day
 */
public record DiscussionMode(Kind kind, Duration slow) {
  /** As the settings have it. */
  public static final DiscussionMode ORDINARY = new DiscussionMode(Kind.OPEN, Duration.ZERO);

  public DiscussionMode {
    if (slow.isNegative() || slow.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("slow is from nothing to a day");
    }
  }

  /** What becomes of comments. */
  public enum Kind {
    /** They are judged by the rules. */
    OPEN,
    /** Each waits for a moderator. */
    MODERATED,
    /** None is taken any more; what is there stays. */
    CLOSED;

    /** Returns its name in the database and in forms. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind of this name. */
    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }
}
