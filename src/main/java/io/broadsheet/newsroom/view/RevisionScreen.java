package io.broadsheet.newsroom.view;

import io.broadsheet.articles.TextDiff.Piece;
import java.util.List;

/**
 * What a story has said.
 *
 * @param shell what surrounds it
 * @param path of this very screen
 * @param story the path of the story's screen
 * @param language the story's, its code
 * @param headline of its draft; may be empty
 * @param version together with {@code basedOn} what this screen has seen of the draft
 * @param basedOn the version of the article that the draft began from
 * @param rows the newest first
 */
public record RevisionScreen(
    Shell shell,
    String path,
    String story,
    String language,
    String headline,
    long version,
    long basedOn,
    List<Row> rows) {

  /**
   * One revision.
   *
   * @param name its number, in words
   * @param at since when it stood
   * @param now whether it is what the article says today
   * @param beside what it is compared with, a heading; empty for the first
   * @param diff its lines, what changed being marked; empty if nothing did
   */
  public record Row(
      long version, String name, String at, boolean now, String beside, List<List<Piece>> diff) {}
}
