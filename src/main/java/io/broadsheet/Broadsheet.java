package io.broadsheet;

import io.broadsheet.commands.Commands;

/**
 * Starts Broadsheet on a JDK that is new enough, and says what is wrong on one that is not.
 *
 * <p>Compiled for old releases, unlike everything else, so that those can run it and say so.
 */
public final class Broadsheet {
  private static final int OLDEST = 25;

  private Broadsheet() {}

  /** Runs the command named by the arguments and ends the process with its exit status. */
  public static void main(String[] args) {
    int release = Runtime.version().feature();
    if (release < OLDEST) {
      System.err.println(
          "Broadsheet needs Java "
              + OLDEST
              + " or later and this is Java "
              + release
              + ": start it with ./broadsheet, which looks for a newer one.");
      System.exit(1);
    }
    System.exit(Commands.run(args));
  }
}
