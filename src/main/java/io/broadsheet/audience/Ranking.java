package io.broadsheet.audience;

import java.util.ArrayList;
import java.util.List;

/**
 * The best articles of those offered, in the order of a list.
 *
 * <p>An article stands where the narrowest measure that is not zero puts it: first all that have a
 * score (or views in the window that was asked for), then those with views in the next wider
 * window, and so on, at last those with totals only. Within a tier the higher measure goes first,
 * then the higher total, then the higher id. So a list is never short, and no two articles are
 * equal.
 */
final class Ranking {
  private static final int IDLE = -1;

  private final TopQuery query;
  private final Windows windows;
  private final Active active;
  private final List<Window> measures;
  private final int[] articles;
  private final int[] tiers;
  private final double[] values;
  private int size;

  Ranking(TopQuery query, Windows windows, Active active) {
    this.query = query;
    this.windows = windows;
    this.active = active;
    Window[] all = Window.values();
    this.measures =
        switch (query.by()) {
          // The score covers two days, so the next wider window is the week.
          case POPULAR -> List.of(Window.WEEK, Window.MONTH);
          case READ -> List.of(all).subList(query.window().rank(), all.length);
        };
    this.articles = new int[query.limit()];
    this.tiers = new int[query.limit()];
    this.values = new double[query.limit()];
  }

  boolean isFull() {
    return size == articles.length;
  }

  /** Takes an article in if it is among the best so far; its row is -1 if nobody read it lately. */
  void offer(int article, int row) {
    int tier = 0;
    double value =
        row == IDLE || query.by() != TopQuery.By.POPULAR ? 0 : active.score(row, windows.epoch());
    while (value == 0 && tier < measures.size()) {
      value = row == IDLE ? 0 : active.count(row, measures.get(tier));
      tier++;
    }
    if (value == 0) {
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

  List<TopRow> rows() {
    List<TopRow> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      rows.add(windows.topRow(articles[i], query.window()));
    }
    return rows;
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
