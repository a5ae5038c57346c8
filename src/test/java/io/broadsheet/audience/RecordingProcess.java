package io.broadsheet.audience;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that records views from several threads until it is stopped, and says which of them
 * were acknowledged.
 *
 * <p>Arguments: the data folder, and either {@code none} or the commit step at which to halt and
 * how often it may be passed before.
 */
final class RecordingProcess {
  static final int THREADS = 4;
  static final int READERS = 20_000;
  static final int ARTICLES = 7;
  static final long CARRIED_ARTICLE = 100;
  static final AudienceLimits LIMITS = new AudienceLimits(1_000_000, 10_000, 512, 1_000_000);

  private RecordingProcess() {}

  public static void main(String[] args) throws Exception {
    AtomicInteger passed = new AtomicInteger();
    CommitStep.Witness witness =
        args[1].equals("none")
            ? CommitStep.Witness.SILENT
            : (step, connection) -> {
              if (step == CommitStep.valueOf(args[1])
                  && passed.incrementAndGet() > Integer.parseInt(args[2])) {
                Runtime.getRuntime().halt(9);
              }
            };
    Audience audience = Audience.open(Path.of(args[0]), Clock.systemUTC(), LIMITS, witness);
    admitAll(audience);
    for (int thread = 0; thread < THREADS; thread++) {
      int first = thread;
      Thread.ofPlatform().start(() -> send(audience, first));
    }
    // Totals replace earlier ones, so that a process goes on where the last was stopped: one that
    // began at 1 again could be halted between replacing them and saying so.
    for (long views = audience.counts(CARRIED_ARTICLE).views() + 1; ; views++) {
      carry(audience, views);
      say("carried " + views);
      Thread.sleep(2);
    }
  }

  static void admitAll(Audience audience) {
    for (long article = 1; article <= ARTICLES; article++) {
      audience.admit(article, "en", Set.of(), true);
    }
  }

  static long article(int reader) {
    return 1L + reader % ARTICLES;
  }

  static View view(int reader) {
    return new View(article(reader), TestAudience.address(reader), "reader " + reader, false);
  }

  private static void carry(Audience audience, long views) throws IOException {
    audience.carryOver(List.of(new CarriedTotals(CARRIED_ARTICLE, views, 0, 0)));
  }

  private static void send(Audience audience, int first) {
    for (int reader = first; reader < READERS; reader += THREADS) {
      int sent = reader;
      var answer =
          audience
              .record(view(reader))
              .thenAccept(
                  outcome -> {
                    if (outcome.equals(Outcome.COUNTED) || outcome.equals(Outcome.REPEAT)) {
                      say("viewed " + sent);
                    }
                  });
      if (reader % 256 == first) {
        answer.toCompletableFuture().join();
        audience.record(view(reader)).toCompletableFuture().join();
      }
    }
  }

  /** One write a line, so that a line is out whole or not at all. */
  private static void say(String line) {
    byte[] bytes = (line + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    synchronized (System.out) {
      System.out.write(bytes, 0, bytes.length);
      System.out.flush();
    }
  }
}
