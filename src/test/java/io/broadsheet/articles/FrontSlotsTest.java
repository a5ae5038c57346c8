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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class FrontSlotsTest {
  private final TestDatabase opened;
  private final Outbox outbox;
  private final Articles articles;
  private final FrontSlots front;
  private final List<Language> told = Collections.synchronizedList(new ArrayList<>());
  private volatile Instant now = NOON.plus(Duration.ofHours(1));

  FrontSlotsTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> now, json);
    outbox.subscribe(FrontChanged.class, event -> told.add(event.language()));
    outbox.start();
    articles = new Articles(opened.database(), outbox, () -> now, json);
    front = new FrontSlots(opened.database(), outbox, () -> now, json);
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void eachLanguageKeepsItsOwnOrder() throws Exception {
    long first = save(Language.RU, "Мост");
    long second = save(Language.RU, "Паром");
    assertThat(front.open(Language.RU).version()).isZero();

    FrontPage kept = kept(front.save(Language.RU, 0, of(second, first), "Aida"));

    assertThat(kept).isEqualTo(new FrontPage(Language.RU, 1, of(second, first), "Aida", now));
    assertThat(front.open(Language.RU)).isEqualTo(kept);
    assertThat(headlines(Language.RU)).containsExactly("Паром", "Мост");
    assertThat(headlines(Language.KK)).isEmpty();
    assertThat(told()).containsExactly(Language.RU);
    assertThat(kept(front.save(Language.RU, 1, of(second, first), "Bolat"))).isEqualTo(kept);
    assertThat(told()).hasSize(1);
  }

  @Test
  void nobodyOverwritesWhatAnotherSaved() {
    long first = save(Language.EN, "Bridge");
    long second = save(Language.EN, "Ferry");
    FrontPage hers = kept(front.save(Language.EN, 0, of(first), "Aida"));
    FrontSaved.Overtaken overtaken = new FrontSaved.Overtaken(hers);
    assertThat(front.save(Language.EN, 0, of(second), "Bolat")).isEqualTo(overtaken);
    assertThat(front.undo(Language.EN, 0, "Bolat")).isEqualTo(overtaken);
    assertThat(front.open(Language.EN)).isEqualTo(hers);
  }

  @Test
  void ofManyWhoSaveAtOnceOneIsFirstAndTheOthersAreTold() throws Exception {
    long id = save(Language.EN, "Bridge");
    Callable<FrontSaved> save = () -> front.save(Language.EN, 0, of(id), "Aida");
    try (ExecutorService editors = Executors.newFixedThreadPool(4)) {
      List<Class<?>> outcomes = new ArrayList<>();
      for (Future<FrontSaved> one : editors.invokeAll(Collections.nCopies(4, save))) {
        outcomes.add(one.get().getClass());
      }
      assertThat(outcomes)
          .containsExactlyInAnyOrder(
              FrontSaved.Kept.class,
              FrontSaved.Overtaken.class,
              FrontSaved.Overtaken.class,
              FrontSaved.Overtaken.class);
    }
  }

  @Test
  void theLastSavingIsTakenBackAndThatInTurn() {
    long first = save(Language.EN, "Bridge");
    long second = save(Language.EN, "Ferry");
    kept(front.save(Language.EN, 0, of(first), "Aida"));
    kept(front.save(Language.EN, 1, of(second, first), "Aida"));
    assertThat(kept(front.undo(Language.EN, 2, "Bolat")).slots()).isEqualTo(of(first));
    assertThat(headlines(Language.EN)).containsExactly("Bridge");
    assertThat(kept(front.undo(Language.EN, 3, "Bolat")).slots()).isEqualTo(of(second, first));
    assertThat(kept(front.undo(Language.KK, 0, "Bolat")).version()).isZero();
  }

  @Test
  void aStoryComesAndGoesByItselfAtItsTimes() throws Exception {
    long always = save(Language.EN, "Bridge");
    long evening = save(Language.EN, "Concert");
    Instant from = now.plus(Duration.ofHours(2));
    Instant until = now.plus(Duration.ofHours(5));
    List<FrontSlot> slots = List.of(slot(evening, from, until), slot(always, null, null));
    front.save(Language.EN, 0, slots, "Aida");
    assertThat(headlines(Language.EN)).containsExactly("Bridge");
    assertThat(standings(slots))
        .containsExactly(FrontPlace.Standing.WAITING, FrontPlace.Standing.SHOWN);
    assertThat(front.settleDue()).isZero();
    now = from;
    assertThat(headlines(Language.EN)).containsExactly("Concert", "Bridge");
    assertThat(front.settleDue()).isEqualTo(1);
    assertThat(front.settleDue()).isZero();
    now = until;
    assertThat(headlines(Language.EN)).containsExactly("Bridge");
    assertThat(standings(slots))
        .containsExactly(FrontPlace.Standing.OVER, FrontPlace.Standing.SHOWN);
    assertThat(front.settleDue()).isEqualTo(1);
    now = until.plus(Duration.ofDays(9));
    assertThat(front.settleDue()).isZero();
    assertThat(told()).hasSize(3);
    assertThat(kept(front.save(Language.EN, 1, slots, "Aida")).slots()).isEqualTo(of(always));
  }

  @Test
  void theScheduleTellsOfATimeThatHasComeByItself() throws Exception {
    long id = save(Language.KK, "Концерт");
    front.save(Language.KK, 0, List.of(slot(id, now.plusSeconds(60), null)), "Aida");
    assertThat(told()).hasSize(1);
    Schedule schedule = new Schedule(articles, front);
    now = now.plusSeconds(60);
    schedule.start();
    try {
      long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
      while (told().size() < 2 && System.nanoTime() < deadline) {
        Thread.sleep(20);
      }
    } finally {
      schedule.stop();
    }
    assertThat(told()).containsExactly(Language.KK, Language.KK);
  }

  @Test
  void aStartCatchesUpWithWhatFellDueMeanwhile() {
    long id = save(Language.EN, "Concert");
    front.save(
        Language.EN, 0, List.of(slot(id, now.plusSeconds(60), now.plusSeconds(120))), "Aida");
    now = now.plusSeconds(600);
    FrontSlots after = new FrontSlots(opened.database(), outbox, () -> now, JsonMapper.shared());
    assertThat(after.settleDue()).isEqualTo(1);
    assertThat(after.shown(Language.EN)).isEmpty();
  }

  @Test
  void whatListsDoNotShowIsNotShownHereUntilTheyDo() {
    long id = save(Language.EN, "Bridge");
    long other = save(Language.RU, "Мост");
    front.save(Language.EN, 0, of(id, other), "Aida");
    assertThat(headlines(Language.EN)).containsExactly("Bridge");
    articles.save(
        story("u:Bridge", "u:Bridge", Language.EN, "Bridge", NOON, State.WITHDRAWN, null, null));
    assertThat(headlines(Language.EN)).isEmpty();
    assertThat(standings(of(id))).containsExactly(FrontPlace.Standing.UNLISTED);
    save(Language.EN, "Bridge");
    assertThat(headlines(Language.EN)).containsExactly("Bridge");
  }

  @Test
  void theTenthStoryWaitsForRoom() {
    long[] ids = new long[10];
    Arrays.setAll(ids, n -> save(Language.EN, "Story " + n));
    front.save(Language.EN, 0, of(ids), "Aida");
    assertThat(front.shown(Language.EN)).hasSize(9);
    assertThat(standings(of(ids))).last().isEqualTo(FrontPlace.Standing.CROWDED_OUT);
  }

  @Test
  void whatCannotStandThereIsRefused() {
    long id = save(Language.EN, "Bridge");
    assertThatThrownBy(() -> front.save(Language.EN, 0, of(id, id), "Aida"))
        .isInstanceOf(InvalidArticle.class);
    assertThatThrownBy(() -> front.save(Language.EN, 0, of(999), "Aida"))
        .isInstanceOf(InvalidArticle.class)
        .hasMessageContaining("999");
    assertThatThrownBy(() -> slot(id, now, now)).isInstanceOf(InvalidArticle.class);
    long[] many = new long[FrontPage.MOST + 1];
    Arrays.setAll(many, n -> save(Language.EN, "Story " + n));
    assertThatThrownBy(() -> front.save(Language.EN, 0, of(many), "Aida"))
        .isInstanceOf(InvalidArticle.class);
    assertThat(front.open(Language.EN).version()).isZero();
  }

  private long save(Language language, String headline) {
    return articles.save(story("u:" + headline, language, headline)).id();
  }

  private static FrontSlot slot(long id, @Nullable Instant from, @Nullable Instant until) {
    return new FrontSlot(id, from, until);
  }

  private static List<FrontSlot> of(long... ids) {
    return Arrays.stream(ids).mapToObj(id -> slot(id, null, null)).toList();
  }

  private List<String> headlines(Language language) {
    return front.shown(language).stream().map(Teaser::headline).toList();
  }

  private List<FrontPlace.Standing> standings(List<FrontSlot> slots) {
    return front.places(Language.EN, slots).stream().map(FrontPlace::standing).toList();
  }

  private List<Language> told() throws InterruptedException {
    outbox.flush();
    return List.copyOf(told);
  }

  private static FrontPage kept(FrontSaved saved) {
    return ((FrontSaved.Kept) saved).page();
  }
}
