package io.broadsheet.commands;

import java.io.IOException;

/** A command that is done by the process it was typed to, whoever has the data folder. */
interface OwnCommand {
  /**
   * Does the work.
   *
   * @return the exit status
   * @throws Refusal if it cannot be done
   */
  int run(Terminal terminal) throws IOException, InterruptedException;
}
