package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;

/**
 * A page of plain text: one of the house, or one that says why there is nothing else.
 *
 * @param kicker above the title, such as the status; may be empty
 * @param sections in their order
 * @param home leads to the front page; empty where the text does not need it
 * @param wide whether nothing stands beside it
 */
public record Message(
    Words words, String kicker, String title, List<Section> sections, String home, boolean wide) {

  /**
   * A part of the text.
   *
   * @param id for links that lead here; may be empty
   * @param heading may be empty
   * @param paragraphs with line breaks where readers should see them
   */
  public record Section(String id, String heading, List<String> paragraphs) {}
}
