package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The desk of exchange rates.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param outcome what was done a moment ago; null for nothing
 * @param fault what was wrong with what was typed, a sentence; null for nothing
 * @param doubtful whether a large step is to be confirmed
 * @param notes what moved, and nobody has read yet
 * @param rows the offices' rates to type over
 * @param added the rate that is typed anew
 * @param official leads to the values of each official rate
 * @param sources how each fares
 * @param rules when the desk is told
 */
public record RatesScreen(
    Shell shell,
    String path,
    StoryDesk.@Nullable Outcome outcome,
    @Nullable String fault,
    boolean doubtful,
    List<Item> notes,
    List<Row> rows,
    Added added,
    List<Official> official,
    List<Source> sources,
    List<Item> rules) {

  /** Something that there is one button for. */
  public record Item(long id, String text, String time) {}

  /**
   * A rate of an office.
   *
   * @param name of the currency and the office
   * @param was both prices as they were shown, such as {@code 505.9 / 509.9}
   * @param buy as it was typed
   * @param sell as it was typed
   * @param still whether it was said to hold unchanged
   * @param fault what is wrong with it, a sentence; empty for nothing
   */
  public record Row(
      long series,
      String name,
      String was,
      String buy,
      String sell,
      boolean still,
      String seen,
      String fault) {}

  /** A rate that is typed anew; the fault is empty for nothing. */
  public record Added(
      String currency, String office, String city, String buy, String sell, String fault) {}

  /** An official rate. */
  public record Official(Link values, String price, String time) {}

  /**
   * A source.
   *
   * @param well whether it gives what it should
   * @param paused null where it is not, else by whom and since when
   * @param facts how it fares, in sentences
   * @param problem what was wrong with its last answer, in English; empty for nothing
   */
  public record Source(
      String name,
      String url,
      boolean well,
      @Nullable String paused,
      List<String> facts,
      String problem) {}
}
