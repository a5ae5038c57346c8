package io.broadsheet.comments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order threads are read; replies are always read as they came. */
public enum Order {
  /** What was begun last goes first. */
  NEWEST,
  /** What was begun first goes first. */
  OLDEST,
  /** What readers found best goes first: the lower bound of Wilson's interval of its votes. */
  BEST;

  /** Returns its name in addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the order of this name. */
  public static Optional<Order> of(String code) {
    return Arrays.stream(values()).filter(order -> order.code().equals(code)).findFirst();
  }
}
