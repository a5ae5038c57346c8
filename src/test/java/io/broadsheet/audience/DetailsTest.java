package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where counted views came from, and how far they were read. */
class DetailsTest {
  private static final Span DAY = span(TestAudience.START, 24);

  @TempDir private Path folder;
  private volatile boolean broken;
  private TestAudience test;

  @BeforeEach
  void open() {
    test =
        new TestAudience(
            folder,
            (step, connection) -> {
              if (broken && step == CommitStep.BEFORE_COMMIT) {
                throw new SQLException("a disk's fault, thrown on purpose");
              }
            });
    admit();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void sourcesOfCountedViewsAreCounted() throws IOException {
    assertThat(view(1, 1, "t.me")).isEqualTo(Outcome.COUNTED);
    assertThat(view(1, 1, "t.me")).isEqualTo(Outcome.REPEAT);
    view(2, 1, "t.me");
    view(3, 1, "google.com");
    view(3, 2, "t.me");
    view(4, 2, "");
    assertThat(test.audience().sources(DAY, null, 10))
        .containsExactly(new Source("t.me", 3), new Source("google.com", 1));
    assertThat(test.audience().sources(DAY, 1L, 1)).containsExactly(new Source("t.me", 2));
    assertThat(test.audience().sources(span(TestAudience.START.plusSeconds(3600), 5), null, 10))
        .isEmpty();
  }

  @Test
  void soManyHostsAreToldApartAndNoMore() throws IOException {
    for (int i = 0; i < 510; i++) {
      view(i, 1, "host" + i + ".example");
    }
    List<Source> sources = test.audience().sources(DAY, null, 1_000);
    assertThat(sources).hasSize(501).first().isEqualTo(new Source(Hosts.OTHERS, 10));
  }

  @Test
  void eachReaderCountsOnceForEachQuarter() throws IOException {
    view(1, 1, "");
    assertThat(read(1, 1, 2)).isEqualTo(Outcome.NOTED);
    read(1, 1, 2);
    read(1, 1, 1);
    read(1, 1, 4);
    view(2, 1, "");
    read(2, 1, 1);
    assertThat(test.audience().depth(DAY, 1L)).isEqualTo(new Depth(2, 1, 1, 1));
    assertThat(test.audience().depth(DAY, null)).isEqualTo(new Depth(2, 1, 1, 1));
    assertThat(test.audience().depth(DAY, 2L)).isEqualTo(new Depth(0, 0, 0, 0));
    assertThat(test.views(1)).isEqualTo(2);
  }

  @Test
  void whatWasNotViewedWasNotRead() throws IOException {
    assertThat(read(1, 1, 4)).isEqualTo(Outcome.NOTED);
    view(1, 1, "");
    test.advance(Duration.ofMinutes(31));
    read(1, 1, 4);
    assertThat(test.audience().depth(DAY, null)).isEqualTo(new Depth(0, 0, 0, 0));
    assertThat(test.views(1)).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeStoredIsNotedWhenItIsSentAgain() throws IOException {
    view(1, 1, "");
    broken = true;
    assertThat(read(1, 1, 3)).isEqualTo(Outcome.UNWRITABLE);
    assertThat(view(2, 1, "t.me")).isEqualTo(Outcome.UNWRITABLE);
    broken = false;
    read(1, 1, 3);
    view(2, 1, "t.me");
    assertThat(test.audience().depth(DAY, null)).isEqualTo(new Depth(1, 1, 1, 0));
    assertThat(test.audience().sources(DAY, null, 10)).containsExactly(new Source("t.me", 1));
  }

  @Test
  void theyAreKeptForAMonth() throws IOException {
    view(1, 1, "t.me");
    read(1, 1, 1);
    test.restart();
    admit();
    assertThat(test.audience().sources(DAY, null, 10)).hasSize(1);
    test.advance(Duration.ofDays(31));
    test.settle();
    assertThat(test.audience().sources(DAY, null, 10)).isEmpty();
    assertThat(test.audience().depth(DAY, null)).isEqualTo(new Depth(0, 0, 0, 0));
  }

  private void admit() {
    test.audience().admit(1, "en", Set.of(), true);
    test.audience().admit(2, "en", Set.of(), true);
  }

  private Outcome view(int reader, long article, String referrer) {
    return test.await(
        new View(article, TestAudience.address(reader), "reader", false, referrer, 0));
  }

  private Outcome read(int reader, long article, int quarters) {
    return test.await(
        new View(article, TestAudience.address(reader), "reader", false, "", quarters));
  }

  private static Span span(Instant from, int hours) {
    return new Span(from, from.plus(Duration.ofHours(hours)));
  }
}
