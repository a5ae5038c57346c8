package io.broadsheet.mail;

/**
 * What is sent to somebody, as plain text.
 *
 * @param to one address, in ASCII
 * @param subject one line
 * @param text with line breaks
 */
public record Letter(String to, String subject, String text) {
  public Letter {
    if (breaks(to) || breaks(subject)) {
      throw new IllegalArgumentException("an address and a subject are one line");
    }
  }

  private static boolean breaks(String line) {
    return line.chars().anyMatch(c -> c < ' ' || c == 0x7f);
  }

  /** Keeps whom it is for and what it says out of logs. */
  @Override
  public String toString() {
    return "a letter";
  }
}
