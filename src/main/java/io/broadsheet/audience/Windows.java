package io.broadsheet.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of all articles in memory: totals, windows, what is popular.
 *
 * <p>They follow from what is stored: whoever adds arrivals that were committed, and subtracts the
 * buckets that expire, keeps them exact. Columns of primitives hold a million articles in some 50
 * MB. Not safe for several threads, save for {@link #isAdmitted}, whose answer is good if no change
 * was under way.
 */
final class Windows {
  private static final int DISMISSED = 0;
  private static final int IDLE = -1;
  private static final BitSet NOTHING = new BitSet(0);

  private final Ids ids = new Ids();
  private final Shelves shelves = new Shelves();
  private final Active active = new Active();
  private final Responses responses = new Responses();
  private Arrangement arrangement = Arrangement.NONE;
  private long[] views = new long[0];
  private long[] comments = new long[0];
  private long[] reactions = new long[0];

  /** The number of the article's shelf; below 0 where it is not listed, 0 where not admitted. */
  private int[] shelf = new int[0];

  private int[] row = new int[0];
  private long minute;

  /** The views of one article within one bucket that leaves a window. */
  record Expired(Window window, long article, long views) {}

  /** Starts with nothing counted, at this minute. */
  Windows(long minute) {
    this.minute = minute;
  }

  long minute() {
    return minute;
  }

  long epoch() {
    return Popularity.epoch(minute);
  }

  boolean isAdmitted(long article) {
    int index = ids.find(article);
    int[] known = shelf;
    return index >= 0 && index < known.length && known[index] != DISMISSED;
  }

  /** Lets an article be counted, and listed or not, and tells whether that is new. */
  boolean admit(long article, String language, Set<String> topics, boolean listed) {
    int number = shelves.number(language, topics);
    int index = index(article);
    int state = listed ? number : -number;
    boolean changed = shelf[index] != state;
    shelf[index] = state;
    return changed;
  }

  /** Has the lists of the present follow what editors put first on them and took off. */
  void arrange(Arrangement latest) {
    arrangement = latest;
  }

  /** Counts and lists an article no more, keeping its numbers, and tells whether that is new. */
  boolean dismiss(long article) {
    int index = ids.find(article);
    boolean changed = index >= 0 && shelf[index] != DISMISSED;
    if (changed) {
      shelf[index] = DISMISSED;
    }
    return changed;
  }

  Counts counts(long article) {
    int index = ids.find(article);
    return index < 0 ? Counts.NONE : new Counts(views[index], comments(index), reactions(index));
  }

  /** Sets how an article is discussed, with the comments of each of the last minutes. */
  void discussed(long article, long all, long commenters, Map<Long, Long> minutes) {
    responses.discussed(index(article), all, commenters, minutes, minute);
  }

  /** Sets how often readers reacted to an article, with the reactions of the last minutes. */
  void reacted(long article, long all, Map<Long, Long> minutes) {
    responses.reacted(index(article), all, minutes, minute);
  }

  /** Returns how many readers came to an article within the last minutes, 70 at most. */
  long readers(long article, int lastMinutes) {
    int index = ids.find(article);
    return index < 0 || row[index] == IDLE ? 0 : active.last(row[index], lastMinutes, minute);
  }

  /** Tells whether an article is admitted and in this language. */
  boolean isIn(String code, long article) {
    int index = ids.find(article);
    return index >= 0
        && shelf[index] != DISMISSED
        && shelves.language(Math.abs(shelf[index])).equals(code);
  }

  /**
   * Returns what is read at present, expired articles included.
   *
   * @param code null for all languages
   */
  Present present(@Nullable String code, int lastMinutes, int limit) {
    boolean[] wanted = shelves.matching(code, null);
    Present.Gathering gathering = new Present.Gathering(limit);
    for (int at = 0; at < active.size(); at++) {
      int index = active.article(at);
      if (wanted[Math.abs(shelf[index])]) {
        gathering.add(
            new Present.Story(
                ids.id(index),
                active.last(at, lastMinutes, minute),
                active.count(at, Window.HOUR),
                active.count(at, Window.DAY),
                views[index]));
      }
    }
    return gathering.gathered();
  }

  /** Counts views that came in the current minute. */
  void arrive(long article, long arrived) {
    int index = index(article);
    views[index] += arrived;
    int at = activeRow(index);
    for (Window window : Window.values()) {
      active.count(at, window, arrived);
    }
    active.weigh(at, minute, Popularity.VIEW, arrived, epoch());
    active.countMinute(at, minute, arrived, minute);
  }

  /** Adds to an article's totals, and to no window. */
  void addTotals(long article, long moreViews, long moreComments, long moreReactions) {
    int index = index(article);
    views[index] += moreViews;
    comments[index] += moreComments;
    reactions[index] += moreReactions;
  }

  /** Counts stored views in one window, and in no total. */
  void addToWindow(Window window, long article, long stored) {
    active.count(activeRow(index(article)), window, stored);
  }

  /** Lets stored views weigh in what is popular. */
  void addToPopularity(long article, long ofMinute, long stored) {
    active.weigh(activeRow(index(article)), ofMinute, Popularity.VIEW, stored, epoch());
  }

  /** Lets stored views count in what rises. */
  void addToLastMinutes(long article, long ofMinute, long stored) {
    active.countMinute(activeRow(index(article)), ofMinute, stored, minute);
  }

  /** Counts views of a minute that may be long past, or takes them back, everywhere. */
  void amend(long article, long ofMinute, long more) {
    addTotals(article, more, 0, 0);
    if (ofMinute < Window.MONTH.firstMinute(minute)) {
      return;
    }
    for (Window window : Window.values()) {
      if (ofMinute >= window.firstMinute(minute)) {
        addToWindow(window, article, more);
      }
    }
    addToPopularity(article, ofMinute, more);
    addToLastMinutes(article, ofMinute, more);
    int index = index(article);
    if (active.isSpent(row[index])) {
      retire(index);
    }
  }

  /** Goes on to a later minute, in which these buckets have left their windows. */
  void advance(long to, List<Expired> expired) {
    for (Expired bucket : expired) {
      int index = ids.find(bucket.article());
      if (index < 0 || row[index] == IDLE) {
        throw new IllegalStateException("views expire that were never counted");
      }
      active.count(row[index], bucket.window(), -bucket.views());
      if (active.isSpent(row[index])) {
        retire(index);
      }
    }
    long from = epoch();
    active.advanceMinutes(minute, to);
    minute = to;
    if (epoch() > from) {
      active.advanceEpochs(from, epoch());
      responses.advanceEpochs(from, epoch());
    }
  }

  List<TopRow> top(TopQuery query) {
    List<Ranking.Measure> measures = new ArrayList<>();
    switch (query.by()) {
      case POPULAR -> {
        measures.add(this::score);
        // It covers two days, so the next wider window is the week.
        addFrom(Window.WEEK, measures);
      }
      case READ -> addFrom(query.window(), measures);
      case DISCUSSED -> {
        measures.add(this::discussion);
        addFrom(query.window(), measures);
      }
      case RISING -> {
        measures.add(this::rise);
        addFrom(Window.HOUR, measures);
      }
    }
    boolean[] wanted = shelves.matching(query.language(), query.topic());
    List<Integer> pinned =
        arrangement.pinned(query.by()).stream()
            .map(ids::find)
            .filter(index -> index >= 0 && isListed(index, wanted))
            .limit(query.limit())
            .toList();
    BitSet apart = new BitSet();
    pinned.forEach(apart::set);
    arrangement.hidden(query.by()).stream()
        .map(ids::find)
        .filter(index -> index >= 0)
        .forEach(apart::set);
    Ranking ranking = new Ranking(this, measures, query.limit() - pinned.size());
    offerActive(ranking, wanted, apart);
    if (!ranking.isFull()) {
      offerIdle(ranking, wanted, apart);
    }
    List<TopRow> rows = new ArrayList<>(query.limit());
    pinned.forEach(index -> rows.add(row(index, within(query.window()))));
    addRows(ranking, within(query.window()), rows);
    return rows;
  }

  /** Returns a list of some past span, in which each article has these views. */
  List<TopRow> top(TopQuery query, Map<Long, Long> views) {
    Ranking.Measure inSpan = (article, _) -> views.getOrDefault(ids.id(article), 0L);
    List<Ranking.Measure> measures =
        switch (query.by()) {
          case POPULAR -> List.of(this::score, inSpan);
          case READ -> List.of(inSpan);
          case DISCUSSED -> List.of(this::discussion, inSpan);
          case RISING -> List.of(this::rise, inSpan);
        };
    Ranking ranking = new Ranking(this, measures, query.limit());
    boolean[] wanted = shelves.matching(query.language(), query.topic());
    offerActive(ranking, wanted, NOTHING);
    offerIdle(ranking, wanted, NOTHING);
    List<TopRow> rows = new ArrayList<>(ranking.size());
    addRows(ranking, inSpan, rows);
    return rows;
  }

  long id(int index) {
    return ids.id(index);
  }

  long views(int index) {
    return views[index];
  }

  /** Forgets all numbers, to be filled from what is stored; who is admitted stays. */
  void reset(long now) {
    Arrays.fill(views, 0);
    Arrays.fill(comments, 0);
    Arrays.fill(reactions, 0);
    Arrays.fill(row, IDLE);
    active.clear();
    responses.advanceEpochs(epoch(), Popularity.epoch(now));
    minute = now;
  }

  private void offerActive(Ranking ranking, boolean[] shelves, BitSet apart) {
    for (int at = 0; at < active.size(); at++) {
      if (isListed(active.article(at), shelves) && !apart.get(active.article(at))) {
        ranking.offer(active.article(at), at);
      }
    }
  }

  private void offerIdle(Ranking ranking, boolean[] shelves, BitSet apart) {
    for (int index = 0; index < ids.size(); index++) {
      if (row[index] == IDLE && isListed(index, shelves) && !apart.get(index)) {
        ranking.offer(index, IDLE);
      }
    }
  }

  private void addRows(Ranking ranking, Ranking.Measure windowViews, List<TopRow> rows) {
    for (int place = 0; place < ranking.size(); place++) {
      rows.add(row(ranking.article(place), windowViews));
    }
  }

  private TopRow row(int index, Ranking.Measure windowViews) {
    long within = (long) windowViews.of(index, row[index]);
    return new TopRow(ids.id(index), views[index], comments(index), reactions(index), within);
  }

  private double score(int article, int at) {
    if (responses.hasRecent(article)) {
      long[] sums = at == IDLE ? new long[Popularity.EPOCHS] : active.sums(at);
      responses.addTo(sums, article);
      return Popularity.score(sums, epoch());
    }
    return at == IDLE ? 0 : active.score(at, epoch());
  }

  /** Those of an old site are of so many commenters, since nobody knows of how few. */
  private long comments(int article) {
    return comments[article] + responses.comments(article);
  }

  private long reactions(int article) {
    return reactions[article] + responses.reactions(article);
  }

  private double rise(int article, int at) {
    return at == IDLE ? 0 : active.rise(at, minute);
  }

  private double discussion(int article, int at) {
    long commenters = comments[article] + responses.commenters(article);
    return commenters + Math.min(comments(article) - commenters, commenters) / 2.0;
  }

  /** What a list is filled up with: this window and the wider ones, one after the other. */
  private void addFrom(Window narrowest, List<Ranking.Measure> measures) {
    for (Window window : Window.values()) {
      if (window.rank() >= narrowest.rank()) {
        measures.add(within(window));
      }
    }
  }

  private Ranking.Measure within(Window window) {
    return (_, at) -> at == IDLE ? 0 : active.count(at, window);
  }

  private boolean isListed(int index, boolean[] shelves) {
    return shelf[index] > DISMISSED && shelves[shelf[index]];
  }

  private int index(long article) {
    int index = ids.add(article);
    if (index >= views.length) {
      int larger = Columns.grown(index);
      int before = row.length;
      views = Arrays.copyOf(views, larger);
      comments = Arrays.copyOf(comments, larger);
      reactions = Arrays.copyOf(reactions, larger);
      shelf = Arrays.copyOf(shelf, larger);
      row = Arrays.copyOf(row, larger);
      Arrays.fill(row, before, larger, IDLE);
    }
    return index;
  }

  private int activeRow(int index) {
    if (row[index] == IDLE) {
      row[index] = active.add(index);
    }
    return row[index];
  }

  private void retire(int index) {
    int moved = active.remove(row[index]);
    if (moved >= 0) {
      row[moved] = row[index];
    }
    row[index] = IDLE;
  }
}
