package io.broadsheet.audience;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which list of articles is asked for.
 *
 * @param by what puts one before another
 * @param window what a row's {@link TopRow#windowViews()} counts, and what {@link By#READ} orders
 *     by
 * @param language the code of the language that the articles are in; null for all
 * @param topic the slug of a topic that the articles have; null for all
 * @param limit the most rows, 1 to 100
 */
public record TopQuery(
    By by, Window window, @Nullable String language, @Nullable String topic, int limit) {
  /** The most rows that a list may have. */
  public static final int MOST_ROWS = 100;

  public TopQuery {
    if (limit < 1 || limit > MOST_ROWS) {
      throw new IllegalArgumentException("a list has 1 to " + MOST_ROWS + " rows");
    }
  }

  /** Asks for articles of all topics. */
  public TopQuery(By by, Window window, @Nullable String language, int limit) {
    this(by, window, language, null, limit);
  }

  /** What puts one article before another. */
  public enum By {
    /** What is read now: each view weighs half as much every two hours. */
    POPULAR("popular"),
    /** The views within the window. */
    READ("read"),
    /**
     * What is talked about: U + ½·min(C−U, U) for U readers who wrote C comments. Of comments that
     * were carried over nobody knows who wrote them; each counts as by a reader of its own.
     */
    DISCUSSED("discussed"),
    /** By how much the last ten minutes exceed what the hour before them lets expect. */
    RISING("rising");

    private final String code;

    By(String code) {
      this.code = code;
    }

    /** Returns the order of this name, as the API spells it. */
    public static Optional<By> of(String code) {
      for (By by : values()) {
        if (by.code.equals(code)) {
          return Optional.of(by);
        }
      }
      return Optional.empty();
    }

    /** Returns the name by which the API knows it. */
    public String code() {
      return code;
    }
  }
}
