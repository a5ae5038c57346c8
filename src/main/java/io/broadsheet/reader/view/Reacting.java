package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;

/**
 * The buttons by which readers react to a story.
 *
 * @param id the article's
 */
public record Reacting(Words words, long id, List<Kind> kinds) {

  /**
   * One button.
   *
   * @param emoji what it shows
   * @param count how many have pressed it, 0 or more
   */
  public record Kind(String emoji, long count) {}
}
