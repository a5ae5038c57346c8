package io.broadsheet.reader.view;

import io.broadsheet.articles.TextDiff;
import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was put right.
 *
 * @param entries the newest first
 * @param feed the path of the same for feed readers
 * @param number of the page, from 1
 * @param newer the page before; null on the first
 * @param older the page after; null on the last
 */
public record CorrectionList(
    Words words,
    List<Entry> entries,
    String feed,
    int number,
    @Nullable String newer,
    @Nullable String older) {

  /**
   * What was put right in a story.
   *
   * @param id for links that lead here
   * @param path of the story
   * @param emoji the marker before its headline; null for none
   * @param changes the lines that changed; may be empty
   */
  public record Entry(
      String id,
      String path,
      @Nullable String emoji,
      String headline,
      Moment at,
      String note,
      List<List<TextDiff.Piece>> changes) {}
}
