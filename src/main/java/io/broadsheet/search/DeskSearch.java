package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;

/** Finds editions by the words that were last written of them, whether or not readers see those. */
public final class DeskSearch {
  /** Up to how many editions are counted. */
  public static final int COUNTED = 10_000;

  private static final SortField NEWEST =
      LongField.newSortField(DeskForm.UPDATED, true, SortedNumericSelector.Type.MAX);
  private static final SortField BY_ID =
      LongField.newSortField(Index.ID, true, SortedNumericSelector.Type.MAX);
  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, NEWEST, BY_ID);
  private static final Sort LATEST = new Sort(NEWEST, BY_ID);

  private final KeptIndex index;
  private final DeskQueries queries;
  private final InstantSource clock;

  DeskSearch(KeptIndex index, InstantSource clock) {
    this.index = index;
    this.queries = new DeskQueries(index.form().asking());
    this.clock = clock;
  }

  /**
   * Returns what a question finds; no text fails.
   *
   * @param offset how many of the best to leave out; beyond {@link #COUNTED} nothing is found
   * @param limit at most so many, 1 to 1,000
   */
  public DeskFound ask(DeskQuestion question, int offset, int limit) {
    if (offset >= COUNTED) {
      return new DeskFound(0, List.of(), true, index.isComplete());
    }
    DeskWords asked = DeskWords.of(question.text());
    DeskFound found = ask(question, asked, false, offset, limit);
    return found.total() == 0 && asked.words().size() > 1
        ? ask(question, asked, true, offset, limit)
        : found;
  }

  private DeskFound ask(
      DeskQuestion question, DeskWords asked, boolean any, int offset, int limit) {
    try {
      DeskFound found =
          index
              .open()
              .ask(
                  queries.of(question, asked, any, clock.instant()),
                  asked.words().isEmpty() ? LATEST : BEST,
                  offset,
                  Math.clamp(limit, 1, 1_000),
                  COUNTED);
      return new DeskFound(found.total(), found.articles(), !any, index.isComplete());
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }

  /** Waits until all that was saved in this process so far is found. */
  public void flush() throws InterruptedException {
    index.flush();
  }
}
