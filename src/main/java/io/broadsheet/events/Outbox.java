package io.broadsheet.events;

import io.broadsheet.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transactional outbox: an event is stored in the transaction that it tells of, and told to
 * subscribers after the commit, in the order of the commits, one at a time.
 *
 * <p>Subscribers hold derived state in memory. They subscribe while the application is put together
 * and then load what is stored; events from that moment on are told once the application has
 * started, so nothing falls between. Several processes on one PostgreSQL hear each other's events,
 * up to a second late.
 */
public final class Outbox implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final long APPEND_LOCK = 0x6f7574626f78L;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final int BATCH = 500;

  private final Database database;
  private final InstantSource clock;
  private final JsonMapper json;
  private final Map<String, Subscription<?>> subscriptions = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Semaphore committed = new Semaphore(0);
  private final Condition told = lock.newCondition();
  private long position;
  private long expected;
  private volatile boolean running;
  private Thread teller = new Thread();

  /** Opens the outbox at its present end. */
  public Outbox(Database database, InstantSource clock, JsonMapper json) {
    this.database = database;
    this.clock = clock;
    this.json = json;
    this.position = end();
    this.expected = position;
  }

  private record Stored(long sequence, String type, String payload) {}

  private record Subscription<E extends Event>(
      Class<E> type, List<Consumer<? super E>> subscribers) {
    void tell(JsonMapper json, Stored stored) {
      E event;
      try {
        event = json.readValue(stored.payload(), type);
      } catch (JacksonException e) {
        // Another release on the same database may write what this one does not know.
        log.error("Event {} is no {} and is passed over", stored.sequence(), stored.type(), e);
        return;
      }
      for (Consumer<? super E> subscriber : subscribers) {
        try {
          subscriber.accept(event);
        } catch (RuntimeException e) {
          // One listener's fault must not keep the news from the others.
          log.error("A listener failed on event {} {}", stored.sequence(), event, e);
        }
      }
    }
  }

  /** Asks to be told of every event of this type from now on, on the outbox's own thread. */
  @SuppressWarnings("unchecked") // the map keeps a subscription under the name of its own type
  public <E extends Event> void subscribe(Class<E> type, Consumer<? super E> subscriber) {
    Subscription<E> subscription =
        (Subscription<E>)
            subscriptions.computeIfAbsent(
                type.getSimpleName(),
                name -> new Subscription<>(type, new CopyOnWriteArrayList<>()));
    subscription.subscribers().add(subscriber);
  }

  /**
   * Stores an event in the transaction under way.
   *
   * @throws IllegalStateException outside a transaction
   */
  public void append(JdbcClient sql, Event event) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("an event belongs to a transaction");
    }
    // Sequence numbers must become visible in their order, or a teller would pass one over.
    sql.sql(database.dialect().serialize(APPEND_LOCK)).query(row -> {});
    long sequence =
        sql.sql(
                """
                INSERT INTO outbox (type, payload, at) VALUES (:type, :payload, :at)
                RETURNING sequence
                """)
            .param("type", event.getClass().getSimpleName())
            .param("payload", json.writeValueAsString(event))
            .param("at", clock.millis())
            .query(Long.class)
            .single();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            expect(sequence);
          }
        });
  }

  /** Waits until everything committed in this process so far has been told, or it is stopped. */
  public void flush() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long until = expected;
      while (running && position < until) {
        told.await();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    running = true;
    teller = Thread.ofPlatform().name("outbox").daemon().start(this::tellAll);
  }

  @Override
  public void stop() {
    running = false;
    teller.interrupt();
    try {
      teller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    letGo();
  }

  /** Begins before the web server and ends after it, so that what the last requests did is told. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Wakes whoever waits for what is told only after the next start. */
  private void letGo() {
    lock.lock();
    try {
      told.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void expect(long sequence) {
    lock.lock();
    try {
      expected = Math.max(expected, sequence);
      committed.release();
    } finally {
      lock.unlock();
    }
  }

  private void tellAll() {
    Instant pruned = Instant.EPOCH;
    while (running) {
      try {
        List<Stored> next = next();
        for (Stored stored : next) {
          Subscription<?> subscription = subscriptions.get(stored.type());
          if (subscription != null) {
            subscription.tell(json, stored);
          }
          advance(stored.sequence());
        }
        if (next.isEmpty()) {
          if (pruned.isBefore(clock.instant().minus(Duration.ofHours(1)))) {
            prune();
            pruned = clock.instant();
          }
          await();
        }
      } catch (DataAccessException e) {
        if (running) {
          log.warn("The outbox cannot be read, trying again in a second: {}", e.getMessage());
          pause();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Stored> next() {
    return database.read(
        sql ->
            new ArrayList<>(
                sql.sql(
                        """
                        SELECT sequence, type, payload FROM outbox WHERE sequence > :position
                        ORDER BY sequence LIMIT :batch
                        """)
                    .param("position", position)
                    .param("batch", BATCH)
                    .query(Stored.class)
                    .list()));
  }

  private void prune() {
    database.write(
        sql ->
            sql.sql("DELETE FROM outbox WHERE at < :before AND sequence < :position")
                .param("before", clock.millis() - KEPT.toMillis())
                .param("position", position)
                .update());
  }

  private void advance(long sequence) {
    lock.lock();
    try {
      position = sequence;
      told.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a commit of this process, or a second for those of others. */
  private void await() throws InterruptedException {
    if (committed.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      committed.drainPermits();
    }
  }

  private long end() {
    return database.read(
        sql -> sql.sql("SELECT COALESCE(MAX(sequence), 0) FROM outbox").query(Long.class).single());
  }
}
