package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailingDiskTest {
  private static final CommitStep.Witness WORKING = CommitStep.Witness.SILENT;

  @TempDir private Path folder;
  private volatile CommitStep.Witness disk = WORKING;
  private TestAudience test;

  @BeforeEach
  void open() {
    test = new TestAudience(folder, (step, connection) -> disk.reached(step, connection));
    test.audience().admit(1, "en", Set.of(), true);
    test.view(1, 1);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @ParameterizedTest
  @EnumSource(CommitStep.class)
  void aFailureAtAnyStepLosesAndDoublesNothing(CommitStep failing) {
    disk =
        (step, connection) -> {
          if (step == failing) {
            throw new SQLException("a disk's fault, thrown on purpose");
          }
        };
    assertThat(test.view(2, 1)).isEqualTo(Outcome.UNWRITABLE);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    disk = WORKING;
    assertThat(test.view(2, 1)).isIn(Outcome.COUNTED, Outcome.REPEAT);
    assertThat(test.view(2, 1)).isEqualTo(Outcome.REPEAT);
    assertThat(test.view(3, 1)).isEqualTo(Outcome.COUNTED);
    assertExactly(3);
  }

  @Test
  void aCommitThatWasDurableAlthoughItFailedIsCountedOnce() {
    disk =
        (step, connection) -> {
          if (step == CommitStep.AFTER_COMMIT) {
            throw new SQLException("the answer was lost, on purpose");
          }
        };
    assertThat(test.view(2, 1)).isEqualTo(Outcome.UNWRITABLE);
    disk = WORKING;
    assertThat(test.view(2, 1)).isEqualTo(Outcome.REPEAT);
    assertExactly(2);
  }

  @Test
  void aFullDiskRefusesViewsUntilThereIsRoom() {
    disk =
        (step, connection) -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 24");
          }
        };
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    for (int reader = 1_000; reader < 6_000; reader++) {
      View view = new View(1, TestAudience.address(reader), "reader", false);
      answers.add(test.audience().record(view).toCompletableFuture());
    }
    List<Outcome> outcomes = answers.stream().map(CompletableFuture::join).toList();
    long counted = outcomes.stream().filter(Outcome.COUNTED::equals).count();
    assertThat(outcomes).contains(Outcome.UNWRITABLE, Outcome.COUNTED);
    assertExactly(1 + counted);
    disk = WORKING;
    for (int i = 0; i < outcomes.size(); i++) {
      View view = new View(1, TestAudience.address(1_000 + i), "reader", false);
      boolean counts = outcomes.get(i).equals(Outcome.COUNTED);
      assertThat(test.await(view)).isEqualTo(counts ? Outcome.REPEAT : Outcome.COUNTED);
    }
    assertExactly(5_001);
  }

  @Test
  void totalsThatCannotBeStoredAreNotShown() throws Exception {
    disk =
        (step, connection) -> {
          throw new SQLException("a disk's fault, thrown on purpose");
        };
    List<CarriedTotals> totals = List.of(new CarriedTotals(1, 100, 0, 0));
    assertThatThrownBy(() -> test.audience().carryOver(totals)).isInstanceOf(IOException.class);
    assertThat(test.views(1)).isEqualTo(1);
    disk = WORKING;
    assertThat(test.audience().carryOver(totals)).containsExactly(CarriedTotals.Change.NEW);
    assertExactly(101);
  }

  @Test
  void windowsGoOnWhileNothingCanBeWritten() {
    disk =
        (step, connection) -> {
          throw new SQLException("a disk's fault, thrown on purpose");
        };
    test.advance(Duration.ofHours(25));
    assertThat(test.top(TopQuery.By.READ, Window.DAY, 1))
        .containsExactly(new TopRow(1, 1, 0, 0, 0));
    disk = WORKING;
    test.advance(Duration.ofDays(7));
    assertThat(test.top(TopQuery.By.READ, Window.WEEK, 1))
        .containsExactly(new TopRow(1, 1, 0, 0, 0));
    assertExactly(1);
  }

  @ParameterizedTest
  @EnumSource(CommitStep.class)
  void nobodyWaitsForAWriterThatAnErrorHasEnded(CommitStep fatal) {
    disk =
        (step, connection) -> {
          if (step == fatal) {
            Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
            throw new AssertionError("an error, thrown on purpose");
          }
        };
    assertThat(test.view(2, 1)).isEqualTo(Outcome.UNWRITABLE);
    assertThat(test.view(3, 1)).isEqualTo(Outcome.UNWRITABLE);
    assertThatThrownBy(() -> test.audience().settle()).hasMessageContaining("closed");
    disk = WORKING;
    test.restart();
    test.audience().admit(1, "en", Set.of(), true);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    test.view(2, 1);
    assertExactly(2);
  }

  @Test
  void moreThanMayWaitIsRefusedAtOnce() throws Exception {
    CompletableFuture<Integer> room = new CompletableFuture<>();
    disk =
        (step, connection) -> {
          // Views alone come by this step: a roll-up that waited would hold up the restart.
          if (step == CommitStep.BEFORE_BEGIN) {
            room.join();
          }
        };
    test.restart(new AudienceLimits(1_000_000, 5, 1, 1_000));
    test.audience().admit(1, "en", Set.of(), true);
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    for (int reader = 100; reader < 120; reader++) {
      View view = new View(1, TestAudience.address(reader), "reader", false);
      answers.add(test.audience().record(view).toCompletableFuture());
    }
    assertThat(answers.stream().filter(CompletableFuture::isDone).count()).isGreaterThan(10);
    room.complete(0);
    assertThat(answers.stream().map(CompletableFuture::join).filter(Outcome.COUNTED::equals))
        .hasSizeBetween(5, 6);
  }

  /** Sees that memory, cells and log agree, now and after a restart. */
  private void assertExactly(long views) {
    assertThat(test.views(1)).isEqualTo(views);
    test.restart();
    assertThat(test.views(1)).isEqualTo(views);
    test.audience().admit(1, "en", Set.of(), true);
  }
}
