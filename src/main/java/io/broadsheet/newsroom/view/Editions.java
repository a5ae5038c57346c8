package io.broadsheet.newsroom.view;

import io.broadsheet.articles.TextDiff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The editions of the story on a screen.
 *
 * @param all one for each of the site's languages, in their order
 * @param beside what this one was made from; null if it was made from none
 */
public record Editions(List<Edition> all, @Nullable Beside beside) {

  /**
   * The story in a language.
   *
   * @param path of its screen; null where there is none yet
   * @param code of the language
   * @param name of the language, or where there is none yet, what a button says that begins it
   * @param behind whether its original has moved on
   * @param current whether it is the one on this screen
   */
  public record Edition(
      @Nullable String path, String code, String name, boolean behind, boolean current) {}

  /**
   * The original, to be read beside.
   *
   * @param path of its screen
   * @param code of its language
   * @param title says what it is
   * @param body as HTML, escaped already
   * @param movedOn whether it says something else than when it was last carried across
   * @param changes the lines that changed since
   * @param corrections what was put right since
   * @param read names what it says now
   */
  public record Beside(
      String path,
      String code,
      String title,
      String headline,
      String lede,
      String body,
      boolean movedOn,
      List<List<TextDiff.Piece>> changes,
      List<String> corrections,
      String read) {}
}
