package io.broadsheet.comments;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Why somebody reports a comment, takes it down or objects to that, or why a reader is banned.
 *
 * @param text plain, up to {@link #LONGEST} characters; may be empty
 */
record Note(String text) {
  static final int LONGEST = 1_000;

  /**
   * Keeps what was typed as it is seen.
   *
   * @throws ResponseStatusException 422, if it is too long, by whichever entrance it came
   */
  Note {
    text = PlainText.text(text);
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT, "Say why in " + LONGEST + " characters at most.");
    }
  }

  /** Returns it on one line. */
  String line() {
    return PlainText.line(text);
  }
}
