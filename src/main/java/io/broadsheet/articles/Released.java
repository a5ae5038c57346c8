package io.broadsheet.articles;

import java.util.List;

/** What became of the wish to publish a draft. */
public sealed interface Released {
  /** Readers see it, or will when its time comes. */
  record Done(Article article) implements Released {}

  /** It lacks something that no published story may lack. */
  record Unfinished(List<Gap> gaps) implements Released {}

  /**
   * Somebody else saved or published meanwhile, and nothing was published.
   *
   * @param base what both began from
   * @param theirs what is there now
   */
  record Overtaken(Content base, Draft theirs) implements Released {}

  /** There is no such article. */
  record Missing() implements Released {}
}
