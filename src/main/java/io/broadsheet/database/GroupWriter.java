package io.broadsheet.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does what many threads write at once in one transaction, so that they share the wait for the
 * disk.
 *
 * <p>Whoever finds nobody writing leads: it writes what has gathered, its own among it, and then
 * hands the lead to the first of those who came meanwhile. The others are woken once, when theirs
 * is durable. If a transaction fails, each is done alone, so that one cannot spoil the others'
 * work.
 *
 * @param <W> what is to be written
 * @param <R> what came of it
 */
public final class GroupWriter<W, R> {
  private static final int MOST = 256;

  private final Database database;
  private final BiFunction<JdbcClient, List<W>, List<R>> statements;
  private final Object lock = new Object();
  // Both under the lock.
  private final ArrayDeque<Pending<W, R>> waiting = new ArrayDeque<>();
  private boolean led;

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

  /**
   * What somebody waits for.
   *
   * @param work to be done
   * @param lead completes with true if its owner has to lead, with false when the work is done
   * @param result of the work
   */
  private record Pending<W, R>(
      W work, CompletableFuture<Boolean> lead, CompletableFuture<R> result) {
    void done(R outcome) {
      result.complete(outcome);
      lead.complete(false);
    }

    void failed(RuntimeException failure) {
      result.completeExceptionally(failure);
      lead.complete(false);
    }
  }

  /**
   * Writes, and returns what came of it once that is durable.
   *
   * @throws org.springframework.dao.DataAccessException if the database refuses or cannot be
   *     written
   */
  public R write(W work) {
    Pending<W, R> mine = new Pending<>(work, new CompletableFuture<>(), new CompletableFuture<>());
    synchronized (lock) {
      waiting.add(mine);
      if (!led) {
        led = true;
        mine.lead().complete(true);
      }
    }
    if (mine.lead().join()) {
      List<Pending<W, R>> group = gathered();
      try {
        perform(group);
      } finally {
        // Whatever broke off, nobody waits for ever; what is done stays done.
        group.forEach(one -> one.failed(new IllegalStateException("the transaction broke off")));
        handOver();
      }
    }
    try {
      return mine.result().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Takes the first that wait, whose leader is the first of all. */
  private List<Pending<W, R>> gathered() {
    List<Pending<W, R>> group = new ArrayList<>();
    synchronized (lock) {
      for (int i = Math.min(MOST, waiting.size()); i > 0; i--) {
        group.add(waiting.remove());
      }
    }
    return group;
  }

  private void handOver() {
    synchronized (lock) {
      if (waiting.isEmpty()) {
        led = false;
      } else {
        waiting.element().lead().complete(true);
      }
    }
  }

  private void perform(List<Pending<W, R>> group) {
    List<R> results;
    try {
      List<W> works = group.stream().map(Pending::work).toList();
      results = database.write(sql -> statements.apply(sql, works));
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.getFirst().failed(e);
      } else {
        group.forEach(one -> perform(List.of(one)));
      }
      return;
    }
    for (int i = 0; i < results.size(); i++) {
      group.get(i).done(results.get(i));
    }
  }
}
