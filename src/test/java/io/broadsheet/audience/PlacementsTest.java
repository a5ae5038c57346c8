package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.TestFolders;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.TestArticles;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/** What editors do to lists of what is read. */
@ParameterizedClass
@EnumSource(Dialect.class)
class PlacementsTest {
  private static final TopQuery.By READ = TopQuery.By.READ;

  private final TestDatabase opened;
  private TestAudience test;
  private Placements placements;

  PlacementsTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
  }

  /** Five stories of which the first is read most; the fifth is in Kazakh. */
  @BeforeEach
  void open() throws IOException {
    test = new TestAudience(TestFolders.create());
    Outbox outbox = new Outbox(opened.database(), test.clock, JsonMapper.shared());
    Articles articles = new Articles(opened.database(), outbox, test.clock, JsonMapper.shared());
    for (int i = 1; i <= 5; i++) {
      Language language = i == 5 ? Language.KK : Language.EN;
      long id = articles.save(TestArticles.story("u:" + i, language, "Story " + i)).id();
      test.audience().admit(id, language.code(), Set.of(), true);
      for (int reader = i; reader <= 5; reader++) {
        test.view(reader, id);
      }
    }
    placements = new Placements(opened.database(), test.audience(), test.clock);
  }

  @AfterEach
  void close() {
    test.close();
    opened.close();
  }

  @Test
  void whatIsPinnedStandsFirstOnItsListAloneTheLastPinFirst() {
    place(3, Placement.Kind.PINNED);
    place(4, Placement.Kind.PINNED);
    assertThat(ids(READ, null, 10)).containsExactly(4L, 3L, 1L, 2L, 5L);
    assertThat(ids(TopQuery.By.POPULAR, null, 10)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(ids(READ, "kk", 10)).containsExactly(5L);
    assertThat(ids(READ, null, 1)).containsExactly(4L);
    assertThat(ids(READ, null, 3)).containsExactly(4L, 3L, 1L);
  }

  @Test
  void whatIsHiddenIsNotOnTheListAndTheListIsNoShorter() {
    place(1, Placement.Kind.HIDDEN);
    assertThat(ids(READ, null, 4)).containsExactly(2L, 3L, 4L, 5L);
    assertThat(ids(TopQuery.By.RISING, null, 1)).containsExactly(1L);
  }

  @Test
  void whatWasReadInThePastStaysAsItWas() throws IOException {
    place(1, Placement.Kind.HIDDEN);
    place(4, Placement.Kind.PINNED);
    Span span = new Span(TestAudience.START, TestAudience.START.plus(Duration.ofHours(1)));
    assertThat(test.audience().top(new TopQuery(READ, Window.DAY, null, 10), span))
        .extracting(TopRow::article)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void itCanBeChangedAndTakenBackAndSurvivesARestart() {
    place(3, Placement.Kind.HIDDEN);
    place(3, Placement.Kind.PINNED);
    Instant at = test.clock.instant();
    assertThat(placements.all()).containsExactly(new Placement(3, READ, Placement.Kind.PINNED, at));
    long version = test.audience().version();
    placements = new Placements(opened.database(), test.audience(), test.clock);
    assertThat(ids(READ, null, 1)).containsExactly(3L);
    assertThat(placements.clear(3, READ)).isTrue();
    assertThat(placements.clear(3, READ)).isFalse();
    assertThat(ids(READ, null, 1)).containsExactly(1L);
    assertThat(placements.all()).isEmpty();
    assertThat(test.audience().version()).isGreaterThan(version);
  }

  @Test
  void aStoryThatIsTakenBackIsOnNoListHoweverItWasPinned() {
    place(3, Placement.Kind.PINNED);
    test.audience().dismiss(3);
    assertThat(ids(READ, null, 10)).containsExactly(1L, 2L, 4L, 5L);
  }

  @Test
  void aStoryThatIsNotThereCannotBePlaced() {
    assertThatThrownBy(() -> placements.place(99, READ, Placement.Kind.PINNED))
        .isInstanceOf(DataAccessException.class);
  }

  private void place(long article, Placement.Kind kind) {
    test.clock.advance(Duration.ofMillis(1));
    placements.place(article, READ, kind);
  }

  private List<Long> ids(TopQuery.By by, @Nullable String language, int limit) {
    return test.audience().top(new TopQuery(by, Window.DAY, language, limit)).stream()
        .map(TopRow::article)
        .toList();
  }
}
