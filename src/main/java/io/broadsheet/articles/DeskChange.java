package io.broadsheet.articles;

/** What can be done with many stories of the desk at once. */
public sealed interface DeskChange {
  /** An editor is to read it. */
  record HandIn() implements DeskChange {}

  /** Its writer is to go on with it. */
  record GiveBack() implements DeskChange {}

  /**
   * It is taken back from its readers, or off its schedule.
   *
   * @param from where it must be: {@link State#PUBLISHED} or {@link State#SCHEDULED}
   */
  record Retract(State from) implements DeskChange {
    public Retract {
      Check.that(
          from == State.PUBLISHED || from == State.SCHEDULED, "Nothing else can be taken back.");
    }
  }

  /** It belongs to one more topic. */
  record AddTopic(Topic topic) implements DeskChange {}

  /** What was written since it was published is thrown away. */
  record Discard() implements DeskChange {}
}
