package io.broadsheet.audience;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The views of one commit, by their order and, those that count, by their articles; and what else
 * is counted with them.
 */
final class Batch {
  private final long[] articles;
  private final long[] visitors;
  private final long[] quarantines;
  private final Map<Source, Integer> sources = new HashMap<>();
  private final Map<Mark, Integer> marks = new HashMap<>();
  private int size;

  /** The host that led readers to an article. */
  record Source(long article, String host) {}

  /** A quarter of an article, 1 to 4, to the end of which readers came. */
  record Mark(long article, int quarter) {}

  Batch(int most) {
    articles = new long[most];
    visitors = new long[most];
    quarantines = new long[most];
  }

  /** Takes a view in; its quarantine is 0 if it counts. */
  void add(long article, long visitor, long quarantine) {
    articles[size] = article;
    visitors[size] = visitor;
    quarantines[size] = quarantine;
    size++;
  }

  void addSource(long article, String host) {
    sources.merge(new Source(article, host), 1, Integer::sum);
  }

  void addMark(long article, int quarter) {
    marks.merge(new Mark(article, quarter), 1, Integer::sum);
  }

  void clear() {
    size = 0;
    sources.clear();
    marks.clear();
  }

  boolean isEmpty() {
    return size == 0 && marks.isEmpty();
  }

  Map<Source, Integer> sources() {
    return sources;
  }

  Map<Mark, Integer> marks() {
    return marks;
  }

  int size() {
    return size;
  }

  long article(int i) {
    return articles[i];
  }

  long visitor(int i) {
    return visitors[i];
  }

  long quarantine(int i) {
    return quarantines[i];
  }

  /** Hands over each article once, in the order of the ids, with its number of counted views. */
  <X extends Exception> void forEachArticle(Cell<X> cell) throws X {
    long[] sorted = new long[size];
    int counted = 0;
    for (int i = 0; i < size; i++) {
      if (quarantines[i] == 0) {
        sorted[counted++] = articles[i];
      }
    }
    Arrays.sort(sorted, 0, counted);
    int from = 0;
    for (int i = 1; i <= counted; i++) {
      if (i == counted || sorted[i] != sorted[from]) {
        cell.accept(sorted[from], i - from);
        from = i;
      }
    }
  }

  /** Receives an article and how often it was viewed. */
  @FunctionalInterface
  interface Cell<X extends Exception> {
    void accept(long article, long views) throws X;
  }
}
