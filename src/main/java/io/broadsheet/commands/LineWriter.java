package io.broadsheet.commands;

import java.io.IOException;
import java.io.Writer;

/** Hands text on line by line. */
final class LineWriter extends Writer {
  private final Sink sink;
  private final StringBuilder line = new StringBuilder();

  /** Where the lines go. */
  @FunctionalInterface
  interface Sink {
    void take(String line) throws IOException;
  }

  LineWriter(Sink sink) {
    this.sink = sink;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (text[i] == '\n') {
        sink.take(line.toString());
        line.setLength(0);
      } else {
        line.append(text[i]);
      }
    }
  }

  @Override
  public void flush() {
    // Only whole lines are handed on.
  }

  @Override
  public void close() throws IOException {
    if (!line.isEmpty()) {
      sink.take(line.toString());
      line.setLength(0);
    }
  }
}
