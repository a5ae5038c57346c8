package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The screen on which a story is told as it happens.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param story the path of the story's screen
 * @param language the story's, its code
 * @param headline of the story
 * @param page where readers see it; null if they do not
 * @param open whether it goes on
 * @param begun whether it was ever begun
 * @param editor the words of the editor, as JSON
 * @param draft what stands in the form
 * @param fault why what is in the form was not taken, a sentence; empty for nothing
 * @param rows the newest first
 * @param older the path of the rows after; null at the end
 */
public record CoverageScreen(
    Shell shell,
    String path,
    String story,
    String language,
    String headline,
    @Nullable String page,
    boolean open,
    boolean begun,
    String editor,
    Form draft,
    String fault,
    List<Row> rows,
    @Nullable String older) {

  /**
   * What stands in the form.
   *
   * @param entry the id of the entry that is written anew; 0 for a new one
   * @param seen when that was last written, in milliseconds
   * @param body as JSON
   */
  public record Form(long entry, long seen, String title, String body) {}

  /**
   * One entry.
   *
   * @param about when it was published, and by whom
   * @param body as HTML, escaped already
   * @param seen when it was last written, in milliseconds
   * @param removed whether readers see it no more
   */
  public record Row(long id, String about, String title, String body, long seen, boolean removed) {}
}
