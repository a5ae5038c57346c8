package io.broadsheet.media;

/** A file that cannot be shown as a picture; the message is one sentence for who sent it. */
public final class UnfitPicture extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  UnfitPicture(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  UnfitPicture(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  static UnfitPicture heavy() {
    return new UnfitPicture(
        Reason.HEAVY, "It has more than " + Media.LARGEST_FILE / 1_000_000 + " MB.");
  }

  /** What is wrong with a file, for those who say it in words of their own. */
  public enum Reason {
    /** It has more bytes than are taken in. */
    HEAVY,
    /** Its header claims more pixels than are decoded. */
    VAST,
    /** It is a drawing in SVG, which may hold scripts. */
    SVG,
    /** It is of another kind, whatever it is called. */
    OTHER,
    /** It cannot be decoded. */
    DAMAGED
  }

  /** Returns what is wrong with the file. */
  public Reason reason() {
    return reason;
  }
}
