package io.broadsheet.articles;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.audit.AuditEntry;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class ReviewNotesTest {
  private final TestDatabase opened;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Drafts drafts;
  private final ReviewNotes notes;

  ReviewNotesTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> NOON, json);
    audit = new AuditLog(opened.database(), () -> NOON);
    drafts = new Drafts(opened.database(), outbox, audit, () -> NOON, json);
    notes = new ReviewNotes(opened.database(), audit, () -> NOON);
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void notesAreOpenUntilSomebodySeesToThem() {
    long id = begin();
    long first = notes.add(id, "Cars may cross", "From when?", "Berik");
    notes.add(id, "", "Good.", "Berik");
    assertThat(notes.settle(id, first, true, "Aida")).isTrue();
    assertThat(notes.settle(id, first, true, "Aida")).isFalse();
    assertThat(notes.of(id))
        .extracting(ReviewNote::passage, ReviewNote::text, ReviewNote::by, ReviewNote::settledBy)
        .containsExactly(
            tuple("", "Good.", "Berik", null),
            tuple("Cars may cross", "From when?", "Berik", "Aida"));
    assertThat(notes.settle(id, first, false, "Berik")).isTrue();
    assertThat(notes.settle(id + 1, first, true, "Aida")).as("of another story").isFalse();
    assertThat(notes.of(id)).extracting(ReviewNote::settledBy).containsOnlyNulls();
    assertThat(audit.of("story " + id, 3))
        .extracting(AuditEntry::actor, AuditEntry::action)
        .containsExactly(
            tuple("Berik", "story.note.reopen"),
            tuple("Aida", "story.note.settle"),
            tuple("Berik", "story.note"));
  }

  @Test
  void aLongPassageIsKnownByItsBeginningAndAnEmptyNoteIsNone() {
    long id = begin();
    notes.add(id, "🌉".repeat(400), "Shorten it.", "Berik");
    assertThat(notes.of(id).getFirst().passage()).isEqualTo("🌉".repeat(300));
    assertThatThrownBy(() -> notes.add(id, "", " ", "Berik")).isInstanceOf(InvalidArticle.class);
    assertThatThrownBy(() -> notes.add(id, "", "x".repeat(2_001), "Berik"))
        .isInstanceOf(InvalidArticle.class);
  }

  @Test
  void whatIsWrittenAfterAnApprovalIsReadAgain() {
    long id = begin();
    drafts.move(id, open(id).mark(), Draft.Stage.REVIEW, "Aida");
    drafts.move(id, open(id).mark(), Draft.Stage.APPROVED, "Berik");
    assertThat(open(id).stage()).isEqualTo(Draft.Stage.APPROVED);
    assertThat(open(id).by()).isEqualTo("Berik");
    assertThat(drafts.desk(DeskList.APPROVED, Language.EN, 0, 5))
        .extracting(DeskRow::article)
        .containsExactly(id);
    assertThat(drafts.desk(DeskList.REVIEW, null, 0, 5)).isEmpty();
    drafts.save(id, open(id).mark(), content("Bridge opens late"), "Aida");
    assertThat(open(id).stage()).isEqualTo(Draft.Stage.REVIEW);
    assertThat(audit.of("story " + id, 10))
        .extracting(AuditEntry::action)
        .isEqualTo(List.of("story.approve", "story.review", "story.begin"));
  }

  private long begin() {
    return drafts.begin(Language.EN, content("Bridge"), "Aida");
  }

  private Draft open(long id) {
    return drafts.open(id).orElseThrow();
  }
}
