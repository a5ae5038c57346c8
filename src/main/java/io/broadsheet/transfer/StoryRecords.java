package io.broadsheet.transfer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file of stories, one after another. */
sealed interface StoryRecords extends AutoCloseable permits JsonLines, JsonDocument {
  /** Returns the next record; null after the last. */
  @Nullable Found next() throws IOException;

  @Override
  void close() throws IOException;
}
