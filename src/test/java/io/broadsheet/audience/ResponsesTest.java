package io.broadsheet.audience;

import static io.broadsheet.articles.TestArticles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResponsesTest {
  private static final long MINUTE = NOON.toEpochMilli() / 60_000;

  private final FakeClock clock = new FakeClock(NOON);

  @Test
  void aCommentWeighsEightViewsAndAReactionFour() throws Exception {
    try (OwnAudience tested = open(1, 2, 3)) {
      Audience audience = tested.audience();
      audience.discussed(1, 1, 1, Map.of(MINUTE, 1L));
      audience.reacted(2, 3, Map.of(MINUTE, 3L));
      audience.reacted(3, 2, Map.of(MINUTE, 1L));
      assertThat(popular(audience)).containsExactly(2L, 1L, 3L);
      // A comment of two hours ago weighs half: as much as one reaction of now.
      clock.advance(Duration.ofHours(2));
      audience.settle();
      audience.reacted(3, 1, Map.of(MINUTE + 120, 2L));
      audience.reacted(2, 0, Map.of());
      assertThat(popular(audience)).containsExactly(3L, 1L, 2L);
      assertThat(audience.counts(1)).isEqualTo(new Counts(0, 1, 0));
      assertThat(audience.counts(2)).isEqualTo(Counts.NONE);
    }
  }

  @Test
  void tellingTheSameTwiceChangesNothingAndOldOnesWeighNothing() throws Exception {
    try (OwnAudience tested = open(1, 2)) {
      Audience audience = tested.audience();
      audience.reacted(1, 5, Map.of(MINUTE, 5L));
      audience.reacted(1, 5, Map.of(MINUTE, 5L));
      audience.discussed(2, 3, 3, Map.of(MINUTE, 3L));
      assertThat(popular(audience)).containsExactly(2L, 1L);
      audience.reacted(1, 7, Map.of(MINUTE, 7L));
      assertThat(popular(audience)).containsExactly(1L, 2L);
      clock.advance(Duration.ofDays(3));
      audience.settle();
      // Nothing is popular any more: the higher id is first.
      assertThat(popular(audience)).containsExactly(2L, 1L);
      assertThat(audience.counts(1)).isEqualTo(new Counts(0, 0, 7));
    }
  }

  @Test
  void whatIsDiscussedCountsHeadsBeforeWords() throws Exception {
    try (OwnAudience tested = open(1, 2, 3)) {
      Audience audience = tested.audience();
      audience.discussed(1, 100, 2, Map.of());
      audience.discussed(2, 4, 4, Map.of());
      audience.discussed(3, 5, 3, Map.of());
      TopQuery discussed = new TopQuery(TopQuery.By.DISCUSSED, Window.DAY, null, null, 10);
      // 2 + min(98, 2)/2 = 3, 4 + 0 = 4, 3 + min(2, 3)/2 = 4: the higher id goes first.
      assertThat(audience.top(discussed)).extracting(TopRow::article).containsExactly(3L, 2L, 1L);
      audience.carryOver(List.of(new CarriedTotals(1, 0, 2, 0)));
      // Two more, each by a head of its own: 4 + min(98, 4)/2 = 6.
      assertThat(audience.top(discussed)).extracting(TopRow::article).containsExactly(1L, 3L, 2L);
      assertThat(audience.counts(1).comments()).isEqualTo(102);
    }
  }

  private OwnAudience open(long... articles) throws Exception {
    OwnAudience tested = OwnAudience.open(clock);
    for (long article : articles) {
      tested.audience().admit(article, "en", Set.of(), true);
    }
    return tested;
  }

  private static List<Long> popular(Audience audience) {
    return audience.top(new TopQuery(TopQuery.By.POPULAR, Window.DAY, null, null, 10)).stream()
        .map(TopRow::article)
        .toList();
  }
}
