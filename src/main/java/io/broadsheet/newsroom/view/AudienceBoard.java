package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board of what is read.
 *
 * @param path that shows it again
 * @param at the time of its numbers
 * @param editions all of them or one of them, the present choice being current
 * @param figures its totals, the first being of this moment
 * @param day the last 24 hours
 * @param rows the stories
 * @param hours the views by the hour
 * @param spans how far these look back, the present choice being current
 * @param sources where readers came from
 * @param depth how far they read
 * @param quarantines spikes that were held
 * @param placed stories that were pinned or hidden
 * @param leftOut what was not counted
 * @param export what can be taken along
 */
public record AudienceBoard(
    Shell shell,
    String path,
    String at,
    List<Link> editions,
    List<Figure> figures,
    Line day,
    List<Row> rows,
    BarChart hours,
    List<Link> spans,
    Shares sources,
    Shares depth,
    Quarantines quarantines,
    List<Placed> placed,
    LeftOut leftOut,
    Export export) {

  /**
   * A story.
   *
   * @param path of its own board
   * @param page its page for readers
   * @param language the code of its language
   * @param emoji null for none
   * @param marks where editors pinned or hid it
   * @param share its readers as a percentage of those of the first row
   * @param day its last 24 hours; null if they cannot be told yet
   */
  public record Row(
      long id,
      String path,
      String page,
      String language,
      @Nullable String emoji,
      String headline,
      List<String> marks,
      String readers,
      String share,
      String lastHour,
      String lastDay,
      String views,
      @Nullable Line day) {}
}
