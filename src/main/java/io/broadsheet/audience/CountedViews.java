package io.broadsheet.audience;

import java.util.Arrays;

/** The views of one batch that count, by their order and by their articles. */
final class CountedViews {
  private final long[] articles;
  private final long[] visitors;
  private int size;

  CountedViews(int most) {
    articles = new long[most];
    visitors = new long[most];
  }

  void add(long article, long visitor) {
    articles[size] = article;
    visitors[size] = visitor;
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

  /** Hands over each article once, in the order of the ids, with its number of views. */
  <X extends Exception> void forEachArticle(Cell<X> cell) throws X {
    long[] sorted = Arrays.copyOf(articles, size);
    Arrays.sort(sorted);
    int from = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || sorted[i] != sorted[from]) {
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
