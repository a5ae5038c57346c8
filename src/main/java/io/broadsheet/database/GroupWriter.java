package io.broadsheet.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does what many write at once in one transaction, so that they share the wait for the disk.
 *
 * <p>One thread writes what has gathered while it wrote what came before. If a transaction fails,
 * each is done alone, so that one cannot spoil the others' work.
 *
 * @param <W> what is to be written
 * @param <R> what came of it
 */
public final class GroupWriter<W, R> {
  private static final int MOST = 256;
  private static final int IDLE_SECONDS = 10;

  private final Database database;
  private final BiFunction<JdbcClient, List<W>, List<R>> statements;
  private final BlockingQueue<Pending<W, R>> waiting = new LinkedBlockingQueue<>();
  private final Executor thread =
      new ThreadPoolExecutor(
          0,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("group-writer").factory());

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

  /** What somebody waits for. */
  private record Pending<W, R>(W work, CompletableFuture<R> result) {}

  /**
   * Writes, and returns what came of it once that is durable.
   *
   * @throws org.springframework.dao.DataAccessException if the database refuses or cannot be
   *     written
   */
  public R write(W work) {
    return await(submit(work));
  }

  /**
   * Waits for what was submitted.
   *
   * @throws org.springframework.dao.DataAccessException if the database refused or could not be
   *     written
   */
  public static <R> R await(CompletableFuture<R> submitted) {
    try {
      return submitted.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /**
   * Has something written, and completes with what came of it once that is durable, or with a
   * {@link org.springframework.dao.DataAccessException}. What follows runs on the thread that
   * writes, and must not block.
   */
  public CompletableFuture<R> submit(W work) {
    Pending<W, R> mine = new Pending<>(work, new CompletableFuture<>());
    waiting.add(mine);
    thread.execute(this::writeGathered);
    return mine.result();
  }

  private void writeGathered() {
    List<Pending<W, R>> group = new ArrayList<>();
    waiting.drainTo(group, MOST);
    try {
      perform(group);
    } finally {
      // Whatever broke off, nobody waits for ever; what is done stays done.
      RuntimeException broken = new IllegalStateException("the transaction broke off");
      group.forEach(one -> one.result().completeExceptionally(broken));
    }
  }

  private void perform(List<Pending<W, R>> group) {
    if (group.isEmpty()) {
      return;
    }
    List<R> results;
    try {
      List<W> works = group.stream().map(Pending::work).toList();
      results = database.write(sql -> statements.apply(sql, works));
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.getFirst().result().completeExceptionally(e);
      } else {
        group.forEach(one -> perform(List.of(one)));
      }
      return;
    }
    for (int i = 0; i < results.size(); i++) {
      group.get(i).result().complete(results.get(i));
    }
  }
}
