package io.broadsheet.transfer;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** JSON Lines: an object a line, so that a damaged one spoils no other. */
final class JsonLines implements StoryRecords {
  private final Lines lines;
  private long record;

  JsonLines(InputStream in) {
    this.lines = new Lines(in, Json.LARGEST_RECORD);
  }

  @Override
  public @Nullable Found next() throws IOException {
    Lines.Line line = lines.nextFilled();
    if (line == null) {
      return null;
    }
    record++;
    try {
      return new Found.Item(record, line.number(), Json.object(line.text()), line.size());
    } catch (Unfit e) {
      return new Found.Damaged(record, line.number(), e.reason());
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
