package io.broadsheet.transfer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose bytes are counted while they are read. */
final class Counted extends FilterInputStream {
  private final Tally tally;

  Counted(Path file, Tally tally) throws IOException {
    super(Files.newInputStream(file));
    this.tally = tally;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    tally.read(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    tally.read(Math.max(0, count));
    return count;
  }
}
