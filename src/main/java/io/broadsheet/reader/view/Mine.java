package io.broadsheet.reader.view;

import io.broadsheet.words.Words;
import java.util.List;

/**
 * All that a reader has said.
 *
 * @param name of the account; empty for one who has not signed in
 */
public record Mine(Words words, String name, List<Comment> comments, List<Reaction> reactions) {

  /**
   * A comment.
   *
   * @param story leads to the comment
   * @param standing how it stands, in words; empty if everybody sees it
   */
  public record Comment(long id, Link story, Moment at, String text, String standing) {}

  /** A reaction. */
  public record Reaction(long article, Link story, String emoji) {}
}
