package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random histories over many days against a recount of every view ever counted. */
class RecountTest {
  private static final int ARTICLES = 25;
  private static final int READERS = 120;
  private static final String[] LANGUAGES = {"kk", "ru", "en"};

  @TempDir private Path folder;
  private final List<Event> history = new ArrayList<>();
  private final Map<List<Integer>, Long> lastCounted = new HashMap<>();

  private record Event(long at, long article) {}

  @RepeatedTest(3)
  void listsAreWhatARecountOfAllViewsGives() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    try (TestAudience test = new TestAudience(folder)) {
      Random random = new Random(seed);
      admitAll(test);
      for (int round = 0; round < 250; round++) {
        test.advance(step(random));
        send(test, random, random.nextInt(random.nextInt(10) == 0 ? 600 : 30));
        if (random.nextInt(25) == 0) {
          test.restart();
          admitAll(test);
        }
        if (random.nextInt(6) == 0) {
          compare(test);
        }
      }
      compare(test);
      test.restart();
      admitAll(test);
      compare(test);
    }
  }

  @Test
  void theLogAndMinuteCellsGoAfterTwoDaysAndHourCellsStay() {
    try (TestAudience test = new TestAudience(folder)) {
      admitAll(test);
      Random random = new Random(1);
      for (int hour = 0; hour < 60; hour++) {
        send(test, random, 20);
        test.advance(Duration.ofHours(1));
      }
      test.settle();
      test.settle();
      long now = test.clock.millis();
      assertThat(test.number("SELECT min(at) FROM view_log"))
          .isGreaterThanOrEqualTo(now - Duration.ofDays(2).toMillis());
      assertThat(test.number("SELECT min(minute) FROM minute_cell"))
          .isGreaterThanOrEqualTo(now / 60_000 - 48 * 60);
      assertThat(test.number("SELECT sum(views) FROM hour_cell")).isEqualTo(history.size());
      assertThat(test.number("SELECT sum(views) FROM total")).isEqualTo(history.size());
    }
  }

  @Test
  void theLogIsKeptAsLongAsItIsAskedFor() {
    try (TestAudience test = new TestAudience(folder)) {
      for (int hours : new int[] {1, 200}) {
        test.restart(new AudienceLimits(1_000_000, 1_000, 512, 10_000, Duration.ofHours(hours)));
        admitAll(test);
        long before = test.number("SELECT count(*) FROM view_log");
        test.view(1, 1);
        test.advance(Duration.ofMinutes(59));
        settled(test);
        assertThat(test.number("SELECT count(*) FROM view_log")).isEqualTo(before + 1);
        test.advance(Duration.ofHours(100));
        settled(test);
        assertThat(test.number("SELECT count(*) FROM view_log")).isEqualTo(hours == 1 ? 0 : 1);
        assertThat(test.number("SELECT count(*) FROM minute_cell")).isZero();
      }
      assertThat(test.views(1)).isEqualTo(2);
    }
  }

  private static void settled(TestAudience test) {
    for (int i = 0; i < 4; i++) {
      test.settle();
    }
  }

  private static Duration step(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> Duration.ofHours(1 + random.nextInt(30));
      case 1 -> Duration.ofMinutes(60 - 1 + random.nextInt(3));
      case 2 -> Duration.ofDays(random.nextInt(9)).plusMinutes(random.nextInt(1_000));
      case 3 -> Duration.ZERO;
      default -> Duration.ofMillis(random.nextInt(10 * 60_000));
    };
  }

  private static void admitAll(TestAudience test) {
    for (int article = 1; article <= ARTICLES; article++) {
      test.audience().admit(article, LANGUAGES[article % 3], Set.of(), true);
    }
  }

  private void send(TestAudience test, Random random, int views) {
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    List<Outcome> expected = new ArrayList<>();
    long now = test.clock.millis();
    for (int i = 0; i < views; i++) {
      int reader = random.nextInt(READERS);
      // Some are read much more than others, and one in five never.
      int article = 1 + (int) (ARTICLES * 0.8 * Math.pow(random.nextDouble(), 2));
      List<Integer> key = List.of(reader, article);
      Long before = lastCounted.get(key);
      boolean counts = before == null || now - before >= Duration.ofMinutes(30).toMillis();
      if (counts) {
        lastCounted.put(key, now);
        history.add(new Event(now, article));
      }
      expected.add(counts ? Outcome.COUNTED : Outcome.REPEAT);
      View view = new View(article, TestAudience.address(reader), "reader", false);
      answers.add(test.audience().record(view).toCompletableFuture());
    }
    assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyElementsOf(expected);
  }

  private void compare(TestAudience test) {
    test.settle();
    long now = test.clock.millis() / 60_000;
    for (Window window : Window.values()) {
      for (TopQuery.By by : TopQuery.By.values()) {
        assertThat(test.audience().top(new TopQuery(by, window, null, 100)))
            .as("%s of %s", by, window)
            .containsExactlyElementsOf(recount(by, window, now, null));
        assertThat(test.audience().top(new TopQuery(by, window, "ru", 5)))
            .as("%s of %s in Russian", by, window)
            .containsExactlyElementsOf(recount(by, window, now, "ru").stream().limit(5).toList());
      }
    }
  }

  private List<TopRow> recount(
      TopQuery.By by, Window window, long now, @org.jspecify.annotations.Nullable String language) {
    List<TopRow> rows = new ArrayList<>();
    Set<Long> taken = new HashSet<>();
    switch (by) {
      case POPULAR -> {
        take(rows, taken, language, window, now, article -> score(article, now));
        takeFrom(Window.WEEK, rows, taken, language, window, now);
      }
      // Nobody comments here, so what was discussed is what was read.
      case READ, DISCUSSED -> takeFrom(window, rows, taken, language, window, now);
      case RISING -> {
        take(rows, taken, language, window, now, article -> rise(article, now));
        takeFrom(Window.HOUR, rows, taken, language, window, now);
      }
    }
    take(rows, taken, language, window, now, article -> 1);
    return rows;
  }

  private void takeFrom(
      Window narrowest,
      List<TopRow> rows,
      Set<Long> taken,
      @org.jspecify.annotations.Nullable String language,
      Window window,
      long now) {
    for (Window wider : Window.values()) {
      if (wider.compareTo(narrowest) >= 0) {
        take(rows, taken, language, window, now, article -> count(article, wider, now));
      }
    }
  }

  private void take(
      List<TopRow> rows,
      Set<Long> taken,
      @org.jspecify.annotations.Nullable String language,
      Window window,
      long now,
      java.util.function.LongToDoubleFunction measure) {
    Map<Long, Double> tier = new HashMap<>();
    for (long article = 1; article <= ARTICLES; article++) {
      boolean wanted = language == null || LANGUAGES[(int) article % 3].equals(language);
      double measured = wanted && !taken.contains(article) ? measure.applyAsDouble(article) : 0;
      if (measured > 0) {
        tier.put(article, measured);
      }
    }
    List<Long> order = new ArrayList<>(tier.keySet());
    order.sort(
        java.util.Comparator.<Long>comparingDouble(tier::get)
            .thenComparingLong(this::total)
            .thenComparing(java.util.Comparator.naturalOrder())
            .reversed());
    for (long article : order) {
      taken.add(article);
      rows.add(new TopRow(article, total(article), 0, 0, count(article, window, now)));
    }
  }

  private long total(long article) {
    return history.stream().filter(event -> event.article() == article).count();
  }

  private long count(long article, Window window, long now) {
    return history.stream()
        .filter(
            event -> event.article() == article && Tally.isWithin(window, event.at() / 60_000, now))
        .count();
  }

  private double rise(long article, long now) {
    long x = 0;
    long before = 0;
    for (Event event : history) {
      long age = now - event.at() / 60_000;
      if (event.article() == article && age < 70) {
        if (age < 10) {
          x++;
        } else {
          before++;
        }
      }
    }
    double expected = before * 10 / 60.0;
    return x < 30 ? 0 : Math.max(0, (x - expected) / Math.sqrt(expected + 1));
  }

  private double score(long article, long now) {
    long[] sums = new long[24];
    for (Event event : history) {
      long minute = event.at() / 60_000;
      long age = now / 120 - minute / 120;
      if (event.article() == article && age < 24) {
        sums[(int) age] += (long) (65_536 * StrictMath.pow(2, (minute % 120) / 120.0));
      }
    }
    double score = 0;
    for (int age = 23; age >= 0; age--) {
      score += sums[age] / (double) (1L << age);
    }
    return score;
  }
}
