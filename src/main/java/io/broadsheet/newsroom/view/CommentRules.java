package io.broadsheet.newsroom.view;

import java.util.List;

/**
 * By which rules comments are judged.
 *
 * @param path of this very screen
 * @param rules in their order; the first that speaks decides
 */
public record CommentRules(Shell shell, String path, List<Line> rules) {

  /**
   * One rule.
   *
   * @param text what it says, a sentence, with the number that is set
   * @param setting what changes it; empty for nothing
   */
  public record Line(String text, String setting) {}
}
