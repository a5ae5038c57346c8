package io.broadsheet.audience;

import java.util.List;

/**
 * The best articles of those offered, in the order of a list.
 *
 * <p>An article stands where the first measure that is not zero puts it: first all that have the
 * measure that was asked for, then those with views in the next wider window, and so on, at last
 * those with totals only. Within a tier the higher measure goes first, then the higher total, then
 * the higher id. So a list is never short, and no two articles are equal.
 */
final class Ranking {
  private final Windows windows;
  private final List<Measure> measures;
  private final int[] articles;
  private final int[] tiers;
  private final double[] values;
  private int size;

  Ranking(Windows windows, List<Measure> measures, int limit) {
    this.windows = windows;
    this.measures = measures;
    this.articles = new int[limit];
    this.tiers = new int[limit];
    this.values = new double[limit];
  }

  /** Something to put articles in order by. */
  @FunctionalInterface
  interface Measure {
    /** Returns 0 or more for an article, by its number and its row among the active, or -1. */
    double of(int article, int row);
  }

  boolean isFull() {
    return size == articles.length;
  }

  int size() {
    return size;
  }

  /** Returns the number of the article at this place, from 0. */
  int article(int place) {
    return articles[place];
  }

  /** Takes an article in if it is among the best so far; its row is -1 if nobody read it lately. */
  void offer(int article, int row) {
    int tier = 0;
    double value = 0;
    while (tier < measures.size() && (value = measures.get(tier).of(article, row)) == 0) {
      tier++;
    }
    int at = size;
    while (at > 0 && isBefore(article, tier, value, at - 1)) {
      at--;
    }
    if (at == articles.length) {
      return;
    }
    int moved = Math.min(size, articles.length - 1) - at;
    System.arraycopy(articles, at, articles, at + 1, moved);
    System.arraycopy(tiers, at, tiers, at + 1, moved);
    System.arraycopy(values, at, values, at + 1, moved);
    articles[at] = article;
    tiers[at] = tier;
    values[at] = value;
    size = Math.min(size + 1, articles.length);
  }

  private boolean isBefore(int article, int tier, double value, int other) {
    if (tier != tiers[other]) {
      return tier < tiers[other];
    }
    if (value != values[other]) {
      return value > values[other];
    }
    long views = windows.views(article);
    long otherViews = windows.views(articles[other]);
    return views == otherViews
        ? windows.id(article) > windows.id(articles[other])
        : views > otherViews;
  }
}
