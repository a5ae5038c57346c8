package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresentTest {
  @TempDir private Path folder;
  private TestAudience test;
  private int reader;

  @BeforeEach
  void open() {
    test = new TestAudience(folder);
    test.audience().admit(1, "kk", Set.of(), true);
    test.audience().admit(2, "ru", Set.of(), false);
    test.audience().admit(3, "kk", Set.of(), true);
    test.audience().admit(4, "kk", Set.of(), true);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void storiesComeByTheirReadersOfFiveMinutesThenTheHourThenTheDay() {
    views(3, 2);
    test.advance(Duration.ofHours(2));
    views(1, 4);
    test.advance(Duration.ofMinutes(10));
    views(2, 1);
    assertThat(test.audience().present(null, 10))
        .isEqualTo(
            new Present(
                1,
                5,
                7,
                List.of(
                    new Present.Story(2, 1, 1, 1, 1),
                    new Present.Story(1, 0, 4, 4, 4),
                    new Present.Story(3, 0, 0, 2, 2))));
    test.advance(Duration.ofMinutes(5));
    assertThat(test.audience().present(null, 1).stories())
        .extracting(Present.Story::article)
        .containsExactly(1L);
  }

  @Test
  void aLanguageHasTotalsOfItsOwnAndAWithdrawnStoryNone() {
    views(1, 2);
    views(2, 3);
    views(4, 1);
    assertThat(test.audience().present("ru", 10))
        .isEqualTo(new Present(3, 3, 3, List.of(new Present.Story(2, 3, 3, 3, 3))));
    test.audience().dismiss(4);
    assertThat(test.audience().present("kk", 10).readers()).isEqualTo(2);
  }

  @Test
  void hoursAddUpWhetherTheyAreRolledUpOrNot() throws Exception {
    views(1, 3);
    test.advance(Duration.ofHours(1));
    views(1, 1);
    views(2, 5);
    Instant start = TestAudience.START;
    Span hours = new Span(start, start.plus(Duration.ofHours(3)));
    for (int day = 0; day < 4; day++) {
      assertThat(test.audience().hourly(hours, null)).containsExactly(3, 6, 0);
      assertThat(test.audience().hourly(hours, "kk")).containsExactly(3, 1, 0);
      assertThat(test.audience().hourly(hours, 2)).containsExactly(0, 5, 0);
      assertThat(test.audience().hourly(hours, "en")).containsExactly(0, 0, 0);
      test.advance(Duration.ofDays(1));
    }
  }

  private void views(long article, int number) {
    for (int i = 0; i < number; i++) {
      test.view(++reader, article);
    }
  }
}
