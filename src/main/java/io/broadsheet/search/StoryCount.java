package io.broadsheet.search;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts the stories whose editions are found, each once, up to a number. */
final class StoryCount extends SimpleCollector {
  private final int most;
  private final Set<Long> stories = new HashSet<>();
  private @Nullable NumericDocValues keys;

  private StoryCount(int most) {
    this.most = most;
  }

  /** Returns how many stories a query finds, on one thread. */
  static int of(IndexSearcher searcher, Query query, int most) throws IOException {
    return searcher.search(
        query,
        new CollectorManager<StoryCount, Integer>() {
          @Override
          public StoryCount newCollector() {
            return new StoryCount(most);
          }

          @Override
          public Integer reduce(Collection<StoryCount> counts) {
            return counts.stream().mapToInt(count -> count.stories.size()).sum();
          }
        });
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    if (stories.size() >= most) {
      throw new CollectionTerminatedException();
    }
    keys = context.reader().getNumericDocValues(ReadersForm.STORY);
  }

  @Override
  public void collect(int document) throws IOException {
    if (keys != null && keys.advanceExact(document)) {
      stories.add(keys.longValue());
    }
    if (stories.size() >= most) {
      throw new CollectionTerminatedException();
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
