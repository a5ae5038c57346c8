package io.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(Dialect.class)
class GroupWriterTest {
  private static final int THREADS = 16;
  private static final int EACH = 50;

  private final TestDatabase opened;
  private final AtomicInteger transactions = new AtomicInteger();

  GroupWriterTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    opened
        .database()
        .write(
            sql -> sql.sql("CREATE TABLE jotting (n bigint PRIMARY KEY CHECK (n <> 13))").update());
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Test
  void whatManyWriteAtOnceIsThereWhenTheyAreToldAndSharesTransactions() throws Exception {
    GroupWriter<Long, Long> writer = new GroupWriter<>(opened.database(), this::insert);
    assertThat(failures(writer)).isEqualTo(1);
    assertThat(count()).as("13 alone is refused").isEqualTo(THREADS * EACH - 1);
    assertThat(transactions.get()).isLessThan(THREADS * EACH);
  }

  @Test
  void ifTheWriterBreaksNobodyWaitsForEver() throws Exception {
    GroupWriter<Long, Long> writer =
        new GroupWriter<>(
            opened.database(),
            (sql, works) -> {
              if (works.contains(100L)) {
                throw new StackOverflowError("as if");
              }
              return insert(sql, works);
            });
    assertThat(failures(writer)).isPositive();
    assertThat(writer.write(100_000L)).as("and it goes on").isEqualTo(-100_000);
  }

  private List<Long> insert(JdbcClient sql, List<Long> works) {
    transactions.incrementAndGet();
    for (long n : works) {
      sql.sql("INSERT INTO jotting VALUES (:n)").param("n", n).update();
    }
    return works.stream().map(n -> -n).toList();
  }

  /** Writes the numbers from 0 from many threads, and returns how many were refused. */
  private long failures(GroupWriter<Long, Long> writer) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Long>> answers = new ArrayList<>();
      for (long n = 0; n < THREADS * EACH; n++) {
        long mine = n;
        answers.add(
            threads.submit(
                () -> {
                  try {
                    assertThat(writer.write(mine)).isEqualTo(-mine);
                    assertThat(isThere(mine)).isTrue();
                    return 0L;
                  } catch (DataIntegrityViolationException | IllegalStateException e) {
                    assertThat(isThere(mine)).isFalse();
                    return 1L;
                  }
                }));
      }
      long failures = 0;
      for (Future<Long> answer : answers) {
        failures += answer.get();
      }
      return failures;
    }
  }

  private boolean isThere(long n) {
    return opened
            .database()
            .read(
                sql ->
                    sql.sql("SELECT COUNT(*) FROM jotting WHERE n = :n")
                        .param("n", n)
                        .query(Long.class)
                        .single())
        == 1;
  }

  private long count() {
    return opened
        .database()
        .read(sql -> sql.sql("SELECT COUNT(*) FROM jotting").query(Long.class).single());
  }
}
