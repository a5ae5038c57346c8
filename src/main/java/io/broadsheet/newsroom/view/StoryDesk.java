package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stories that the newsroom works at, one of its lists.
 *
 * @param shell what surrounds it
 * @param path of this very list
 * @param lists leads to the other lists
 * @param editions leads to the list in each language
 * @param rows the stories
 * @param empty what to say if there are none
 * @param newer the path of the rows before; null at the beginning
 * @param older the path of the rows after; null at the end
 * @param languages in which a story can be begun
 */
public record StoryDesk(
    Shell shell,
    String path,
    List<Link> lists,
    List<Link> editions,
    List<Row> rows,
    String empty,
    @Nullable String newer,
    @Nullable String older,
    List<Begin> languages) {

  /**
   * One story.
   *
   * @param path of its editing screen
   * @param language its code
   * @param edition what its language is called
   * @param headline never empty
   * @param state where it is on its way
   * @param by who wrote last; empty if nobody is known to have
   * @param at when
   */
  public record Row(
      String path,
      String language,
      String edition,
      String headline,
      String state,
      String by,
      String at) {}

  /** A language to begin a story in. */
  public record Begin(String code, String name) {}
}
