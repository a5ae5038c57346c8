package io.broadsheet.search;

import io.broadsheet.articles.Editions;
import io.broadsheet.events.Outbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.springframework.context.SmartLifecycle;

/**
 * Finds editions by the words that were last written of them, whether or not readers see those.
 *
 * <p>The index is derived: it may be deleted, and is built again from the database at the next
 * start, while searching goes on. What was saved is found a moment later.
 */
public final class Search implements SmartLifecycle {
  /** Up to how many editions are counted. */
  public static final int COUNTED = 10_000;

  private static final SortField NEWEST =
      LongField.newSortField(Documents.UPDATED, true, SortedNumericSelector.Type.MAX);
  private static final SortField BY_ID =
      LongField.newSortField(Documents.ID, true, SortedNumericSelector.Type.MAX);
  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, NEWEST, BY_ID);
  private static final Sort LATEST = new Sort(NEWEST, BY_ID);

  private final Path folder;
  private final Editions editions;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Queries queries = new Queries();
  private volatile Indexing indexing;
  private Thread thread = new Thread();

  /**
   * Prepares an index that opens with the application.
   *
   * @param folder its own; made where it is missing
   */
  public Search(Path folder, Editions editions, Outbox outbox, InstantSource clock) {
    this.folder = folder;
    this.editions = editions;
    this.outbox = outbox;
    this.clock = clock;
    this.indexing = new Indexing(folder, editions);
  }

  /**
   * Returns what a question finds; no text fails.
   *
   * @param offset how many of the best to leave out; beyond {@link #COUNTED} nothing is found
   * @param limit at most so many, 1 to 1,000
   */
  public Found ask(Question question, int offset, int limit) {
    Indexing now = indexing;
    if (offset >= COUNTED) {
      return new Found(0, List.of(), true, now.isComplete());
    }
    Asked asked = Asked.of(question.text());
    Found found = ask(now, question, asked, false, offset, limit);
    return found.total() == 0 && asked.words().size() > 1
        ? ask(now, question, asked, true, offset, limit)
        : found;
  }

  private Found ask(
      Indexing now, Question question, Asked asked, boolean any, int offset, int limit) {
    try {
      Found found =
          now.index()
              .ask(
                  queries.of(question, asked, any, clock.instant()),
                  asked.words().isEmpty() ? LATEST : BEST,
                  offset,
                  Math.clamp(limit, 1, 1_000),
                  COUNTED);
      return new Found(found.total(), found.articles(), !any, now.isComplete());
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }

  /** Takes the news that an edition changed. */
  void tell(long article) {
    indexing.tell(article);
  }

  /** Waits until all that was saved in this process so far is found. */
  public void flush() throws InterruptedException {
    outbox.flush();
    indexing.flush();
  }

  @Override
  public void start() {
    thread = Thread.ofPlatform().name("search").daemon().start(indexing);
  }

  @Override
  public void stop() {
    indexing.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    indexing = new Indexing(folder, editions);
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }
}
