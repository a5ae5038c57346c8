package io.broadsheet.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does what many threads write at once in one transaction, so that they share the wait for the
 * disk.
 *
 * <p>Whoever comes while a transaction is under way waits, and then does all that has gathered
 * meanwhile. If that fails, each is done alone, so that one cannot spoil the others' work.
 *
 * @param <W> what is to be written
 * @param <R> what came of it
 */
public final class GroupWriter<W, R> {
  private static final int MOST = 256;

  private final Database database;
  private final BiFunction<JdbcClient, List<W>, List<R>> statements;
  private final Queue<Pending<W, R>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * Describes how to write.
   *
   * @param statements writes all of these in the transaction given, in their order, and returns
   *     what came of each
   */
  public GroupWriter(Database database, BiFunction<JdbcClient, List<W>, List<R>> statements) {
    this.database = database;
    this.statements = statements;
  }

  /** What somebody waits for; changed and read under the lock. */
  private static final class Pending<W, R> {
    private final W work;
    private @Nullable R result;
    private @Nullable RuntimeException failure;

    Pending(W work) {
      this.work = work;
    }

    boolean isDone() {
      return result != null || failure != null;
    }
  }

  /**
   * Writes, and returns what came of it once that is durable.
   *
   * @throws org.springframework.dao.DataAccessException if the database refuses or cannot be
   *     written
   */
  public R write(W work) {
    Pending<W, R> mine = new Pending<>(work);
    waiting.add(mine);
    turn.lock();
    try {
      while (!mine.isDone()) {
        perform(gathered());
      }
    } finally {
      turn.unlock();
    }
    if (mine.failure != null) {
      throw mine.failure;
    }
    if (mine.result == null) {
      throw new IllegalStateException("done without a result");
    }
    return mine.result;
  }

  private List<Pending<W, R>> gathered() {
    List<Pending<W, R>> group = new ArrayList<>();
    for (Pending<W, R> next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      if (group.size() == MOST) {
        break;
      }
    }
    return group;
  }

  private void perform(List<Pending<W, R>> group) {
    try {
      List<W> works = group.stream().map(pending -> pending.work).toList();
      List<R> results = database.write(sql -> statements.apply(sql, works));
      for (int i = 0; i < results.size(); i++) {
        group.get(i).result = results.get(i);
      }
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.getFirst().failure = e;
      } else {
        group.forEach(one -> perform(List.of(one)));
      }
    }
  }
}
