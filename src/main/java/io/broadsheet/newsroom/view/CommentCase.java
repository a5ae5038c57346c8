package io.broadsheet.newsroom.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reader's comment, as moderators see it.
 *
 * @param id the comment's
 * @param headline the story's; never empty
 * @param language the code of the story's language
 * @param story the path of the story's page
 * @param mode the path of the screen on which it is set how the story may be commented on
 * @param name under which it was written; of one taken back, that it was
 * @param reader the path of the reader's record
 * @param record that record in numbers
 * @param at when it was sent in
 * @param state how it stands; empty where all stand so
 * @param answered what it is a reply to; null for nothing
 * @param html the text, as HTML in which no character of the reader's is markup
 * @param why it is to be looked at, a sentence each
 * @param appeal what its writer objects; empty for nothing
 */
public record CommentCase(
    long id,
    String headline,
    String language,
    String story,
    String mode,
    String name,
    String reader,
    String record,
    String at,
    String state,
    @Nullable Answered answered,
    String html,
    List<String> why,
    String appeal) {

  /**
   * The comment that another is a reply to.
   *
   * @param text its beginning, plain
   */
  public record Answered(String name, String text) {}
}
