package io.broadsheet.newsroom.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stories that the newsroom works at, one of its lists.
 *
 * @param shell what surrounds it
 * @param path of this very list
 * @param lists leads to the other lists
 * @param editions leads to the list in each language
 * @param finder looks for stories by their words
 * @param rows the stories
 * @param from what leads back to this very list, by the names of its parameters
 * @param ops what can be done with those that are chosen, each with its code as path
 * @param topics names of those that there are
 * @param outcome what was done to many of them a moment ago; null for nothing
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
    Finder finder,
    List<Row> rows,
    Map<String, String> from,
    List<Link> ops,
    List<String> topics,
    @Nullable Outcome outcome,
    String empty,
    @Nullable String newer,
    @Nullable String older,
    List<Begin> languages) {

  /**
   * What is looked for.
   *
   * @param list the code of the list in which; null for what is meant without one
   * @param edition the code of the language in which; null for all
   * @param text as it was typed; may be empty
   * @param mine whether only the visitor's own stories
   * @param topics to choose from, each with its slug as path
   * @param clear leads back to the list; null if nothing is looked for
   * @param found how many there are, a sentence; empty if nothing is looked for
   * @param partly that more may be found later, a sentence; empty if not
   */
  public record Finder(
      @Nullable String list,
      @Nullable String edition,
      String text,
      boolean mine,
      List<Link> topics,
      @Nullable String clear,
      String found,
      String partly) {}

  /**
   * One story.
   *
   * @param article its id
   * @param chosen what is handed in when it is chosen
   * @param path of its editing screen
   * @param language its code
   * @param edition what its language is called
   * @param headline never empty
   * @param state where it is on its way
   * @param by who wrote last; empty if nobody is known to have
   * @param at when
   */
  public record Row(
      long article,
      String chosen,
      String path,
      String language,
      String edition,
      String headline,
      String state,
      String by,
      String at) {}

  /**
   * What became of what was wanted.
   *
   * @param what was done, a sentence
   * @param refused why it was not done, a sentence a story; may be empty
   * @param undo what takes it back; null for nothing
   */
  public record Outcome(String what, List<String> refused, @Nullable String undo) {}

  /** A language to begin a story in. */
  public record Begin(String code, String name) {}
}
