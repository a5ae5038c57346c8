package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read now, and the whole list of it. */
public record TopTen(Words words, List<Row> rows, String all) {
  /**
   * A story with its numbers.
   *
   * @param emoji null for none
   * @param views all of the story's
   * @param comments all of the story's
   * @param reactions all of the story's
   * @param windowViews those within the window that the list is about
   * @param line the points of a line that shows its last 24 hours; null where none is drawn
   */
  public record Row(
      int rank,
      String path,
      @Nullable String emoji,
      String headline,
      long views,
      long comments,
      long reactions,
      long windowViews,
      @Nullable String line) {}

  /**
   * The page of the whole list.
   *
   * @param title what the list is of
   * @param orders the ways to rank, the present one being current
   * @param windows the times to look back, the present one being current
   * @param topics all, and topics, the present choice being current; empty where there are none
   * @param window the present one in words, as in “in 24 hours”
   */
  public record Whole(
      Words words,
      String title,
      List<Link> orders,
      List<Link> windows,
      List<Link> topics,
      String window,
      List<Row> rows) {}
}
