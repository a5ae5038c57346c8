package io.broadsheet.audience;

import java.util.Arrays;

/** The views of one commit, by their order and, those that count, by their articles. */
final class Batch {
  private final long[] articles;
  private final long[] visitors;
  private final long[] quarantines;
  private int size;

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

  void clear() {
    size = 0;
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
