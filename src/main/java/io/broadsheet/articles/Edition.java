package io.broadsheet.articles;

import java.util.EnumSet;
import java.util.Set;

/**
 * An edition with what was last written of it.
 *
 * @param article as readers know it
 * @param draft as the newsroom knows it
 */
public record Edition(Article article, Draft draft) {

  /**
   * What tells one moment of an edition from another.
   *
   * @param version of the article
   * @param draft of its draft; 0 if there never was one
   */
  public record Mark(long article, long version, long draft) {}

  /** Returns what tells this moment of it from others. */
  public Mark mark() {
    return new Mark(article.id(), article.version(), draft.mark().version());
  }

  /** Returns the lists of the desk that show it. */
  public Set<DeskList> lists() {
    Set<DeskList> lists = EnumSet.noneOf(DeskList.class);
    switch (draft.stage()) {
      case WRITING -> lists.add(DeskList.WRITING);
      case REVIEW -> lists.add(DeskList.REVIEW);
      case APPROVED -> lists.add(DeskList.APPROVED);
      case NONE -> {}
    }
    switch (article.state()) {
      case DRAFT -> {
        if (lists.isEmpty()) {
          lists.add(DeskList.WRITING);
        }
      }
      case REVIEW -> {
        if (lists.isEmpty()) {
          lists.add(DeskList.REVIEW);
        }
      }
      case SCHEDULED -> lists.add(DeskList.SCHEDULED);
      case PUBLISHED -> lists.add(DeskList.PUBLISHED);
      case WITHDRAWN -> lists.add(DeskList.WITHDRAWN);
    }
    return lists;
  }
}
