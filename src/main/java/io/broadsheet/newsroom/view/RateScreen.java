package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was quoted of a rate, quote by quote.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param title whose rate it is
 * @param outcome what was done a moment ago; null for nothing
 * @param fault what was wrong with what was typed, a sentence; null for nothing
 * @param official whether there is one price and not two
 * @param rows the newest first
 */
public record RateScreen(
    Shell shell,
    String path,
    String title,
    StoryDesk.@Nullable Outcome outcome,
    @Nullable String fault,
    boolean official,
    List<Row> rows) {

  /**
   * A quote.
   *
   * @param at since when it holds, in epoch milliseconds
   */
  public record Row(long at, String time, String buy, String sell) {}
}
