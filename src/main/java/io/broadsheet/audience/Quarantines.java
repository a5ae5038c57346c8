package io.broadsheet.audience;

import io.broadsheet.web.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices when one address block lifts one story, and holds its views of it from then on.
 *
 * <p>A spike is more new views of a story within a minute than half of what a block may send, and
 * than a hundred, when they are also more than half of all that the story got in that minute: a
 * crowd comes from many blocks, and a provider's readers read more than one story. What was counted
 * until then stays counted. A quarantine takes views in for an hour; a block whose views of a story
 * were released is not held again for that story for a day. Loopback is this machine, and never
 * held. For one thread.
 */
final class Quarantines {
  private static final long MINUTE = 60_000;
  private static final long TAKES_IN = 60 * MINUTE;
  private static final long TRUSTED = 24 * 60 * MINUTE;
  private static final long COUNTED = 0;

  /** So few views a minute lift nothing. */
  private static final int LEAST = 100;

  private final int most;
  private final Map<Pair, Row> latest = new HashMap<>();
  private final List<Row> begun = new ArrayList<>();
  private final MinuteCounts ofStory = new MinuteCounts();
  private final MinuteCounts ofPair = new MinuteCounts();
  private long minute;
  private long lastId;

  /**
   * Starts with none.
   *
   * @param share what a block may send a minute
   */
  Quarantines(int share) {
    this.most = Math.max(LEAST, share / 2);
  }

  private record Pair(long block, long article) {}

  /** A quarantine as it is stored. */
  record Row(long id, long block, long article, long began, Verdict verdict) {}

  /** Takes up those that are stored. */
  void load(List<Row> stored) {
    latest.clear();
    begun.clear();
    for (Row row : stored) {
      latest.merge(
          new Pair(row.block(), row.article()), row, (a, b) -> a.began() > b.began() ? a : b);
      lastId = Math.max(lastId, row.id());
    }
  }

  /** Tells whether views of a story from a block are held now. */
  boolean holds(long block, long article, long now) {
    Row row = latest.isEmpty() ? null : latest.get(new Pair(block, article));
    return row != null && now < row.began() + TAKES_IN && !row.verdict().counts();
  }

  /** Returns the id of the quarantine that a new view belongs to, or 0 if it counts. */
  long of(long block, long article, long now) {
    if (Network.isLoopback(block)) {
      return COUNTED;
    }
    Row row = latest.isEmpty() ? null : latest.get(new Pair(block, article));
    if (row != null && now < row.began() + TAKES_IN) {
      return row.verdict().counts() ? COUNTED : row.id();
    }
    if (Math.floorDiv(now, MINUTE) != minute) {
      minute = Math.floorDiv(now, MINUTE);
      ofStory.clear();
      ofPair.clear();
    }
    int all = ofStory.count(article);
    int mine = ofPair.count(block * 0xbf58476d1ce4e5b9L ^ article);
    boolean trusted = row != null && row.verdict().counts() && now < row.began() + TRUSTED;
    return mine > most && 2L * mine > all && !trusted ? begin(block, article, now) : COUNTED;
  }

  /** Returns those that began since they were last stored. */
  List<Row> begun() {
    return begun;
  }

  /** Forgets those that began, since they could not be stored. */
  void takeBack() {
    begun.forEach(row -> latest.remove(new Pair(row.block(), row.article())));
    begun.clear();
  }

  /** Notes that those that began are stored. */
  void stored() {
    begun.clear();
  }

  private long begin(long block, long article, long now) {
    Row row = new Row(++lastId, block, article, now, Verdict.HELD);
    latest.put(new Pair(block, article), row);
    begun.add(row);
    return row.id();
  }
}
