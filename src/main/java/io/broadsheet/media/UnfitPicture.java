package io.broadsheet.media;

/** A file that cannot be shown as a picture; the message is one sentence for who sent it. */
public final class UnfitPicture extends Exception {
  private static final long serialVersionUID = 1;

  UnfitPicture(String message) {
    super(message);
  }

  UnfitPicture(String message, Throwable cause) {
    super(message, cause);
  }
}
