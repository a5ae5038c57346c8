package io.broadsheet.newsroom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a moderator takes a comment down. */
enum RemovalReason {
  SPAM,
  INSULT,
  SUBJECT,
  PRIVATE,
  ADVERTISEMENT,
  /** None of these; what is written beside it says why. */
  OTHER;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<RemovalReason> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** Returns what the writer is told, in words of that language. */
  String told(String note, Texts texts) {
    if (this == OTHER) {
      return note.strip();
    }
    String reason = texts.text("comments.reason." + code());
    return note.isBlank() ? reason : reason + ": " + note.strip();
  }
}
