package io.broadsheet.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file line by line in bounded memory.
 *
 * <p>Lines end with LF or CR LF. A byte order mark at the beginning is passed over. Each line is
 * decoded by itself, so that one that is no UTF-8 spoils no other.
 */
final class Lines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private long number;

  /**
   * Reads from a stream.
   *
   * @param longest the most bytes of a line that are kept
   */
  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** A line without its end. */
  static final class Line {
    private final long number;
    private final byte[] bytes;
    private final boolean whole;

    private Line(long number, byte[] bytes, boolean whole) {
      this.number = number;
      this.bytes = bytes;
      this.whole = whole;
    }

    /** Returns its number, from 1. */
    long number() {
      return number;
    }

    /** Returns how many bytes it has, up to the most that are kept. */
    int size() {
      return bytes.length;
    }

    /** Tells whether this character of ASCII is its very first. */
    boolean opensWith(char c) {
      return bytes.length > 0 && bytes[0] == c;
    }

    boolean isBlank() {
      for (byte b : bytes) {
        if (b != ' ' && b != '\t') {
          return false;
        }
      }
      return whole;
    }

    /**
     * Returns its text.
     *
     * @throws Unfit if it is too long or no UTF-8
     */
    String text() {
      if (!whole) {
        throw new Unfit("The line is longer than " + bytes.length + " bytes.");
      }
      try {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new Unfit("The line is not UTF-8: save the file in that encoding.", e);
      }
    }
  }

  private @Nullable Line next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    boolean whole = true;
    boolean begun = false;
    while (fill()) {
      begun = true;
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      int kept = Math.min(end - position, longest - line.size());
      line.write(buffer, position, kept);
      whole &= kept == end - position;
      position = end;
      if (end < limit) {
        position++;
        break;
      }
    }
    if (!begun) {
      return null;
    }
    number++;
    return new Line(number, trimmed(line.toByteArray(), number == 1), whole);
  }

  /** Returns the next line that is not blank; null after the last. */
  @Nullable Line nextFilled() throws IOException {
    Line line = next();
    while (line != null && line.isBlank()) {
      line = next();
    }
    return line;
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return position < limit;
  }

  private static byte[] trimmed(byte[] line, boolean first) {
    int from = 0;
    int to = line.length;
    if (first
        && to >= 3
        && line[0] == (byte) 0xef
        && line[1] == (byte) 0xbb
        && line[2] == (byte) 0xbf) {
      from = 3;
    }
    if (to > from && line[to - 1] == '\r') {
      to--;
    }
    return java.util.Arrays.copyOfRange(line, from, to);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
