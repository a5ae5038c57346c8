package io.broadsheet.articles;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class ArticlesTest {
  private static final Topic CITY = new Topic("city", "City");
  private static final Topic SPORT = new Topic("sport", "Sport");

  private final TestDatabase opened;
  private final Outbox outbox;
  private final Articles articles;
  private final List<ArticleEvent> told = new ArrayList<>();
  private Instant now = NOON.plus(Duration.ofHours(1));

  ArticlesTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> now, json);
    articles = new Articles(opened.database(), outbox, () -> now, json);
    outbox.subscribe(ArticlePublished.class, told::add);
    outbox.subscribe(ArticleChanged.class, told::add);
    outbox.subscribe(ArticleWithdrawn.class, told::add);
    outbox.start();
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void aStoryIsBreakingUntilItsTimeAndThenToldToHaveChanged() throws Exception {
    long first = articles.save(breaking("u:1", Language.RU, now.plusSeconds(60))).id();
    now = now.plusSeconds(1);
    long second = articles.save(breaking("u:2", Language.RU, now.plusSeconds(120))).id();
    articles.save(breaking("u:3", Language.KK, now.plusSeconds(120)));
    articles.save(story("u:4", Language.RU, "Без спешки"));
    assertThat(breakingIds()).containsExactly(second, first);
    outbox.flush();
    told.clear();
    now = now.plusSeconds(59);
    assertThat(breakingIds()).containsExactly(second);
    assertThat(articles.settleDue()).isEqualTo(1);
    outbox.flush();
    assertThat(told)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event).isInstanceOf(ArticleChanged.class);
              assertThat(event.id()).isEqualTo(first);
              assertThat(event.listed()).isTrue();
            });
    articles.save(articles.get(second).orElseThrow().again(State.WITHDRAWN));
    assertThat(breakingIds()).isEmpty();
  }

  @Test
  void whatExpiresIsBreakingNoMore() {
    Submission brief =
        new Submission(
            "u:1",
            "u:1",
            Language.RU,
            TestArticles.content("Лёд тронулся"),
            State.PUBLISHED,
            now,
            now,
            null,
            now.plusSeconds(10),
            now.plusSeconds(60));
    articles.save(brief);
    now = now.plusSeconds(10);
    assertThat(articles.settleDue()).isEqualTo(1);
    assertThat(breakingIds()).isEmpty();
    now = now.plusSeconds(60);
    assertThat(articles.settleDue()).isZero();
  }

  @Test
  void nothingIsBreakingForMoreThanADay() {
    assertThatThrownBy(() -> breaking("u:1", Language.RU, now.plus(Duration.ofHours(25))))
        .isInstanceOf(InvalidArticle.class)
        .hasMessageContaining("a day at most");
  }

  private List<Long> breakingIds() {
    return articles.breaking(Language.RU, 3).stream().map(Teaser::id).toList();
  }

  private Submission breaking(String uri, Language language, Instant until) {
    return TestArticles.breaking(uri, language, "Лёд тронулся", now, until);
  }

  @Test
  void aSavedStoryIsFoundAsItWasHandedIn() {
    Submission submission = story("u:1", Language.RU, "Паром пошёл", CITY, SPORT);
    Saved saved = articles.save(submission);
    assertThat(saved.change()).isEqualTo(Saved.Change.NEW);
    assertThat(articles.find(saved.id()))
        .isInstanceOfSatisfying(
            Finding.Live.class,
            live -> {
              assertThat(live.article().content()).isEqualTo(submission.content());
              assertThat(live.article().path()).isEqualTo("/ru/city/parom-poshel-" + saved.id());
              assertThat(live.article().published()).isEqualTo(NOON);
            });
    assertThat(articles.idOf("u:1")).contains(saved.id());
  }

  @Test
  void handingInTheSameAgainChangesNothingAndTellsNobody() throws Exception {
    Saved first = articles.save(story("u:1", Language.RU, "Раз", CITY));
    Saved again = articles.save(story("u:1", Language.RU, "Раз", CITY));
    assertThat(again).isEqualTo(new Saved(first.id(), Saved.Change.UNCHANGED));
    outbox.flush();
    assertThat(told).hasSize(1);
  }

  @Test
  void aChangedStoryKeepsItsEarlierContentAsARevision() throws Exception {
    long id = articles.save(story("u:1", Language.EN, "First", CITY)).id();
    Saved changed = articles.save(story("u:1", Language.EN, "Second", SPORT));
    assertThat(changed).isEqualTo(new Saved(id, Saved.Change.CHANGED));
    assertThat(articles.get(id).orElseThrow().version()).isEqualTo(2);
    String kept =
        opened
            .database()
            .read(
                sql ->
                    sql.sql("SELECT content FROM revision WHERE article = :id AND version = 1")
                        .param("id", id)
                        .query(String.class)
                        .single());
    assertThat(kept).contains("First");
    outbox.flush();
    assertThat(told.getLast())
        .isInstanceOfSatisfying(
            ArticleChanged.class,
            event ->
                assertThat(event.places().topics()).containsExactlyInAnyOrder("city", "sport"));
  }

  @Test
  void listsShowTheNewestFirstAndOnlyTheirOwn() {
    long older = published("u:1", "Older", NOON.minusSeconds(60), CITY);
    long newer = published("u:2", "Newer", NOON, CITY, SPORT);
    articles.save(story("u:3", Language.RU, "Другой язык", CITY));
    assertThat(articles.latest(Language.EN, 0, 10))
        .extracting(Teaser::id)
        .containsExactly(newer, older);
    assertThat(articles.latest(Language.EN, 1, 10)).extracting(Teaser::id).containsExactly(older);
    assertThat(articles.inTopic(Language.EN, "city", 0, 10))
        .extracting(Teaser::id)
        .containsExactly(newer, older);
    assertThat(articles.inTopic(Language.EN, "sport", 0, 10))
        .extracting(Teaser::id)
        .containsExactly(newer);
    assertThat(articles.count(Language.EN)).isEqualTo(2);
    assertThat(articles.count(Language.EN, "sport")).isEqualTo(1);
    assertThat(articles.topics(Language.EN)).containsExactly(CITY, SPORT);
    assertThat(articles.teasers(List.of(older, 999L, newer)))
        .extracting(Teaser::headline)
        .containsExactly("Older", "Newer");
  }

  @Test
  void editionsOfOneStoryAreLinkedAndOneLanguageHasOne() {
    articles.save(edition("u:ru", Language.RU));
    articles.save(edition("u:kk", Language.KK));
    assertThat(articles.editions("s"))
        .extracting(Teaser::language)
        .containsExactly(Language.KK, Language.RU);
    assertThatThrownBy(() -> articles.save(edition("u:ru2", Language.RU)))
        .isInstanceOf(InvalidArticle.class)
        .hasMessageContaining("another edition");
  }

  @Test
  void anEmbargoedStoryIsPublishedWhenItsTimeComes() throws Exception {
    long id =
        articles
            .save(
                story(
                    "u:1",
                    "u:1",
                    Language.EN,
                    "Later",
                    NOON,
                    State.PUBLISHED,
                    now.plusSeconds(60),
                    null,
                    CITY))
            .id();
    assertThat(articles.find(id)).isInstanceOf(Finding.Missing.class);
    assertThat(articles.latest(Language.EN, 0, 10)).isEmpty();
    assertThat(articles.settleDue()).isZero();
    now = now.plusSeconds(60);
    assertThat(articles.settleDue()).isEqualTo(1);
    assertThat(articles.settleDue()).isZero();
    assertThat(articles.find(id)).isInstanceOf(Finding.Live.class);
    assertThat(articles.inTopic(Language.EN, "city", 0, 10)).hasSize(1);
    outbox.flush();
    assertThat(told).hasSize(1).first().isInstanceOf(ArticlePublished.class);
  }

  @Test
  void anExpiredStoryLeavesTheListsAndStaysReadable() throws Exception {
    long id =
        articles
            .save(
                story(
                    "u:1",
                    "u:1",
                    Language.EN,
                    "Forecast",
                    NOON,
                    State.PUBLISHED,
                    null,
                    now.plusSeconds(60),
                    CITY))
            .id();
    assertThat(articles.latest(Language.EN, 0, 10)).hasSize(1);
    now = now.plusSeconds(61);
    assertThat(articles.settleDue()).isEqualTo(1);
    assertThat(articles.latest(Language.EN, 0, 10)).isEmpty();
    assertThat(articles.count(Language.EN, "city")).isZero();
    assertThat(articles.find(id)).isInstanceOf(Finding.Live.class);
    outbox.flush();
    assertThat(told.getLast().listed()).isFalse();
  }

  @Test
  void aWithdrawnStoryIsGoneAndADraftWasNeverThere() throws Exception {
    long id = articles.save(story("u:1", Language.EN, "Wrong", CITY)).id();
    articles.save(
        story("u:1", "u:1", Language.EN, "Wrong", NOON, State.WITHDRAWN, null, null, CITY));
    assertThat(articles.find(id)).isEqualTo(new Finding.Gone(id, Language.EN, ""));
    assertThat(articles.latest(Language.EN, 0, 10)).isEmpty();
    assertThat(articles.teasers(List.of(id))).isEmpty();
    long draft =
        articles
            .save(story("u:2", "u:2", Language.EN, "Draft", NOON, State.DRAFT, null, null))
            .id();
    assertThat(articles.find(draft)).isInstanceOf(Finding.Missing.class);
    outbox.flush();
    assertThat(told).hasSize(2).last().isInstanceOf(ArticleWithdrawn.class);
  }

  @Test
  void oneThatCannotBeTakenLeavesNoneOfItsBatch() {
    assertThatThrownBy(
            () ->
                articles.saveAll(
                    List.of(
                        story("u:1", Language.EN, "Fine"),
                        edition("u:2", Language.EN),
                        edition("u:3", Language.EN))))
        .isInstanceOf(InvalidArticle.class);
    assertThat(articles.count(Language.EN)).isZero();
  }

  @Test
  void previewTellsWhatSavingWouldDo() {
    Submission submission = story("u:1", Language.EN, "One");
    assertThat(articles.preview(submission)).isEqualTo(Saved.Change.NEW);
    articles.save(submission);
    assertThat(articles.preview(submission)).isEqualTo(Saved.Change.UNCHANGED);
    assertThat(articles.preview(story("u:1", Language.EN, "Two"))).isEqualTo(Saved.Change.CHANGED);
    assertThat(articles.count(Language.EN)).isEqualTo(1);
  }

  @Test
  void everyPublishedArticleIsVisitedWithWhetherListsShowIt() {
    published("u:1", "One", NOON);
    articles.save(story("u:2", Language.KK, "Екі"));
    articles.save(story("u:3", "u:3", Language.EN, "Draft", NOON, State.DRAFT, null, null));
    articles.save(
        story("u:4", "u:4", Language.RU, "Old", NOON, State.PUBLISHED, null, NOON.plusSeconds(1)));
    articles.settleDue();
    List<String> visited = new ArrayList<>();
    articles.forEachPublished(
        (id, language, topics, listed) -> visited.add(language + " " + listed));
    assertThat(visited).containsExactlyInAnyOrder("en true", "kk true", "ru false");
  }

  @Test
  void twoSavingsAtOnceOfOneStoryBothEndWell() throws Exception {
    var racers = new ArrayList<Thread>();
    var outcomes = java.util.Collections.synchronizedList(new ArrayList<Saved>());
    for (int i = 0; i < 4; i++) {
      int n = i;
      racers.add(
          Thread.ofPlatform()
              .start(() -> outcomes.add(articles.save(story("u:1", Language.EN, "Take " + n)))));
    }
    for (Thread racer : racers) {
      racer.join();
    }
    assertThat(outcomes).hasSize(4);
    assertThat(outcomes).extracting(Saved::change).filteredOn(Saved.Change.NEW::equals).hasSize(1);
    assertThat(articles.get(outcomes.getFirst().id()).orElseThrow().version()).isEqualTo(4);
  }

  private long published(String uri, String headline, Instant at, Topic... topics) {
    return articles
        .save(story(uri, uri, Language.EN, headline, at, State.PUBLISHED, null, null, topics))
        .id();
  }

  private static Submission edition(String uri, Language language) {
    return story(uri, "s", language, "Edition", NOON, State.PUBLISHED, null, null);
  }
}
