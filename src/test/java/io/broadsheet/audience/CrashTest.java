package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real process is stopped without warning while it records views. */
class CrashTest {
  @TempDir private Path folder;
  private final Set<Integer> acknowledged = new HashSet<>();
  private long carried;

  @ParameterizedTest
  @EnumSource(CommitStep.class)
  void acknowledgedViewsSurviveAHaltAtAnyStepOfACommit(CommitStep step) throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 2; round++) {
      Process process = start(step.name(), String.valueOf(random.nextInt(40)));
      read(process.inputReader(StandardCharsets.US_ASCII), Integer.MAX_VALUE);
      assertThat(process.waitFor()).isEqualTo(9);
      assertNothingIsLostOrDoubled(round == 1);
    }
  }

  @RepeatedTest(3)
  void acknowledgedViewsSurviveKillMinusNine() throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 3; round++) {
      Process process = start("none");
      BufferedReader said = process.inputReader(StandardCharsets.US_ASCII);
      read(said, 1 + random.nextInt(4_000));
      process.toHandle().destroyForcibly(); // leaves what it said to be read
      read(said, Integer.MAX_VALUE);
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertNothingIsLostOrDoubled(round == 2);
    }
  }

  private Process start(String... stop) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingProcess.class.getName(),
                folder.toString()));
    command.addAll(List.of(stop));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Notes what the process says it has acknowledged, up to so many lines. */
  private void read(BufferedReader said, int lines) throws IOException {
    int read = 0;
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("viewed")) {
        acknowledged.add(Integer.valueOf(words[1]));
      } else if (words[0].equals("carried")) {
        carried = Long.parseLong(words[1]);
      }
      if (++read == lines) {
        return;
      }
    }
  }

  private void assertNothingIsLostOrDoubled(boolean finish) throws IOException {
    try (Audience audience = Audience.open(folder, Clock.systemUTC(), RecordingProcess.LIMITS)) {
      RecordingProcess.admitAll(audience);
      long all = 0;
      for (long article = 1; article <= RecordingProcess.ARTICLES; article++) {
        long id = article;
        long counted = audience.counts(article).views();
        long known =
            acknowledged.stream().filter(reader -> RecordingProcess.article(reader) == id).count();
        assertThat(counted).isGreaterThanOrEqualTo(known);
        all += counted;
      }
      assertThat(all).isLessThanOrEqualTo(RecordingProcess.READERS);
      assertThat(audience.counts(RecordingProcess.CARRIED_ARTICLE).views())
          .isBetween(carried, carried + 1);
      System.out.println(acknowledged.size() + " acknowledged, " + all + " counted");
      if (finish) {
        sendEverything(audience, all);
      }
    }
  }

  private void sendEverything(Audience audience, long counted) {
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    for (int reader = 0; reader < RecordingProcess.READERS; reader++) {
      answers.add(audience.record(RecordingProcess.view(reader)).toCompletableFuture());
      if (answers.size() % 5_000 == 0) {
        answers.getLast().join();
      }
    }
    long added =
        answers.stream().map(CompletableFuture::join).filter(Outcome.COUNTED::equals).count();
    assertThat(counted + added).isEqualTo(RecordingProcess.READERS);
    for (int reader : acknowledged) {
      assertThat(answers.get(reader).join()).isEqualTo(Outcome.REPEAT);
    }
    for (long article = 1; article <= RecordingProcess.ARTICLES; article++) {
      long id = article;
      long readers =
          java.util.stream.IntStream.range(0, RecordingProcess.READERS)
              .filter(reader -> RecordingProcess.article(reader) == id)
              .count();
      assertThat(audience.counts(article).views()).isEqualTo(readers);
    }
  }
}
