package io.broadsheet.web;

import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The web server's threads, to which another thread may hand many tasks as one.
 *
 * <p>When a request is answered on a thread that is not the server's, the server reads on from that
 * connection by a task for its own threads. Who answers a hundred requests at once would wake them
 * a hundred times, which costs more than the answers.
 */
public final class ServerThreads extends QueuedThreadPool {
  private static final ThreadLocal<@Nullable Gathered> GATHERED = new ThreadLocal<>();

  /** Starts with none, and with the pool's usual bounds. */
  ServerThreads() {
    setName("web");
  }

  private static final class Gathered implements Runnable {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private @Nullable ServerThreads threads;

    void add(ServerThreads of, Runnable task) {
      threads = of;
      tasks.add(task);
    }

    void handOver() {
      if (threads != null && !tasks.isEmpty()) {
        threads.execute(this);
      }
    }

    @Override
    public void run() {
      try {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
      } finally {
        // Those behind one that failed.
        handOver();
      }
    }
  }

  /** Runs this work here; what it has for the server's threads goes to them as one task. */
  public static void gathering(Runnable work) {
    Gathered gathered = new Gathered();
    GATHERED.set(gathered);
    try {
      work.run();
    } finally {
      GATHERED.remove();
      gathered.handOver();
    }
  }

  @Override
  public void execute(Runnable task) {
    Gathered gathered = GATHERED.get();
    if (gathered == null) {
      super.execute(task);
    } else {
      gathered.add(this, task);
    }
  }
}
