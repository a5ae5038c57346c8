package io.broadsheet.newsroom.view;

import java.util.List;

/**
 * Numbers beside each other, each with a bar as long as its share.
 *
 * @param id of its element
 * @param title what the numbers are
 * @param rows the numbers; empty where there are none yet
 * @param note what they mean, in a sentence
 */
public record Shares(String id, String title, List<Share> rows, String note) {
  /**
   * A number.
   *
   * @param width of its bar, as a percentage
   */
  public record Share(String name, String number, String width) {}
}
