package io.broadsheet.audience;

import static io.broadsheet.audience.TopQuery.By.DISCUSSED;
import static io.broadsheet.audience.TopQuery.By.POPULAR;
import static io.broadsheet.audience.TopQuery.By.READ;
import static io.broadsheet.audience.TopQuery.By.RISING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopTest {
  @TempDir private Path folder;
  private TestAudience test;
  private int reader;

  @BeforeEach
  void open() {
    test = new TestAudience(folder);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void aListCanBeOfOneTopic() {
    test.audience().admit(41, "ru", Set.of("city", "sport"), true);
    test.audience().admit(42, "ru", Set.of("city"), true);
    test.audience().admit(43, "kk", Set.of("city"), true);
    test.audience().admit(44, "ru", Set.of("city"), false);
    test.view(1, 42);
    test.view(1, 43);
    assertThat(ofTopic("ru", "city")).containsExactly(42L, 41L);
    assertThat(ofTopic(null, "city")).containsExactly(43L, 42L, 41L);
    assertThat(ofTopic("ru", "sport")).containsExactly(41L);
    assertThat(ofTopic("ru", "nothing")).isEmpty();
    test.audience().admit(41, "ru", Set.of("sport"), true);
    assertThat(ofTopic("ru", "city")).containsExactly(42L);
    test.audience().dismiss(42);
    assertThat(ofTopic("ru", "city")).isEmpty();
  }

  private List<Long> ofTopic(@Nullable String language, String topic) {
    return test
        .audience()
        .top(new TopQuery(TopQuery.By.READ, Window.DAY, language, topic, 10))
        .stream()
        .map(TopRow::article)
        .toList();
  }

  @Test
  void whatIsReadNowGoesBeforeWhatWasReadMore() {
    admit("en", 1, 2);
    views(1, 5);
    test.advance(Duration.ofHours(8));
    views(2, 2);
    assertThat(test.ids(POPULAR, Window.DAY, 10)).containsExactly(2L, 1L);
    assertThat(test.ids(READ, Window.DAY, 10)).containsExactly(1L, 2L);
  }

  @Test
  void aViewWeighsHalfAsMuchAfterTwoHours() {
    admit("en", 1, 2);
    views(1, 4);
    test.advance(Duration.ofHours(2));
    views(2, 2);
    // Equal scores: the one with more views of all time goes first.
    assertThat(test.ids(POPULAR, Window.DAY, 10)).containsExactly(1L, 2L);
    views(2, 1);
    assertThat(test.ids(POPULAR, Window.DAY, 10)).containsExactly(2L, 1L);
  }

  @Test
  void equalsAreOrderedByTotalsThenByTheHigherId() throws Exception {
    admit("en", 1, 2, 3);
    views(1, 1);
    views(2, 1);
    views(3, 1);
    assertThat(test.ids(READ, Window.HOUR, 10)).containsExactly(3L, 2L, 1L);
    carry(2, 10);
    assertThat(test.ids(READ, Window.HOUR, 10)).containsExactly(2L, 3L, 1L);
    assertThat(test.ids(POPULAR, Window.HOUR, 10)).containsExactly(2L, 3L, 1L);
  }

  @Test
  void aListIsFilledFromWiderWindowsThenTotalsThenTheNewest() throws Exception {
    admit("en", 1, 2, 3, 4, 5, 6, 7);
    views(1, 9);
    test.advance(Duration.ofDays(10));
    views(2, 8);
    test.advance(Duration.ofDays(3));
    views(3, 7);
    test.advance(Duration.ofHours(5));
    views(4, 1);
    carry(5, 1_000_000);
    assertThat(test.ids(READ, Window.HOUR, 10)).containsExactly(4L, 3L, 2L, 1L, 5L, 7L, 6L);
    assertThat(test.ids(READ, Window.MONTH, 10)).containsExactly(1L, 2L, 3L, 4L, 5L, 7L, 6L);
    assertThat(test.ids(POPULAR, Window.HOUR, 4)).containsExactly(3L, 4L, 2L, 1L);
    assertThat(test.top(READ, Window.HOUR, 3))
        .containsExactly(
            new TopRow(4, 1, 0, 0, 1), new TopRow(3, 7, 0, 0, 0), new TopRow(2, 8, 0, 0, 0));
  }

  @Test
  void whatRisesIsMeasuredAgainstWhatTheHourBeforeLetsExpect() {
    admit("en", 1, 2, 3);
    views(1, 600);
    views(2, 20);
    test.advance(Duration.ofMinutes(30));
    views(1, 110);
    views(2, 60);
    views(3, 29);
    // 110 where 100 were to be expected, 60 where 3 were, and 29, which is too few to tell.
    assertThat(test.ids(RISING, Window.DAY, 10)).containsExactly(2L, 1L, 3L);
    assertThat(test.top(RISING, Window.HOUR, 1)).containsExactly(new TopRow(2, 80, 0, 0, 80));
    test.advance(Duration.ofMinutes(10));
    // Nothing rises any more, so the list is what the last hour read.
    assertThat(test.ids(RISING, Window.DAY, 10)).containsExactly(1L, 2L, 3L);
    test.restart();
    admit("en", 1, 2, 3);
    views(3, 60);
    assertThat(test.ids(RISING, Window.DAY, 10)).containsExactly(3L, 1L, 2L);
  }

  @Test
  void whatIsDiscussedGoesByCommentsAndThenByViews() throws Exception {
    admit("en", 1, 2, 3);
    views(1, 3);
    views(2, 2);
    test.audience().carryOver(List.of(new CarriedTotals(3, 10, 7, 0)));
    assertThat(test.ids(DISCUSSED, Window.DAY, 10)).containsExactly(3L, 1L, 2L);
  }

  @Test
  void theLastDayIsToldHourByHourWhetherRolledUpOrNot() throws Exception {
    admit("en", 1, 2, 3);
    views(1, 9);
    test.advance(Duration.ofHours(1));
    views(1, 1);
    views(2, 4);
    test.advance(Duration.ofHours(22));
    views(1, 2);
    test.advance(Duration.ofHours(1));
    views(1, 5);
    long[] first = new long[24];
    first[0] = 1;
    first[22] = 2;
    first[23] = 5;
    long[] second = new long[24];
    second[0] = 4;
    Map<Long, long[]> days = test.audience().lastDay(List.of(1L, 2L, 3L));
    assertThat(days).containsOnlyKeys(1L, 2L);
    assertThat(days.get(1L)).isEqualTo(first);
    assertThat(days.get(2L)).isEqualTo(second);
    assertThat(test.audience().lastDay(List.of())).isEmpty();
  }

  @Test
  void aListHoldsOneLanguageOrAll() {
    admit("en", 1, 2);
    admit("kk", 3);
    views(3, 1);
    assertThat(list("en")).containsExactly(2L, 1L);
    assertThat(list("kk")).containsExactly(3L);
    assertThat(list("ru")).isEmpty();
    assertThat(test.ids(READ, Window.DAY, 10)).containsExactly(3L, 2L, 1L);
    test.audience().admit(3, "en", Set.of(), true);
    assertThat(list("en")).containsExactly(3L, 2L, 1L);
  }

  @Test
  void dismissedArticlesAreNotListed() {
    admit("en", 1, 2);
    views(1, 2);
    test.audience().dismiss(1);
    assertThat(test.ids(READ, Window.DAY, 10)).containsExactly(2L);
    test.audience().admit(1, "en", Set.of(), true);
    assertThat(test.ids(READ, Window.DAY, 10)).containsExactly(1L, 2L);
  }

  @Test
  void theVersionMovesWithEveryNumberAndWithTheSet() throws Exception {
    long version = test.audience().version();
    admit("en", 1);
    version = moved(version);
    views(1, 1);
    version = moved(version);
    carry(1, 5);
    version = moved(version);
    test.advance(Duration.ofHours(1));
    version = moved(version);
    test.audience().admit(1, "en", Set.of(), true);
    assertThat(test.audience().version()).isEqualTo(version);
    test.audience().dismiss(1);
    moved(version);
  }

  private long moved(long before) {
    long now = test.audience().version();
    assertThat(now).isGreaterThan(before);
    return now;
  }

  private void admit(String language, long... articles) {
    for (long article : articles) {
      test.audience().admit(article, language, Set.of(), true);
    }
  }

  private void views(long article, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(test.view(++reader, article)).isEqualTo(Outcome.COUNTED);
    }
  }

  private void carry(long article, long views) throws IOException {
    test.audience().carryOver(List.of(new CarriedTotals(article, views, 0, 0)));
  }

  private List<Long> list(String language) {
    return test.audience().top(new TopQuery(READ, Window.DAY, language, 10)).stream()
        .map(TopRow::article)
        .toList();
  }
}
