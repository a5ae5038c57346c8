package io.broadsheet.comments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a moderator decides of a comment. */
public enum Decision {
  /** Everybody shall see it; reports of it are done with. */
  APPROVE,
  /** Nobody shall see it. */
  REMOVE;

  /** Returns its name in forms. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the decision of this name. */
  public static Optional<Decision> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  static Decision of(State became) {
    return became == State.SHOWN ? APPROVE : REMOVE;
  }

  State state() {
    return this == APPROVE ? State.SHOWN : State.REMOVED;
  }
}
