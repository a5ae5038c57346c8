package io.broadsheet.comments;

/** What came of a reader's wish to change a comment. */
public sealed interface Edited {
  /** It says that now, durably; by its state it may wait for a moderator again. */
  record Done(Comment comment) implements Edited {}

  /** It cannot be taken as it is. */
  record Unfit(Rule rule) implements Edited {}

  /** The time in which it could be changed is over, or it was taken down. */
  record TooLate() implements Edited {}

  /** There is no such comment of that reader. */
  record NotYours() implements Edited {}
}
