package io.broadsheet.search;

import io.broadsheet.events.Outbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.SmartLifecycle;

/**
 * An index of all editions, in one form, that is kept like the database as long as it runs.
 *
 * <p>It is derived: its folder may be deleted, and is filled again from the database at the next
 * start, while searching goes on. What was saved is found a moment later.
 */
final class KeptIndex implements SmartLifecycle {
  private final Path folder;
  private final Form form;
  private final Stock stock;
  private final Outbox outbox;
  private final List<SearchListener> listeners = new CopyOnWriteArrayList<>();
  private volatile Indexing indexing;
  private Thread thread = new Thread();

  /**
   * Prepares an index that opens with the application.
   *
   * @param folder its own; made where it is missing
   */
  KeptIndex(Path folder, Form form, Stock stock, Outbox outbox) {
    this.folder = folder;
    this.form = form;
    this.stock = stock;
    this.outbox = outbox;
    this.indexing = indexing();
  }

  private Indexing indexing() {
    return new Indexing(
        folder,
        form,
        stock,
        new SearchListener() {
          @Override
          public void changed(Set<Long> articles) {
            listeners.forEach(listener -> listener.changed(articles));
          }

          @Override
          public void complete() {
            listeners.forEach(SearchListener::complete);
          }
        });
  }

  /** Has somebody hear of what is found. */
  void follow(SearchListener listener) {
    listeners.add(listener);
  }

  /** Returns what makes terms of the index's fields. */
  Form form() {
    return form;
  }

  /**
   * Returns the index, once it is open.
   *
   * @throws IllegalStateException if it does not open
   */
  Index open() {
    return indexing.index();
  }

  /** Tells whether all editions are in the index. */
  boolean isComplete() {
    return indexing.isComplete();
  }

  /** Takes the news that an edition changed. */
  void tell(long article) {
    indexing.tell(article);
  }

  /** Waits until all that was saved in this process so far is found. */
  void flush() throws InterruptedException {
    outbox.flush();
    indexing.flush();
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().name("search " + folder.getFileName()).daemon().start(indexing);
  }

  @Override
  public void stop() {
    indexing.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    indexing = indexing();
  }

  /** Opens before the web server and closes after it, so that the last requests are answered. */
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
