package io.broadsheet.media;

import org.jspecify.annotations.Nullable;

/** An address from which no file was had; the message is one sentence. */
public final class Unfetched extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  Unfetched(Reason reason, String message) {
    this(reason, message, null);
  }

  Unfetched(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why nothing was had, for those who say it in words of their own. */
  public enum Reason {
    /** It is no address that begins with http or https and names a host. */
    ADDRESS,
    /** Its host or port is not one of the public web. */
    INSIDE,
    /** There is no such host. */
    UNKNOWN,
    /** The host does not give it out. */
    REFUSED,
    /** It leads on too often, or to nowhere. */
    ASTRAY,
    /** It took longer than one waits. */
    SLOW,
    /** No connection came about, or it broke. */
    LOST
  }

  /** Returns why nothing was had. */
  public Reason reason() {
    return reason;
  }
}
