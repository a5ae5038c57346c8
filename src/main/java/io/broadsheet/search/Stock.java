package io.broadsheet.search;

import io.broadsheet.articles.Edition;
import io.broadsheet.articles.Editions;
import java.util.Collection;
import java.util.List;

/** All that an index is filled from. */
interface Stock {
  /** Returns the marks of the next editions, in the order of their ids; fewer only at the end. */
  List<Edition.Mark> marks(long after, int limit);

  /** Returns those of these editions that there are. */
  List<Edition> of(Collection<Long> articles);

  /** Returns the editions that are stored. */
  static Stock of(Editions editions) {
    return new Stock() {
      @Override
      public List<Edition.Mark> marks(long after, int limit) {
        return editions.marks(after, limit);
      }

      @Override
      public List<Edition> of(Collection<Long> articles) {
        return editions.of(articles);
      }
    };
  }
}
