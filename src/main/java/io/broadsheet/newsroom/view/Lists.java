package io.broadsheet.newsroom.view;

import java.util.List;

/**
 * What editors did with a story on lists of what is read, and can do.
 *
 * @param action where a choice is sent
 * @param rows the lists
 */
public record Lists(String action, List<Row> rows) {
  /**
   * One list.
   *
   * @param list its code
   * @param name its name
   * @param state what was done with the story there, as words
   * @param placed whether anything was
   * @param choices what can be done now
   */
  public record Row(
      String list, String name, String state, boolean placed, List<Quarantines.Choice> choices) {}
}
