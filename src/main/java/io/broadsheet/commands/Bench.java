package io.broadsheet.commands;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bench}, which the launcher does: it measures other processes from outside. */
@Command(
    name = "bench",
    description = "Measures Broadsheet against its budgets, beside nginx where that is installed.")
final class Bench implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      defaultValue = "all",
      description =
          "What to measure: pages, scale, views, inprocess, steady, start or all (default).")
  private String name = "all";

  @Override
  public Integer call() {
    throw new Refusal(
        "Benchmarks are run from the sources: type ./broadsheet bench "
            + name
            + " in their folder.");
  }
}
