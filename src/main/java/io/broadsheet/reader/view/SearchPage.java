package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader's words found.
 *
 * @param script the path of what completes what is being typed
 * @param path of the search in this language
 * @param typed what was typed; empty before the first question
 * @param kept what the form sends besides, so that a new question keeps the choices
 * @param said how much was found, or that nothing was; null before the first question
 * @param notes what else a reader should know of the answer
 * @param choices by which the answer is narrowed; empty where there is nothing to narrow
 * @param orders leads to the answer in each order; empty where there is nothing to order
 * @param newer leads to the page before; null on the first
 * @param older leads to the page after; null on the last
 */
public record SearchPage(
    Words words,
    String script,
    String path,
    String typed,
    List<Parameter> kept,
    @Nullable String said,
    List<String> notes,
    List<Choice> choices,
    List<Link> orders,
    List<Result> results,
    int number,
    @Nullable String newer,
    @Nullable String older) {

  /** Something that a form sends along. */
  public record Parameter(String name, String value) {}

  /** Kinds of one sort, of which one may be chosen. */
  public record Choice(String name, List<Kind> kinds) {}

  /**
   * A kind of stories.
   *
   * @param path leads to the answer with this kind alone, or, where it is chosen, with all
   * @param count of the stories; null where they are too many to count
   */
  public record Kind(String path, String name, @Nullable String count, boolean chosen) {}

  /**
   * A story that was found.
   *
   * @param language the code of its language
   * @param languageName null where it is the page's
   * @param pieces of what it says of the words
   */
  public record Result(
      Item item, String language, @Nullable String languageName, List<Piece> pieces) {}

  /**
   * A piece of an excerpt.
   *
   * @param found whether it is one of the words that were looked for
   */
  public record Piece(String text, boolean found) {}
}
