package io.broadsheet.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Refuses paths that two readers could take for two things. */
final class PathFirewall {
  private static final int LONGEST = 2048;

  /** A question of 400 letters that are each encoded in up to twelve characters, and more. */
  private static final int LONGEST_QUERY = 6144;

  private PathFirewall() {}

  /** Returns what is wrong with this percent-encoded path and query, as a sentence; else null. */
  static @Nullable String fault(String path, @Nullable String query) {
    if (path.length() > LONGEST || (query != null && query.length() > LONGEST_QUERY)) {
      return "The address is longer than any of ours.";
    }
    boolean encoded = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%') {
        encoded = true;
      } else if (c <= ' ' || c >= 0x7f || c == ';' || c == '\\') {
        return "The path holds a character that has no place there.";
      } else if (c == '/' && i + 1 < path.length()) {
        char next = path.charAt(i + 1);
        if (next == '/' || (next == '.' && isDots(path, i + 1))) {
          return "The path is not in its plain form.";
        }
      }
    }
    if (path.isEmpty() || path.charAt(0) != '/') {
      return "The path is not in its plain form.";
    }
    return encoded ? encodedFault(path) : null;
  }

  private static boolean isDots(String path, int start) {
    int slash = path.indexOf('/', start);
    String segment = path.substring(start, slash < 0 ? path.length() : slash);
    return segment.equals(".") || segment.equals("..");
  }

  private static @Nullable String encodedFault(String path) {
    ByteBuffer bytes = ByteBuffer.allocate(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c != '%') {
        bytes.put((byte) c);
        continue;
      }
      int high = i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
      if (low < 0) {
        return "The path holds a percent sign that encodes nothing.";
      }
      int value = (high << 4) | low;
      // What is a letter, a digit or punctuation of URLs needs no encoding, save to deceive.
      if (value < ' ' || value == 0x7f || "/\\.;%".indexOf(value) >= 0) {
        return "The path hides a character by encoding it.";
      }
      bytes.put((byte) value);
      i += 2;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
      boolean control = text.codePoints().anyMatch(Character::isISOControl);
      return control ? "The path hides a character by encoding it." : null;
    } catch (CharacterCodingException e) {
      return "The path is not in UTF-8.";
    }
  }
}
