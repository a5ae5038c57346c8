package io.broadsheet.articles;

/** What became of a draft that was handed in. */
public sealed interface DraftSaved {
  /** It is kept. */
  record Kept(Draft draft) implements DraftSaved {}

  /**
   * Somebody else saved or published meanwhile, and nothing was written.
   *
   * @param base what both began from
   * @param theirs what is there now
   */
  record Overtaken(Content base, Draft theirs) implements DraftSaved {}

  /** There is no such article. */
  record Missing() implements DraftSaved {}
}
