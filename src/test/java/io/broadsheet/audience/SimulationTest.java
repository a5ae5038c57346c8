package io.broadsheet.audience;

import io.broadsheet.TestRounds;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Simulated weeks of readers, clocks that jump, power cuts and answers that get lost.
 *
 * <p>{@code -Dseed=N} runs one seed again, {@code -Dseeds=N} so many new ones.
 */
class SimulationTest {
  private static final int SEEDS = Integer.getInteger("seeds", TestRounds.ALL ? 200 : 3);

  @TempDir private Path folder;

  static LongStream seeds() {
    Long given = Long.getLong("seed");
    long first = System.nanoTime();
    return given == null ? LongStream.range(first, first + SEEDS) : LongStream.of(given);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyAcknowledgedViewCountsOnceWhateverHappens(long seed) throws Exception {
    System.out.println("seed " + seed);
    try (Simulation simulation = new Simulation(folder, seed)) {
      simulation.run();
      System.out.println(simulation);
    }
  }
}
