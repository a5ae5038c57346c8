package io.broadsheet.articles;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.content;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.audit.AuditEntry;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class DraftsTest {
  private final TestDatabase opened;
  private final Outbox outbox;
  private final Articles articles;
  private final AuditLog audit;
  private final Drafts drafts;
  private Instant now = NOON.plus(Duration.ofHours(1));

  DraftsTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> now, json);
    articles = new Articles(opened.database(), outbox, () -> now, json);
    audit = new AuditLog(opened.database(), () -> now);
    drafts = new Drafts(opened.database(), outbox, audit, () -> now, json);
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void whoDidWhatToAStoryIsWrittenDown() {
    long id = drafts.begin(Language.RU, content("Мост открыт"), "Aida");
    drafts.move(id, open(id).mark(), Draft.Stage.REVIEW, "Aida");
    drafts.release(id, open(id).mark(), Release.now(), "Berik");
    drafts.breaking(id, now.plus(Duration.ofHours(2)), "Boss");
    drafts.breaking(id, null, "Boss");
    drafts.release(id, open(id).mark(), new Release(null, null, null, "Не мост."), "Berik");
    drafts.retract(id, State.WITHDRAWN, "", "Berik");
    assertThat(audit.of("story " + id, 10))
        .extracting(AuditEntry::actor, AuditEntry::action)
        .containsExactly(
            tuple("Berik", "story.withdraw"),
            tuple("Berik", "story.correct"),
            tuple("Boss", "story.calm"),
            tuple("Boss", "story.breaking"),
            tuple("Berik", "story.publish"),
            tuple("Aida", "story.review"),
            tuple("Aida", "story.begin"));
    AuditEntry withdrawn = audit.of("story " + id, 1).getFirst();
    assertThat(withdrawn.before()).startsWith("published, 5, ");
    assertThat(withdrawn.after()).startsWith("withdrawn, 6, ");
  }

  @Test
  void aStoryIsBreakingUntilItsTimeOrItIsTakenBack() {
    long id = drafts.begin(Language.RU, content("Мост открыт"), "Aida");
    drafts.release(id, open(id).mark(), Release.now(), "Berik");
    Draft.Mark seen = open(id).mark();
    assertThat(drafts.breaking(id, now.plus(Duration.ofHours(2)), "Boss")).isTrue();
    assertThat(articles.breaking(Language.RU, 5)).extracting(Teaser::id).containsExactly(id);
    assertThat(drafts.breaking(id, null, "Boss")).isTrue();
    assertThat(articles.breaking(Language.RU, 5)).isEmpty();
    assertThat(open(id).mark().version()).isEqualTo(seen.version());
    assertThatThrownBy(() -> drafts.breaking(id, now.plus(Duration.ofDays(2)), "Boss"))
        .isInstanceOf(InvalidArticle.class);
    assertThat(drafts.breaking(999, null, "Boss")).isFalse();
  }

  @Test
  void aStoryIsWrittenBeforeItHasAHeadlineAndPublishedOnceItHas() {
    long id = drafts.begin(Language.RU, blank(), "Aida");
    Draft begun = open(id);
    assertThat(begun.stage()).isEqualTo(Draft.Stage.WRITING);
    assertThat(articles.find(id)).isInstanceOf(Finding.Missing.class);
    assertThat(drafts.release(id, begun.mark(), Release.now(), "Berik"))
        .isEqualTo(new Released.Unfinished(List.of(Gap.HEADLINE, Gap.TEXT)));

    Draft written = kept(drafts.save(id, begun.mark(), content("Мост открыт"), "Aida"));
    Released released = drafts.release(id, written.mark(), Release.now(), "Berik");

    assertThat(released).isInstanceOf(Released.Done.class);
    assertThat(articles.find(id))
        .isInstanceOfSatisfying(
            Finding.Live.class,
            live -> {
              assertThat(live.article().content().headline()).isEqualTo("Мост открыт");
              assertThat(live.article().published()).isEqualTo(now);
            });
    assertThat(open(id).stage()).isEqualTo(Draft.Stage.NONE);
  }

  @Test
  void whatReadersSeeStaysUntilTheChangeIsPublished() {
    long id = articles.save(story("u:1", Language.RU, "Было")).id();
    Draft written = kept(drafts.save(id, open(id).mark(), content("Стало"), "Aida"));
    assertThat(headline(id)).isEqualTo("Было");
    now = now.plusSeconds(60);

    drafts.release(
        id,
        written.mark(),
        new Release(null, null, null, "Дом стоит на Речной, не на Озёрной."),
        "Berik");

    Article after = articles.get(id).orElseThrow();
    assertThat(after.content().headline()).isEqualTo("Стало");
    assertThat(after.published()).isEqualTo(NOON);
    assertThat(after.updated()).isEqualTo(now);
    assertThat(after.content().corrections())
        .containsExactly(new Correction(now, "Дом стоит на Речной, не на Озёрной."));
  }

  @Test
  void nobodyOverwritesWhatAnotherSaved() {
    long id = drafts.begin(Language.EN, content("Bridge"), "Aida");
    Draft both = open(id);
    Draft hers = kept(drafts.save(id, both.mark(), content("Bridge opens"), "Aida"));

    DraftSaved his = drafts.save(id, both.mark(), content("Bridge closed"), "Bolat");

    assertThat(his).isEqualTo(new DraftSaved.Overtaken(both.content(), hers));
    assertThat(open(id)).isEqualTo(hers);
    assertThat(drafts.release(id, both.mark(), Release.now(), "Berik"))
        .isEqualTo(new Released.Overtaken(both.content(), hers));
  }

  @Test
  void whatTheApiChangedMeanwhileIsNotOverwrittenByPublishing() {
    long id = articles.save(story("u:1", Language.EN, "Old")).id();
    Content old = articles.get(id).orElseThrow().content();
    Draft draft = kept(drafts.save(id, open(id).mark(), content("Mine"), "Aida"));
    articles.save(story("u:1", Language.EN, "Theirs"));

    Released released = drafts.release(id, draft.mark(), Release.now(), "Berik");

    assertThat(released)
        .isInstanceOfSatisfying(
            Released.Overtaken.class,
            overtaken -> {
              assertThat(overtaken.base()).isEqualTo(old);
              assertThat(overtaken.theirs().content().headline()).isEqualTo("Theirs");
            });
    assertThat(drafts.outdatedBase(id)).contains(old);
    Draft.Mark both = new Draft.Mark(draft.mark().version(), 2);
    Draft merged = kept(drafts.save(id, both, content("Both"), "Aida"));
    assertThat(drafts.outdatedBase(id)).isEmpty();
    assertThat(drafts.release(id, merged.mark(), Release.now(), "Berik"))
        .isInstanceOf(Released.Done.class);
    assertThat(headline(id)).isEqualTo("Both");
  }

  @Test
  void twoWhoBeganAfterAChangeHaveThatInCommon() {
    long id = drafts.begin(Language.EN, content("Bridge"), "Aida");
    drafts.release(id, open(id).mark(), Release.now(), "Berik");
    Article out = articles.get(id).orElseThrow();
    articles.save(
        new Submission(
            out.uri(),
            out.story(),
            out.language(),
            content("Changed"),
            out.state(),
            out.published(),
            now,
            null,
            null));
    Draft both = open(id);
    drafts.save(id, both.mark(), content("Hers"), "Aida");
    assertThat(drafts.save(id, both.mark(), content("His"), "Bolat"))
        .isInstanceOfSatisfying(
            DraftSaved.Overtaken.class,
            overtaken -> assertThat(overtaken.base().headline()).isEqualTo("Changed"));
  }

  @Test
  void theSameSavedAgainWritesNothing() {
    long id = drafts.begin(Language.EN, content("Bridge"), "Aida");
    Draft draft = open(id);
    assertThat(kept(drafts.save(id, draft.mark(), content("Bridge"), "Bolat"))).isEqualTo(draft);
  }

  @Test
  void aStoryThatDoesNotAppearAtItsTimeIsLateUntilItDoes() {
    long id = drafts.begin(Language.EN, content("Budget"), "Aida");
    Instant at = now.plus(Duration.ofMinutes(10));
    drafts.release(id, open(id).mark(), new Release(at, null, null, null), "Berik");
    now = at.plusSeconds(29);
    assertThat(articles.late()).isEmpty();
    now = at.plusSeconds(30);
    assertThat(articles.late()).extracting(Teaser::id).containsExactly(id);
    assertThat(articles.settleDue()).isEqualTo(1);
    assertThat(articles.late()).isEmpty();
  }

  @Test
  void aStoryAppearsByItselfAtItsTimeAndNotBeforeItsEmbargo() {
    long id = drafts.begin(Language.EN, content("Budget"), "Aida");
    Instant at = now.plus(Duration.ofMinutes(10));
    Instant embargo = now.plus(Duration.ofMinutes(20));
    drafts.release(id, open(id).mark(), new Release(at, embargo, null, null), "Berik");
    assertThat(state(id)).isEqualTo(State.SCHEDULED);
    now = at;
    articles.settleDue();
    assertThat(state(id)).isEqualTo(State.SCHEDULED);
    now = embargo;
    articles.settleDue();
    assertThat(state(id)).isEqualTo(State.PUBLISHED);
  }

  @Test
  void aScheduledStoryCanBeTakenOffItsScheduleAndAPublishedOneWithdrawn() {
    long id = drafts.begin(Language.EN, content("Budget"), "Aida");
    drafts.release(
        id, open(id).mark(), new Release(now.plus(Duration.ofHours(1)), null, null, null), "Berik");
    assertThat(drafts.retract(id, State.DRAFT, "", "Berik")).isTrue();
    assertThat(state(id)).isEqualTo(State.DRAFT);
    assertThat(drafts.release(id, open(id).mark(), Release.now(), "Berik"))
        .isInstanceOf(Released.Done.class);
    drafts.retract(id, State.WITHDRAWN, "", "Berik");
    assertThat(articles.find(id)).isInstanceOf(Finding.Gone.class);
    assertThat(drafts.retract(999, State.WITHDRAWN, "", "Berik")).isFalse();
  }

  @Test
  void aDraftGoesToReviewAndBackAndCanBeThrownAway() {
    long id = articles.save(story("u:1", Language.EN, "Out")).id();
    Draft draft = kept(drafts.save(id, open(id).mark(), content("Changed"), "Aida"));
    Draft reviewed = kept(drafts.move(id, draft.mark(), Draft.Stage.REVIEW, "Aida"));
    assertThat(desk(DeskList.REVIEW)).extracting(DeskRow::headline).containsExactly("Changed");
    kept(drafts.move(id, reviewed.mark(), Draft.Stage.WRITING, "Bolat"));
    assertThat(desk(DeskList.REVIEW)).isEmpty();
    assertThat(desk(DeskList.WRITING)).extracting(DeskRow::by).containsExactly("Bolat");

    Draft left = drafts.discard(id, "Bolat").orElseThrow();

    assertThat(left.content().headline()).isEqualTo("Out");
    assertThat(open(id).content().headline()).isEqualTo("Out");
    assertThat(desk(DeskList.WRITING)).isEmpty();
  }

  @Test
  void theDeskListsWhatIsWrittenWhatIsDueAndWhatIsOut() {
    long older = drafts.begin(Language.EN, content("Older"), "Aida");
    now = now.plusSeconds(1);
    drafts.begin(Language.KK, content("Newer"), "Aida");
    articles.save(story("u:1", "u:1", Language.RU, "Imported", NOON, State.DRAFT, null, null));
    long out = articles.save(story("u:2", Language.EN, "Out")).id();
    assertThat(desk(DeskList.WRITING))
        .extracting(DeskRow::headline)
        .containsExactly("Newer", "Older", "Imported");
    assertThat(drafts.desk(DeskList.WRITING, Language.EN, 0, 10))
        .extracting(DeskRow::article)
        .containsExactly(older);
    assertThat(drafts.desk(DeskList.WRITING, null, 1, 1))
        .extracting(DeskRow::headline)
        .containsExactly("Older");
    assertThat(desk(DeskList.PUBLISHED)).extracting(DeskRow::article).containsExactly(out);
    assertThat(drafts.count(DeskList.WRITING, null)).isEqualTo(3);
    assertThat(drafts.count(DeskList.SCHEDULED, Language.EN)).isZero();
  }

  private static Content blank() {
    return new Content(
        null,
        "",
        "",
        Body.of(List.of()),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private Draft open(long id) {
    return drafts.open(id).orElseThrow();
  }

  private State state(long id) {
    return articles.get(id).orElseThrow().state();
  }

  private String headline(long id) {
    return articles.get(id).orElseThrow().content().headline();
  }

  private List<DeskRow> desk(DeskList list) {
    return drafts.desk(list, null, 0, 10);
  }

  private static Draft kept(DraftSaved saved) {
    return ((DraftSaved.Kept) saved).draft();
  }
}
