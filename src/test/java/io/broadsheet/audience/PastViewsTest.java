package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Views that an old site noted, taken in whatever order. */
class PastViewsTest {
  private static final Duration WINDOW = RecentViews.WINDOW;
  private static final int ARTICLES = 4;

  @TempDir private Path folder;
  private TestAudience test;
  private long readings;

  @BeforeEach
  void open() {
    test = new TestAudience(folder);
    admit();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aViewInHalfAnHourCountsAndWhatComesLateMakesALaterOneARepeat() throws IOException {
    take(false, view(20, 1, "a"), view(55, 1, "a"));
    assertThat(test.views(1)).isEqualTo(2);
    take(false, view(0, 1, "a"));
    // 0 counts, 20 repeats it, 55 counts.
    assertThat(test.views(1)).isEqualTo(2);
    take(false, view(35, 1, "a"));
    // 0 and 35 count, 55 repeats 35.
    assertThat(test.views(1)).isEqualTo(2);
    take(false, view(35, 1, "b"), view(35, 2, "a"));
    assertThat(test.views(1)).isEqualTo(3);
    assertThat(test.views(2)).isEqualTo(1);
  }

  @Test
  void exactlyHalfAnHourLaterCountsAgain() throws IOException {
    take(false, view(0, 1, "a"), view(30, 1, "a"), view(60, 1, "a"));
    assertThat(test.views(1)).isEqualTo(3);
  }

  @Test
  void identicalRowsOfAFileAreAsManyViewsAndTheSameFileHasNoMore() throws IOException {
    PastView one = view(0, 1, "a");
    for (int times = 0; times < 2; times++) {
      long file = ++readings;
      List<Boolean> first = test.audience().takePast(List.of(one, one), file, true);
      List<Boolean> second = test.audience().takePast(List.of(one), file, true);
      assertThat(first).containsExactly(times == 0, times == 0);
      assertThat(second).containsExactly(times == 0);
      assertThat(test.views(1)).isEqualTo(3);
    }
    assertThat(test.audience().takePast(List.of(one, one, one, one), ++readings, true))
        .containsExactly(false, false, false, true);
    assertThat(test.views(1)).isEqualTo(4);
  }

  @Test
  void aPreviewTakesNothing() throws IOException {
    assertThat(test.audience().previewPast(List.of(view(0, 1, "a")), ++readings, false))
        .containsExactly(true);
    assertThat(test.views(1)).isZero();
    assertThat(test.number("SELECT count(*) FROM imported_view")).isZero();
    take(false, view(0, 1, "a"));
    assertThat(test.audience().previewPast(List.of(view(0, 1, "a")), ++readings, false))
        .containsExactly(false);
  }

  @Test
  void noVisitorIsStoredByName() throws IOException {
    take(false, view(0, 1, "192.0.2.1"));
    test.close();
    byte[] file = java.nio.file.Files.readAllBytes(folder.resolve(AudienceFile.NAME));
    assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("192.0.2.1");
    open();
  }

  @ParameterizedTest
  @EnumSource(
      value = CommitStep.class,
      names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void whenADiskFailsTheFileIsReadAgainAndNothingIsTakenTwice(CommitStep failing)
      throws IOException {
    test.close();
    AtomicBoolean broken = new AtomicBoolean();
    test =
        new TestAudience(
            folder,
            (step, connection) -> {
              if (step == failing && broken.getAndSet(false)) {
                throw new SQLException("a disk's fault, thrown on purpose");
              }
            });
    admit();
    List<PastView> views = List.of(view(0, 1, "a"), view(0, 1, "a"), view(40, 1, "b"));
    broken.set(true);
    assertThatThrownBy(() -> test.audience().takePast(views, ++readings, true))
        .isInstanceOf(IOException.class);
    boolean stored = failing == CommitStep.AFTER_COMMIT;
    assertThat(test.audience().takePast(views, ++readings, true))
        .containsExactly(!stored, !stored, !stored);
    for (int times = 0; times < 2; times++) {
      assertThat(test.views(1)).isEqualTo(3);
      assertThat(test.top(TopQuery.By.READ, Window.DAY, 1).getFirst().windowViews()).isEqualTo(3);
      test.restart();
      admit();
    }
  }

  @RepeatedTest(4)
  void whateverTheOrderTheCountsAreThoseOfTheWholeHistory() throws IOException {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    test.clock.set(TestAudience.START.plusMillis(random.nextInt(40 * 60_000)));
    List<PastView> history = history(random);
    List<PastView> order = new ArrayList<>(history);
    Collections.shuffle(order, random);
    int from = 0;
    while (from < order.size()) {
      int until = Math.min(order.size(), from + 1 + random.nextInt(120));
      List<PastView> some = order.subList(from, until);
      assertThat(test.audience().takePast(some, ++readings, false))
          .as("new in a file")
          .isNotEmpty();
      if (random.nextInt(4) == 0) {
        test.advance(Duration.ofMinutes(random.nextInt(200)));
      }
      if (random.nextInt(8) == 0) {
        test.restart();
        admit();
      }
      if (random.nextInt(3) == 0) {
        assertThat(test.audience().takePast(some, ++readings, false)).containsOnly(false);
      }
      compare(order.subList(0, until));
      from = until;
    }
    test.restart();
    admit();
    compare(history);
  }

  private List<PastView> history(Random random) {
    List<PastView> views = new ArrayList<>();
    Instant now = test.clock.instant();
    for (int i = 0; i < 600; i++) {
      // Most lie within two days, where minutes are kept; some within months.
      long back = random.nextInt(5) == 0 ? random.nextInt(60 * 1_440) : random.nextInt(2_900);
      Instant at = now.minus(back, ChronoUnit.MINUTES);
      views.add(new PastView(at, 1 + random.nextInt(ARTICLES), "v" + random.nextInt(4)));
    }
    return new ArrayList<>(new HashSet<>(views));
  }

  private void compare(List<PastView> known) throws IOException {
    test.settle();
    List<PastView> counted = counted(known);
    long now = test.clock.millis() / 60_000;
    for (long article = 1; article <= ARTICLES; article++) {
      long id = article;
      assertThat(test.views(id)).isEqualTo(number(counted, id, Long.MIN_VALUE));
    }
    for (Window window : Window.values()) {
      for (TopRow row : test.top(TopQuery.By.READ, window, ARTICLES)) {
        assertThat(row.windowViews())
            .as("%s of %d", window, row.article())
            .isEqualTo(number(counted, row.article(), window.firstMinute(now)));
      }
    }
    Instant hour = test.clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(30));
    Span span = new Span(hour, hour.plus(Duration.ofHours(20)));
    for (TopRow row :
        test.audience().top(new TopQuery(TopQuery.By.READ, Window.DAY, null, ARTICLES), span)) {
      assertThat(row.windowViews())
          .isEqualTo(
              counted.stream()
                  .filter(view -> view.article() == row.article())
                  .filter(view -> !view.at().isBefore(span.from()) && view.at().isBefore(span.to()))
                  .count());
    }
  }

  private static long number(List<PastView> counted, long article, long firstMinute) {
    return counted.stream()
        .filter(view -> view.article() == article)
        .filter(view -> view.at().toEpochMilli() / 60_000 >= firstMinute)
        .count();
  }

  private static List<PastView> counted(List<PastView> known) {
    List<PastView> counted = new ArrayList<>();
    Map<List<Object>, Instant> last = new HashMap<>();
    Set<PastView> distinct = new HashSet<>(known);
    distinct.stream()
        .sorted(Comparator.comparing(PastView::at))
        .forEach(
            view -> {
              List<Object> pair = List.of(view.article(), view.visitor());
              Instant before = last.get(pair);
              if (before == null || !view.at().isBefore(before.plus(WINDOW))) {
                last.put(pair, view.at());
                counted.add(view);
              }
            });
    return counted;
  }

  private void take(boolean cleaned, PastView... views) throws IOException {
    assertThat(test.audience().takePast(List.of(views), ++readings, cleaned)).doesNotContain(false);
  }

  private static PastView view(int minutes, long article, String visitor) {
    Instant start = TestAudience.START.minus(Duration.ofHours(5));
    return new PastView(start.plus(minutes, ChronoUnit.MINUTES), article, visitor);
  }

  private void admit() {
    for (int article = 1; article <= ARTICLES; article++) {
      test.audience().admit(article, "en", Set.of(), true);
    }
  }
}
