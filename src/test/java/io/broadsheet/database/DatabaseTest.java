package io.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;

@ParameterizedClass
@EnumSource(Dialect.class)
class DatabaseTest {
  private final TestDatabase opened;
  private final Database database;

  DatabaseTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    database = opened.database();
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void whatATransactionWroteIsReadAfterIt() {
    insertTopic("city");
    assertThat(topics()).isEqualTo(1);
  }

  @Test
  void aTransactionThatThrowsLeavesNothing() {
    assertThatThrownBy(
            () ->
                database.write(
                    sql -> {
                      sql.sql("INSERT INTO topic (language, slug, name) VALUES ('en', 'x', 'X')")
                          .update();
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
    assertThat(topics()).isZero();
  }

  @Test
  void aSecondRowUnderAUniqueKeyIsADuplicateKeyOnBothEngines() {
    insertTopic("city");
    assertThatThrownBy(() -> insertTopic("city")).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void readersCannotWrite() {
    assertThatThrownBy(() -> database.read(sql -> sql.sql("DELETE FROM topic").update()))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aDatabaseThatCannotBeReachedIsAFailureOfAccess() {
    opened.close();
    assertThatThrownBy(this::topics).isInstanceOf(DataAccessResourceFailureException.class);
    assertThatThrownBy(() -> insertTopic("city"))
        .isInstanceOf(DataAccessResourceFailureException.class);
  }

  private int insertTopic(String slug) {
    return database.write(
        sql ->
            sql.sql("INSERT INTO topic (language, slug, name) VALUES ('en', :slug, 'City')")
                .param("slug", slug)
                .update());
  }

  private long topics() {
    return database.read(sql -> sql.sql("SELECT count(*) FROM topic").query(Long.class).single());
  }
}
