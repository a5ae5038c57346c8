package io.broadsheet.articles;

/** What became of a story with which something was to be done. */
public sealed interface DeskChanged {
  /** It is done, and can be undone until somebody changes the story. */
  record Done(Undo undo) implements DeskChanged {}

  /** Somebody changed the story meanwhile, and nothing was done. */
  record Overtaken() implements DeskChanged {}

  /** It cannot be done to a story in this state. */
  record Unfit() implements DeskChanged {}

  /** There is no such story. */
  record Missing() implements DeskChanged {}

  /**
   * What takes a change back.
   *
   * @param after what the change left
   * @param state where the article was
   * @param draft its draft was this
   * @param stage and stood here
   */
  record Undo(Edition.Mark after, State state, Draft.Mark draft, Draft.Stage stage) {}
}
