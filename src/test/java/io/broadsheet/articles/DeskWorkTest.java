package io.broadsheet.articles;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.content;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

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
class DeskWorkTest {
  private static final Topic CITY = new Topic("city", "City");

  private final TestDatabase opened;
  private final Articles articles;
  private final Drafts drafts;
  private final Editions editions;
  private final AuditLog audit;
  private final DeskWork desk;
  private Instant now = NOON;

  DeskWorkTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    Outbox outbox = new Outbox(opened.database(), () -> now, json);
    articles = new Articles(opened.database(), outbox, () -> now, json);
    audit = new AuditLog(opened.database(), () -> now);
    drafts = new Drafts(opened.database(), outbox, audit, () -> now, json);
    editions = new Editions(opened.database(), json);
    desk = new DeskWork(opened.database(), drafts, audit, json);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void aDraftGoesToReviewAndComesBackWhenThatIsUndone() {
    long id = drafts.begin(Language.RU, content("Мост"), "Aida");
    DeskChanged.Undo undo = done(id, new DeskChange.HandIn());
    assertThat(draft(id).stage()).isEqualTo(Draft.Stage.REVIEW);
    assertThat(desk.undo(undo, "Berik")).isTrue();
    assertThat(draft(id).stage()).isEqualTo(Draft.Stage.WRITING);
    assertThat(draft(id).content()).isEqualTo(content("Мост"));
    assertThat(desk.undo(undo, "Berik")).isFalse();
    assertThat(audit.of("story " + id, 10))
        .extracting(AuditEntry::action)
        .containsExactly("story.undo", "story.review", "story.begin");
  }

  @Test
  void aWithdrawnStoryIsPublishedAgainAndAScheduledOneScheduled() {
    long out = articles.save(story("urn:1", Language.EN, "Bridge")).id();
    Instant published = articles.get(out).orElseThrow().published();
    DeskChanged.Undo undo = done(out, new DeskChange.Retract(State.PUBLISHED));
    assertThat(articles.find(out)).isInstanceOf(Finding.Gone.class);
    assertThat(desk.undo(undo, "Berik")).isTrue();
    assertThat(articles.find(out)).isInstanceOf(Finding.Live.class);
    assertThat(articles.get(out).orElseThrow().published()).isEqualTo(published);
    assertThat(draft(out).mark().basedOn()).isEqualTo(articles.get(out).orElseThrow().version());

    long later = drafts.begin(Language.EN, content("Ferry"), "Aida");
    Instant at = now.plus(Duration.ofHours(1));
    drafts.release(later, draft(later).mark(), new Release(at, null, null, null), "Berik");
    DeskChanged.Undo unscheduled = done(later, new DeskChange.Retract(State.SCHEDULED));
    assertThat(articles.get(later).orElseThrow().state()).isEqualTo(State.DRAFT);
    assertThat(desk.undo(unscheduled, "Berik")).isTrue();
    assertThat(articles.get(later).orElseThrow().state()).isEqualTo(State.SCHEDULED);
    now = at;
    articles.settleDue();
    assertThat(articles.find(later)).isInstanceOf(Finding.Live.class);
  }

  @Test
  void aTopicIsAddedToWhatIsWrittenAndTakenOffAgain() {
    long draft = drafts.begin(Language.EN, content("Bridge"), "Aida");
    long out = articles.save(story("urn:1", Language.EN, "Ferry")).id();
    DeskChanged.Undo first = done(draft, new DeskChange.AddTopic(CITY));
    DeskChanged.Undo second = done(out, new DeskChange.AddTopic(CITY));
    assertThat(draft(draft).content().topics()).containsExactly(CITY);
    assertThat(draft(out).content().topics()).containsExactly(CITY);
    assertThat(articles.get(out).orElseThrow().content().topics()).isEmpty();
    assertThat(change(out, new DeskChange.AddTopic(CITY))).isInstanceOf(DeskChanged.Unfit.class);
    assertThat(desk.undo(first, "Aida")).isTrue();
    assertThat(desk.undo(second, "Aida")).isTrue();
    assertThat(draft(draft).content().topics()).isEmpty();
    assertThat(draft(out).stage()).isEqualTo(Draft.Stage.NONE);
  }

  @Test
  void aDiscardedDraftIsBroughtBackInItsStage() {
    long id = articles.save(story("urn:1", Language.EN, "Bridge")).id();
    drafts.save(id, draft(id).mark(), content("Bridge opens"), "Aida");
    done(id, new DeskChange.HandIn());
    DeskChanged.Undo undo = done(id, new DeskChange.Discard());
    assertThat(draft(id).stage()).isEqualTo(Draft.Stage.NONE);
    assertThat(desk.undo(undo, "Aida")).isTrue();
    assertThat(draft(id).stage()).isEqualTo(Draft.Stage.REVIEW);
    assertThat(draft(id).content()).isEqualTo(content("Bridge opens"));
    done(id, new DeskChange.GiveBack());
    assertThat(draft(id).stage()).isEqualTo(Draft.Stage.WRITING);
  }

  @Test
  void whatSomebodyChangedMeanwhileIsNeitherChangedNorUndone() {
    long id = drafts.begin(Language.EN, content("Bridge"), "Aida");
    Edition.Mark seen = mark(id);
    drafts.save(id, draft(id).mark(), content("Bridge opens"), "Aida");
    assertThat(desk.change(seen, new DeskChange.HandIn(), "Berik"))
        .isInstanceOf(DeskChanged.Overtaken.class);
    DeskChanged.Undo undo = done(id, new DeskChange.HandIn());
    drafts.save(id, draft(id).mark(), content("Bridge closes"), "Aida");
    assertThat(desk.undo(undo, "Berik")).isFalse();
    assertThat(draft(id).content()).isEqualTo(content("Bridge closes"));
    assertThat(change(id, new DeskChange.Discard())).isInstanceOf(DeskChanged.Unfit.class);
    assertThat(change(id, new DeskChange.Retract(State.PUBLISHED)))
        .isInstanceOf(DeskChanged.Unfit.class);
    assertThat(change(id, new DeskChange.HandIn())).isInstanceOf(DeskChanged.Unfit.class);
    assertThat(desk.change(new Edition.Mark(99, 1, 1), new DeskChange.HandIn(), "Berik"))
        .isInstanceOf(DeskChanged.Missing.class);
  }

  private DeskChanged.Undo done(long id, DeskChange change) {
    return ((DeskChanged.Done) change(id, change)).undo();
  }

  private DeskChanged change(long id, DeskChange change) {
    return desk.change(mark(id), change, "Berik");
  }

  private Edition.Mark mark(long id) {
    return editions.of(List.of(id)).getFirst().mark();
  }

  private Draft draft(long id) {
    return drafts.open(id).orElseThrow();
  }
}
