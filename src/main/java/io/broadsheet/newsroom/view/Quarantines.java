package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spikes that wait for somebody's word, or had it.
 *
 * @param rows the latest first
 */
public record Quarantines(List<Row> rows) {
  /**
   * A spike of one story from one address block.
   *
   * @param path of the story's board
   * @param language the code of the story's language; null if the story is gone
   * @param headline the story's, or its number if it is gone
   * @param about how many views came from where and when, as a sentence
   * @param verdict what was said of it last
   * @param action where what is said is sent
   * @param choices what can be said of it now
   */
  public record Row(
      long id,
      String path,
      @Nullable String language,
      String headline,
      String about,
      String verdict,
      boolean held,
      String action,
      List<Choice> choices) {}

  /** Something to be said of it, as it is sent and as it is shown. */
  public record Choice(String value, String name) {}
}
