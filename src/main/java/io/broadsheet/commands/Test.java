package io.broadsheet.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code test}, which the launcher does: it needs the sources and Maven, not a portal. */
@Command(
    name = "test",
    description =
        "Runs all tests. Without Chromium those that need a browser are left out and named; with"
            + " the variable CI set nothing may be left out.")
final class Test implements OwnCommand {
  @Option(names = "--all", description = "Runs long rounds in full instead of samples of them.")
  private boolean all;

  @Override
  public int run(Terminal terminal) {
    throw new Refusal(
        "Tests are run from the sources: type ./broadsheet test"
            + (all ? " --all" : "")
            + " in their folder.");
  }
}
