package io.broadsheet.newsroom.view;

import java.util.List;

/**
 * What came and was not counted since the server started.
 *
 * @param since when that was
 * @param counted how many views counted, as a sentence
 * @param reasons why others did not
 */
public record LeftOut(String since, String counted, List<Reason> reasons) {
  /**
   * One reason.
   *
   * @param why what it means, in a sentence
   * @param grave whether somebody should see to it
   */
  public record Reason(String name, String number, String why, boolean grave) {}
}
