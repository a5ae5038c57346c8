package io.broadsheet.audience;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What readers said to articles: how many comments and reactions each has, and what those of the
 * last two days weigh in what is popular.
 *
 * <p>They are stored by others, who tell each article's numbers as a whole; so telling them twice
 * changes nothing. Few articles have any that are recent.
 */
final class Responses {
  private static final long COMMENT = 8;
  private static final long REACTION = 4;

  private long[] comments = new long[0];
  private long[] commenters = new long[0];
  private long[] reactions = new long[0];
  private @Nullable Recent[] recent = new Recent[0];
  private final BitSet withRecent = new BitSet();

  /** What of late weighs in what is popular, by epochs. */
  private static final class Recent {
    private long[] comments = new long[Popularity.EPOCHS];
    private long[] reactions = new long[Popularity.EPOCHS];

    boolean advance(long from, long to) {
      boolean commented = Popularity.advance(comments, from, to);
      boolean reacted = Popularity.advance(reactions, from, to);
      return commented || reacted;
    }
  }

  long comments(int article) {
    return article < comments.length ? comments[article] : 0;
  }

  long commenters(int article) {
    return article < commenters.length ? commenters[article] : 0;
  }

  long reactions(int article) {
    return article < reactions.length ? reactions[article] : 0;
  }

  /** Adds what was said of late to an article's sums of an epoch. */
  void addTo(long[] sums, int article) {
    Recent own = article < recent.length ? recent[article] : null;
    if (own != null) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += own.comments[i] + own.reactions[i];
      }
    }
  }

  boolean hasRecent(int article) {
    return withRecent.get(article);
  }

  /** Sets how an article is discussed, with the comments of each of the last minutes. */
  void discussed(int article, long all, long distinct, Map<Long, Long> minutes, long minute) {
    room(article);
    comments[article] = all;
    commenters[article] = distinct;
    recent(article).comments = sums(minutes, COMMENT, minute);
  }

  /** Sets how often readers reacted to an article, with the reactions of the last minutes. */
  void reacted(int article, long all, Map<Long, Long> minutes, long minute) {
    room(article);
    reactions[article] = all;
    recent(article).reactions = sums(minutes, REACTION, minute);
  }

  void advanceEpochs(long from, long to) {
    for (int article = withRecent.nextSetBit(0);
        article >= 0;
        article = withRecent.nextSetBit(article + 1)) {
      Recent own = recent[article];
      if (own != null && !own.advance(from, to)) {
        recent[article] = null;
        withRecent.clear(article);
      }
    }
  }

  private Recent recent(int article) {
    Recent own = recent[article];
    if (own == null) {
      own = new Recent();
      recent[article] = own;
      withRecent.set(article);
    }
    return own;
  }

  /** The log's time may be behind the clock by which others note theirs. */
  private static long[] sums(Map<Long, Long> minutes, long weight, long minute) {
    long[] sums = new long[Popularity.EPOCHS];
    long epoch = Popularity.epoch(minute);
    minutes.forEach(
        (of, count) -> Popularity.add(sums, Math.min(of, minute), weight, count, epoch));
    return sums;
  }

  private void room(int article) {
    if (article >= comments.length) {
      int larger = Columns.grown(article);
      comments = Arrays.copyOf(comments, larger);
      commenters = Arrays.copyOf(commenters, larger);
      reactions = Arrays.copyOf(reactions, larger);
      recent = Arrays.copyOf(recent, larger);
    }
  }
}
