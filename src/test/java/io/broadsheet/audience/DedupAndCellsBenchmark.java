package io.broadsheet.audience;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a view costs in process on the writer's one core, without its commit: expiry, dedup, watch
 * for spikes, cells and windows, in batches as the writer takes them.
 *
 * <p>A million views are remembered at any time, one in eight is a repeat, and some of the thousand
 * articles are read much more than others.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DedupAndCellsBenchmark {
  private static final int BATCH = 1_024;
  private static final int REMEMBERED = 1 << 20;
  private static final int ARTICLES = 1_000;

  private final RecentViews recent = new RecentViews(4 * REMEMBERED);
  private final Windows windows = new Windows(0);
  private final Quarantines quarantines = new Quarantines(600);
  private final Batch counted = new Batch(BATCH);
  private final long[] visitors = new long[BATCH];
  private final long[] articles = new long[BATCH];
  private long random = 42;
  private long now;

  /** Fills what is remembered. */
  @Setup(Level.Trial)
  public void remember() {
    while (recent.size() < REMEMBERED) {
      countBatch();
    }
  }

  /** Counts a batch. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public int countBatch() {
    for (int i = 0; i < BATCH; i++) {
      long drawn = next();
      visitors[i] = i % 8 == 7 ? visitors[i - 1] : drawn;
      long some = next() >>> 40;
      articles[i] = i % 8 == 7 ? articles[i - 1] : 1 + ((((some * some) >>> 24) * ARTICLES) >>> 24);
    }
    // As fast as keeps the number of remembered views where it is.
    now += RecentViews.WINDOW.toMillis() * BATCH * 7 / 8 / REMEMBERED;
    recent.expire(now);
    counted.clear();
    for (int i = 0; i < BATCH; i++) {
      long number = RecentViews.number(visitors[i], articles[i]);
      if (!recent.contains(number)) {
        recent.add(number, now);
        long quarantine = quarantines.of(1_000 + (visitors[i] >>> 46), articles[i], now);
        counted.add(articles[i], visitors[i], quarantine);
      }
    }
    counted.forEachArticle(windows::arrive);
    return counted.size();
  }

  private long next() {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return random;
  }
}
