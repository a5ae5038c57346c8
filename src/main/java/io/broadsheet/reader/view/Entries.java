package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a story that is told as it happens.
 *
 * @param article whose they are
 * @param version counts what was done to them
 * @param open whether more may come
 * @param entries the newest first
 * @param newest the path of the newest; null where these are they
 * @param older the path of those before; null where there are none
 * @param json a schema.org LiveBlogPosting that cannot end its script element; empty for none
 */
public record Entries(
    Words words,
    long article,
    long version,
    boolean open,
    List<Entry> entries,
    @Nullable String newest,
    @Nullable String older,
    String json) {

  /**
   * One entry.
   *
   * @param title may be empty
   * @param body as HTML, escaped already
   * @param changed when it was last written, if that was later; else null
   * @param revision another whenever it was written anew
   */
  public record Entry(
      long id, Moment at, @Nullable Moment changed, long revision, String title, String body) {}
}
