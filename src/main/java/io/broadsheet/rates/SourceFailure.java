package io.broadsheet.rates;

import org.jspecify.annotations.Nullable;

/** Rates that could not be had from a source or a file; the message is one sentence. */
public final class SourceFailure extends Exception {
  private static final long serialVersionUID = 1;

  SourceFailure(String message) {
    this(message, null);
  }

  SourceFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Returns why nothing was had, as a sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
