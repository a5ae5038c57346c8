package io.broadsheet.articles;

/** The lists in which the newsroom finds its work, each with what was touched last first. */
public enum DeskList {
  /** Being written: new stories, and changes to those that readers see. */
  WRITING,
  /** To be read by an editor. */
  REVIEW,
  /** Read by an editor, and not published yet. */
  APPROVED,
  /** To appear by themselves, the next first. */
  SCHEDULED,
  /** What readers see. */
  PUBLISHED,
  /** Taken back. */
  WITHDRAWN
}
