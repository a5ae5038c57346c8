package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One address that sends many agents, and what the newsroom says of it. */
class QuarantineTest {
  private static final AudienceLimits SHARE = new AudienceLimits(220, 1_000, 100, 100_000);

  @TempDir private Path folder;
  private TestAudience test;
  private int agents;

  @BeforeEach
  void open() {
    test = new TestAudience(folder);
    restart();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aSpikeOfOneBlockOnOneStoryIsHeldAndDoesNotCount() throws IOException {
    spike("203.0.113.7", 1, 110, Outcome.COUNTED);
    spike("203.0.113.99", 1, 5, Outcome.HELD);
    assertThat(test.views(1)).isEqualTo(110);
    assertThat(test.audience().quarantines())
        .containsExactly(
            new Quarantine(1, "203.0.113.0/24", 1, test.clock.instant(), 5, Verdict.HELD));
    assertThat(test.audience().numbers().held()).isEqualTo(5);
  }

  @Test
  void theBlockIsHeldForThatStoryAloneAndForAnHour() throws IOException {
    spike("203.0.113.7", 1, 110, Outcome.COUNTED);
    spike("203.0.113.7", 1, 1, Outcome.HELD);
    assertThat(view("203.0.113.7", 2)).isEqualTo(Outcome.COUNTED);
    assertThat(view("203.0.114.7", 1)).isEqualTo(Outcome.COUNTED);
    test.advance(Duration.ofMinutes(59));
    assertThat(view("203.0.113.7", 1)).isEqualTo(Outcome.HELD);
    test.advance(Duration.ofMinutes(1));
    assertThat(view("203.0.113.7", 1)).isEqualTo(Outcome.COUNTED);
    assertThat(test.audience().quarantines()).extracting(Quarantine::views).containsExactly(2L);
  }

  @Test
  void aCrowdFromManyBlocksIsNotHeld() {
    for (int i = 0; i < 200; i++) {
      assertThat(view("10.1." + i + ".1", 1)).isEqualTo(Outcome.COUNTED);
      assertThat(view("198.51.100.1", 1)).isEqualTo(Outcome.COUNTED);
    }
  }

  @Test
  void aProvidersReadersOfManyStoriesAreNotHeld() {
    for (int i = 0; i < 210; i++) {
      assertThat(view("198.51.100.1", 1 + i % 3)).isEqualTo(Outcome.COUNTED);
    }
  }

  @Test
  void thisMachineIsNeverHeld() {
    spike("127.0.0.1", 1, 200, Outcome.COUNTED);
    spike("::1", 2, 200, Outcome.COUNTED);
  }

  @Test
  void aBlockOfVersionSixIsThatOfASite() throws IOException {
    spike("2001:db8:1:2::9", 1, 110, Outcome.COUNTED);
    spike("2001:db8:1:3::1", 1, 1, Outcome.HELD);
    assertThat(test.audience().quarantines())
        .extracting(Quarantine::block)
        .containsExactly("2001:db8:1::/48");
  }

  @Test
  void aRepeatOfAHeldViewIsARepeat() {
    spike("203.0.113.7", 1, 110, Outcome.COUNTED);
    assertThat(view("203.0.113.7", 1)).isEqualTo(Outcome.HELD);
    agents--;
    assertThat(view("203.0.113.7", 1)).isEqualTo(Outcome.REPEAT);
  }

  @Test
  void whatIsReleasedCountsInItsOwnTimeAndCanBeTakenOutAgain() throws IOException {
    Instant began = test.clock.instant();
    held(7);
    test.advance(Duration.ofHours(3));
    TopQuery day = new TopQuery(TopQuery.By.READ, Window.DAY, null, 5);
    TopQuery hour = new TopQuery(TopQuery.By.READ, Window.HOUR, null, 5);
    Span span = new Span(began, began.plus(Duration.ofHours(1)));
    assertThat(test.audience().judge(1, Verdict.RELEASED)).isTrue();
    for (int times = 0; times < 2; times++) {
      assertThat(test.views(1)).isEqualTo(117);
      assertThat(test.audience().top(day).getFirst().windowViews()).isEqualTo(117);
      assertThat(test.audience().top(hour).getFirst().windowViews()).isZero();
      assertThat(test.audience().top(day, span).getFirst().windowViews()).isEqualTo(117);
      restart();
    }
    assertThat(test.audience().judge(1, Verdict.RELEASED)).isTrue();
    assertThat(test.views(1)).isEqualTo(117);
    assertThat(test.audience().judge(1, Verdict.REMOVED)).isTrue();
    for (int times = 0; times < 2; times++) {
      assertThat(test.views(1)).isEqualTo(110);
      assertThat(test.audience().top(day).getFirst().windowViews()).isEqualTo(110);
      assertThat(test.audience().top(day, span).getFirst().windowViews()).isEqualTo(110);
      restart();
    }
    test.advance(Duration.ofDays(40));
    assertThat(test.views(1)).isEqualTo(110);
    assertThat(test.audience().top(day).getFirst().windowViews()).isZero();
  }

  @Test
  void aBlockThatWasReleasedIsTrustedForADay() throws IOException {
    held(1);
    test.audience().judge(1, Verdict.RELEASED);
    assertThat(view("203.0.113.7", 1)).isEqualTo(Outcome.COUNTED);
    test.advance(Duration.ofHours(2));
    spike("203.0.113.7", 1, 115, Outcome.COUNTED);
  }

  @Test
  void whatWasRemovedGoesOnToBeLeftOut() throws IOException {
    held(1);
    test.audience().judge(1, Verdict.REMOVED);
    assertThat(view("203.0.113.7", 1)).isEqualTo(Outcome.HELD);
    assertThat(test.views(1)).isEqualTo(110);
  }

  @Test
  void aQuarantineSurvivesARestartAndGoesWithTheLog() throws IOException {
    held(3);
    restart();
    assertThat(view("203.0.113.7", 1)).isEqualTo(Outcome.HELD);
    assertThat(test.audience().quarantines()).extracting(Quarantine::views).containsExactly(4L);
    test.advance(Duration.ofHours(49));
    test.settle(); // rolled up
    test.settle(); // and pruned
    assertThat(test.audience().quarantines()).isEmpty();
    assertThat(test.audience().judge(1, Verdict.RELEASED)).isFalse();
    assertThat(test.views(1)).isEqualTo(110);
  }

  @Test
  void aFileOfTheFirstVersionIsTakenUp() {
    test.view(1, 1);
    test.close();
    test.sql("DROP TABLE quarantine");
    test.sql("DROP TABLE source_cell");
    test.sql("DROP TABLE depth_cell");
    test.sql("DROP TABLE imported_view");
    test.sql("DROP TABLE import_key");
    test.sql("DROP INDEX view_log_quarantine");
    test.sql("ALTER TABLE view_log DROP COLUMN quarantine");
    test.sql("PRAGMA user_version = 1");
    restart();
    assertThat(test.views(1)).isEqualTo(1);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.REPEAT);
    assertThat(test.view(2, 1)).isEqualTo(Outcome.COUNTED);
  }

  private void held(int views) {
    spike("203.0.113.7", 1, 110, Outcome.COUNTED);
    spike("203.0.113.7", 1, views, Outcome.HELD);
  }

  private void spike(String address, long article, int views, Outcome expected) {
    for (int i = 0; i < views; i++) {
      assertThat(view(address, article)).isEqualTo(expected);
    }
  }

  private Outcome view(String address, long article) {
    return test.await(
        new View(article, InetAddress.ofLiteral(address), "agent " + agents++, false));
  }

  private void restart() {
    test.restart(SHARE);
    for (int article = 1; article <= 3; article++) {
      test.audience().admit(article, "en", Set.of(), true);
    }
  }
}
