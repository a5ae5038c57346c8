package io.broadsheet.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class OutboxTest {
  record Rang(int times) implements Event {}

  private final TestDatabase opened;
  private final Outbox outbox;
  private final List<Rang> heard = new ArrayList<>();

  OutboxTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    outbox = outbox();
    outbox.subscribe(Rang.class, heard::add);
    outbox.start();
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void committedEventsAreToldInTheirOrder() throws Exception {
    for (int i = 0; i < 1_200; i++) {
      ring(i);
    }
    outbox.flush();
    assertThat(heard).extracting(Rang::times).hasSize(1_200).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void anEventOfATransactionThatFailedIsNeverTold() throws Exception {
    assertThatThrownBy(
            () ->
                opened
                    .database()
                    .write(
                        sql -> {
                          outbox.append(sql, new Rang(1));
                          throw new IllegalStateException("stop");
                        }))
        .hasMessage("stop");
    ring(2);
    outbox.flush();
    assertThat(heard).containsExactly(new Rang(2));
  }

  @Test
  void anEventOutsideATransactionIsRefused() {
    JdbcClient[] escaped = new JdbcClient[1];
    opened
        .database()
        .write(
            sql -> {
              escaped[0] = sql;
              return 0;
            });
    assertThatThrownBy(() -> outbox.append(escaped[0], new Rang(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void oneListenersFaultDoesNotKeepTheNewsFromOthers() throws Exception {
    List<Rang> second = new ArrayList<>();
    outbox.subscribe(
        Rang.class,
        event -> {
          throw new IllegalStateException("a listener's fault, logged on purpose");
        });
    outbox.subscribe(Rang.class, second::add);
    ring(1);
    outbox.flush();
    assertThat(second).hasSize(1);
  }

  @Test
  void anEventThatCannotBeReadIsPassedOver() throws Exception {
    opened
        .database()
        .write(
            sql ->
                sql.sql("INSERT INTO outbox (type, payload, at) VALUES ('Rang', 'damaged', 0)")
                    .update());
    ring(2);
    outbox.flush();
    assertThat(heard).containsExactly(new Rang(2));
  }

  @Test
  void nobodyWaitsForAnOutboxThatHasStopped() throws Exception {
    int moreThanAreReadAtOnce = 600;
    CountDownLatch told = new CountDownLatch(500);
    outbox.subscribe(
        Rang.class,
        event -> {
          if (event.times() == 0) {
            rename("outbox", "lost"); // no more can be read
          }
          told.countDown();
        });
    opened
        .database()
        .write(
            sql -> {
              for (int i = 0; i < moreThanAreReadAtOnce; i++) {
                outbox.append(sql, new Rang(i));
              }
              return moreThanAreReadAtOnce;
            });
    Thread waiting = Thread.ofPlatform().daemon().start(this::flush);
    told.await();
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.sleep(5);
    }
    outbox.stop();
    assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    rename("lost", "outbox");
  }

  @Test
  void anotherProcessOnTheSameDatabaseHearsItToo() throws Exception {
    Outbox other = outbox();
    List<Rang> there = java.util.Collections.synchronizedList(new ArrayList<>());
    other.subscribe(Rang.class, there::add);
    other.start();
    try {
      ring(7);
      for (int i = 0; i < 100 && there.isEmpty(); i++) {
        Thread.sleep(50);
      }
      assertThat(there).containsExactly(new Rang(7));
    } finally {
      other.stop();
    }
  }

  private void flush() {
    try {
      outbox.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void rename(String table, String name) {
    opened.database().write(sql -> sql.sql("ALTER TABLE " + table + " RENAME TO " + name).update());
  }

  private Outbox outbox() {
    InstantSource clock = () -> Instant.parse("2026-11-20T07:00:00Z");
    return new Outbox(opened.database(), clock, JsonMapper.shared());
  }

  private void ring(int times) {
    opened
        .database()
        .write(
            sql -> {
              outbox.append(sql, new Rang(times));
              return times;
            });
  }
}
