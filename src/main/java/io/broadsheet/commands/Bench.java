package io.broadsheet.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bench}, which the launcher does: it measures other processes from outside. */
@Command(
    name = "bench",
    description =
        "Measures Broadsheet against its budgets, beside its peers where they are installed.")
final class Bench implements OwnCommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      defaultValue = "all",
      description =
          "What to measure: pages, scale, views, talk, live, moves, inprocess, steady, start,"
              + " search, find, stems or all (default).")
  private String name = "all";

  @Override
  public int run(Terminal terminal) {
    throw new Refusal(
        "Benchmarks are run from the sources: type ./broadsheet bench "
            + name
            + " in their folder.");
  }
}
