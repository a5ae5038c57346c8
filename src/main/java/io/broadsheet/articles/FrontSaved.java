package io.broadsheet.articles;

/** What became of a front page that was handed in. */
public sealed interface FrontSaved {
  /** It is kept. */
  record Kept(FrontPage page) implements FrontSaved {}

  /**
   * Somebody else saved meanwhile, and nothing was written.
   *
   * @param theirs what is there now
   */
  record Overtaken(FrontPage theirs) implements FrontSaved {}
}
