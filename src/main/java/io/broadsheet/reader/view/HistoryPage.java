package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rate has moved.
 *
 * @param place who quotes it, and where
 * @param spans leads to as much of it as is to be shown
 * @param chart null where nothing is known
 * @param said what the chart shows, in sentences
 * @param official whether there is one price and not two
 * @param monthly whether the table has the last day of each month alone
 * @param others leads to what others quote for the same currency
 * @param csv leads to all of it as a file
 * @param back leads to the rates of now
 */
public record HistoryPage(
    Words words,
    String title,
    String place,
    List<Link> spans,
    @Nullable Chart chart,
    List<String> said,
    boolean official,
    boolean monthly,
    List<Row> rows,
    List<Link> others,
    String csv,
    String back) {

  /** A day, the newest first. */
  public record Row(Moment day, String buy, String sell) {}
}
