package io.broadsheet.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

@ParameterizedClass
@EnumSource(Dialect.class)
class AuditLogTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final TestDatabase opened;
  private final AuditLog audit;

  AuditLogTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    audit = new AuditLog(opened.database(), () -> NOW);
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void theNewestComesFirstPageByPage() {
    for (int i = 1; i <= 5; i++) {
      note(new Deed("story.publish", "story " + i % 2));
    }
    assertThat(audit.latest(Long.MAX_VALUE, 2)).extracting(AuditEntry::id).containsExactly(5L, 4L);
    assertThat(audit.latest(4, 2)).extracting(AuditEntry::id).containsExactly(3L, 2L);
    assertThat(audit.of("story 0", 10)).extracting(AuditEntry::id).containsExactly(4L, 2L);
  }

  @Test
  void whatIsUndoneWasNotWrittenDown() {
    assertThatThrownBy(
            () ->
                opened
                    .database()
                    .write(
                        sql -> {
                          audit.note(sql, "Berik", new Deed("story.publish", "story 1"));
                          throw new IllegalStateException("the rest failed");
                        }))
        .hasMessage("the rest failed");
    assertThat(audit.latest(Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void nothingThatWasWrittenDownIsChangedOrTakenAway() {
    note(new Deed("staff.add", "staff Berik", "", "editor"));
    for (String attempt :
        List.of("UPDATE audit SET actor = 'nobody'", "DELETE FROM audit WHERE id = 1")) {
      assertThatThrownBy(() -> opened.database().write(sql -> sql.sql(attempt).update()))
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("the audit log is not changed");
    }
    assertThat(audit.latest(Long.MAX_VALUE, 10))
        .containsExactly(
            new AuditEntry(1, NOW, "Aigerim", "staff.add", "staff Berik", "", "editor"));
  }

  @Test
  void ofLongTextsTheBeginningIsKept() {
    note(new Deed("story.save", "story 1", "", "x".repeat(100_000)));
    assertThat(audit.latest(2, 1).getFirst().after()).hasSize(10_001).endsWith("…");
  }

  private void note(Deed deed) {
    opened
        .database()
        .write(
            sql -> {
              audit.note(sql, "Aigerim", deed);
              return true;
            });
  }
}
