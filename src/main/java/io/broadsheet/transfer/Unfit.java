package io.broadsheet.transfer;

/** Something that cannot be taken in; the message is one sentence for whoever sent it. */
final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unfit(String reason) {
    super(reason);
  }

  Unfit(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** Returns the reason. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
