package io.broadsheet.articles;

import java.time.Instant;

/**
 * What the newsroom last wrote of an article, whether or not readers see it.
 *
 * @param article whose it is
 * @param mark what tells it from what is written later
 * @param stage where it is on its way to the article
 * @param content what it says; the article's own content in {@link Stage#NONE}
 * @param by who saved it
 * @param at when it was saved
 */
public record Draft(long article, Mark mark, Stage stage, Content content, String by, Instant at) {

  /**
   * What somebody who writes has seen last.
   *
   * @param version counts the savings of this article's drafts, for good; 0 before the first
   * @param basedOn the version of the article that the draft began from
   */
  public record Mark(long version, long basedOn) {}

  /** Where a draft is on its way to the article. */
  public enum Stage {
    /** There is none: the article is all there is. */
    NONE,
    /** Somebody is writing. */
    WRITING,
    /** An editor is to read it. */
    REVIEW,
    /** An editor has read it as it is; what is written after that is to be read again. */
    APPROVED
  }
}
