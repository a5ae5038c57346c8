package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.audience.SimulatedReaders.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A history of an audience that a seed gives: the same operations at the same times.
 *
 * <p>Only the salts, and what SQLite draws for its WAL, come from elsewhere, so the bytes that a
 * power cut tears may be others. Views come while the writer is held up, and after each operation
 * all is settled, so that batches and commits are the same ones.
 */
final class Simulation implements AutoCloseable {
  private static final int ROUNDS = 150;
  private static final int ARTICLES = 12;
  private static final String[] LANGUAGES = {"kk", "ru", "en"};

  private final Path folder;
  private final Random random;
  private final SimulatedReaders readers;
  private final FakeClock clock;
  private final AudienceChecks checks;
  private final TreeSet<Long> admitted = new TreeSet<>();
  private Tally tally = new Tally();
  private Audience audience;
  private PowerCut power;
  private Path home;

  /** The time outside, which only goes forward, and by how much the machine's clock is wrong. */
  private long time;

  private long skew;

  /** The log's time by the rule, in half milliseconds. */
  private long halves;

  private long reading;
  private int starts;
  private int cuts;

  Simulation(Path folder, long seed) throws Exception {
    this.folder = folder;
    random = new Random(seed);
    readers = new SimulatedReaders(random, ARTICLES);
    time = Instant.parse("2026-11-20T00:00:00Z").toEpochMilli() + random.nextInt(86_400_000);
    clock = new FakeClock(Instant.ofEpochMilli(time));
    checks = new AudienceChecks(random);
    for (long article = 1; article <= ARTICLES; article++) {
      admitted.add(article);
    }
    home = Files.createDirectory(folder.resolve("0"));
    open(0);
  }

  void run() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      if (random.nextInt(8) == 0) {
        power.cutAfter(random.nextInt(16), random.nextLong());
      } else if (random.nextInt(20) == 0) {
        power.failAfter(random.nextInt(12), 1 + random.nextInt(4));
      }
      passTime();
      publish();
      if (random.nextInt(12) == 0) {
        carry();
      }
      readers.read(random.nextInt(random.nextInt(8) == 0 ? 150 : 15), time);
      deliver(true);
      if (random.nextInt(15) == 0) {
        restart();
      }
      check();
    }
    power.spare();
    while (readers.isAnyWaiting()) {
      passTime();
      deliver(false);
    }
    check();
    restart();
    check();
  }

  /** Lets time pass, and sometimes sets the machine's clock wrong, or right again. */
  private void passTime() throws Exception {
    time +=
        switch (random.nextInt(20)) {
          case 0 -> random.nextInt(4) * 86_400_000L + random.nextInt(86_400_000);
          case 1, 2 -> random.nextInt(5 * 3_600_000);
          case 3 -> random.nextInt(6) == 0 ? Duration.ofDays(31).toMillis() : 0;
          case 4, 5, 6 -> random.nextInt(500);
          case 7 -> 30 * 60_000 - 1 + random.nextInt(3);
          default -> random.nextInt(15 * 60_000);
        };
    switch (random.nextInt(25)) {
      case 0 -> skew = random.nextInt(2 * 3_600_000) - 3_600_000L;
      case 1 -> skew = random.nextInt(4 * 86_400_000) - 2 * 86_400_000L;
      case 2, 3 -> skew = 0;
      default -> {}
    }
    clock.set(Instant.ofEpochMilli(time + skew));
    expectTime();
    settle();
  }

  private void publish() {
    if (random.nextInt(10) == 0) {
      long article = 1L + random.nextInt(ARTICLES);
      if (admitted.remove(article)) {
        audience.dismiss(article);
      } else {
        admitted.add(article);
        admit(article);
      }
    }
  }

  private void carry() throws Exception {
    CarriedTotals totals =
        new CarriedTotals(
            1 + random.nextInt(ARTICLES), random.nextInt(50), random.nextInt(9), random.nextInt(9));
    boolean done = true;
    try {
      audience.carryOver(List.of(totals));
    } catch (IOException e) {
      done = false;
    }
    settle();
    Tally carried = tally.copy();
    carried.carry(totals);
    tally = done || agrees(carried) ? carried : tally;
  }

  /** Delivers what arrives; the answers may get lost. */
  private void deliver(boolean lossy) throws Exception {
    List<Request> arriving = readers.arriving(time);
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    long now = halves / 2;
    try {
      audience.settle(
          () ->
              arriving.forEach(
                  request -> answers.add(audience.record(request.view()).toCompletableFuture())));
    } catch (SQLException e) {
      assertPowerLost(e);
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    settle();
    List<Outcome> outcomes =
        new ArrayList<>(answers.stream().map(CompletableFuture::join).toList());
    while (outcomes.size() < arriving.size()) {
      outcomes.add(Outcome.UNWRITABLE);
    }
    count(arriving, outcomes, now);
    for (int i = 0; i < arriving.size(); i++) {
      if (outcomes.get(i).equals(Outcome.UNWRITABLE)) {
        readers.retry(arriving.get(i), time);
      } else if (lossy) {
        readers.answer(arriving.get(i), time);
      }
    }
  }

  /** Counts what was answered, and what was not but has reached the log before its answer. */
  private void count(List<Request> arrived, List<Outcome> outcomes, long now) {
    long unanswered = outcomes.stream().filter(Outcome.UNWRITABLE::equals).count();
    Set<String> worlds = new LinkedHashSet<>();
    for (int reached = 0; reached <= unanswered; reached++) {
      Tally world = unanswered == 0 ? tally : tally.copy();
      String wrong = count(world, arrived, outcomes, now, reached);
      if (wrong.isEmpty() && agrees(world)) {
        tally = world;
        return;
      }
      worlds.add(wrong.isEmpty() ? "other counts" : wrong);
    }
    throw new AssertionError("no history explains these answers and counts: " + worlds);
  }

  private String count(
      Tally world, List<Request> arrived, List<Outcome> outcomes, long now, int reached) {
    int unanswered = 0;
    StringBuilder wrong = new StringBuilder();
    for (int i = 0; i < arrived.size(); i++) {
      Request request = arrived.get(i);
      boolean silent = outcomes.get(i).equals(Outcome.UNWRITABLE);
      Outcome expected;
      if (!admitted.contains(request.read().article())) {
        expected = Outcome.UNKNOWN;
      } else if (!request.isHuman()) {
        expected = Outcome.BOT;
      } else if (silent && unanswered++ >= reached) {
        continue;
      } else {
        expected = world.view(request.read(), now);
      }
      if (!silent && !outcomes.get(i).equals(expected)) {
        wrong.append(
            "%s of %s at %s was %s; "
                .formatted(
                    request.read(),
                    tally.latest(request.read()),
                    Instant.ofEpochMilli(now),
                    outcomes.get(i)));
      }
    }
    return wrong.toString();
  }

  /** Brings everything to the present, on a new machine if the power has gone. */
  private void settle() throws Exception {
    try {
      // What is due is done in several steps, one at a time.
      for (int i = 0; i < 4; i++) {
        long now = audience.settle(() -> {});
        assertThat(now).as("the log's time").isEqualTo(halves / 2);
      }
    } catch (SQLException e) {
      assertPowerLost(e);
      cuts++;
      audience.close();
      home = Files.createDirectory(folder.resolve(String.valueOf(starts)));
      power.restore(home);
      long before = halves / 2;
      open(before);
      settle();
    }
  }

  private void assertPowerLost(SQLException e) {
    if (!power.happened()) {
      throw new AssertionError("refused although the power is on", e);
    }
  }

  private void restart() throws Exception {
    settle();
    List<List<TopRow>> before = checks.lists(audience);
    long minute = halves / 120_000;
    audience.close();
    open(halves / 2);
    if (halves / 120_000 == minute) {
      assertThat(checks.lists(audience)).as("lists after a restart").isEqualTo(before);
    }
  }

  private void open(long before) throws Exception {
    starts++;
    power = new PowerCut(home, 1 + random.nextInt(40));
    AudienceLimits limits =
        new AudienceLimits(
            1_000_000,
            10_000,
            1 + random.nextInt(40),
            1_000_000,
            Duration.ofHours(1 + random.nextInt(72)));
    audience = Audience.open(home, clock, limits, power);
    admitted.forEach(this::admit);
    long now = audience.settle(() -> {});
    assertThat(now)
        .as("the log's time after a start")
        .isGreaterThanOrEqualTo(clock.millis())
        .isGreaterThanOrEqualTo(tally.lastAt())
        .isLessThanOrEqualTo(Math.max(before, clock.millis()));
    halves = 2 * now;
    reading = clock.millis();
    settle();
  }

  private void admit(long article) {
    audience.admit(article, LANGUAGES[(int) article % 3], Set.of(), true);
  }

  /** Notes what the log's time must be: it never goes back, and at half speed until met. */
  private void expectTime() {
    halves = Math.max(2 * clock.millis(), halves + Math.max(0, clock.millis() - reading));
    reading = clock.millis();
  }

  private boolean agrees(Tally world) {
    for (long article = 1; article <= ARTICLES; article++) {
      if (!audience.counts(article).equals(world.counts(article))) {
        return false;
      }
    }
    return true;
  }

  private void check() throws Exception {
    settle();
    assertThat(agrees(tally)).as("counts").isTrue();
    checks.check(audience, home, tally, admitted, halves / 120_000);
  }

  @Override
  public void close() {
    audience.close();
  }

  @Override
  public String toString() {
    return "%d counted, %d starts, %d power cuts".formatted(tally.counted().size(), starts, cuts);
  }
}
