package io.broadsheet.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a minute and a list cost in process among many articles of which a thousand are read.
 *
 * <p>A minute is some views of each of the thousand and the tick after it, in which as many leave
 * the last hour and the last day; the list is the top ten of one of three languages.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TickBenchmark {
  private static final int ACTIVE = 1_000;
  private static final String[] LANGUAGES = {"kk", "ru", "en"};

  /** How many articles there are. */
  @Param({"1000", "100000", "1000000"})
  public int articles;

  private final List<Windows.Expired> expired = new ArrayList<>();
  private Windows windows = new Windows(0);
  private long minute;

  /** Publishes all articles, and has some of them read. */
  @Setup(Level.Trial)
  public void publish() {
    minute = 30_000_000;
    windows = new Windows(minute);
    for (int article = 1; article <= articles; article++) {
      windows.admit(article, LANGUAGES[article % 3], Set.of("t" + article % 50), true);
      windows.addTotals(article, article % 1_000, 0, 0);
    }
    expired.clear();
    for (int i = 0; i < ACTIVE; i++) {
      long article = 1 + (long) i * (articles / ACTIVE);
      for (int before = 0; before < 100; before++) {
        windows.arrive(article, views(i));
      }
      expired.add(new Windows.Expired(Window.HOUR, article, views(i)));
      expired.add(new Windows.Expired(Window.DAY, article, views(i)));
    }
  }

  /** Counts a view of each article that is read, and goes on to the next minute. */
  @Benchmark
  public long aMinuteAndItsTick() {
    int step = articles / ACTIVE;
    for (int i = 0; i < ACTIVE; i++) {
      windows.arrive(1 + (long) i * step, views(i));
    }
    windows.advance(++minute, expired);
    return minute;
  }

  /** Lists what is popular now. */
  @Benchmark
  public List<TopRow> theTopTen() {
    return windows.top(new TopQuery(TopQuery.By.POPULAR, Window.DAY, "ru", 10));
  }

  /** How often the story of this number is read in a minute. */
  private static long views(int number) {
    return 1L + number % 7;
  }
}
