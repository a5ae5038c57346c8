package io.broadsheet.newsroom;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.Depth;
import io.broadsheet.audience.Source;
import io.broadsheet.audience.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read in the past, read from the disk at most every half minute, however many screens ask
 * every few seconds.
 */
final class PastNumbers {
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST = 10_000;
  private static final int HOSTS = 10;
  private static final long[] NONE = new long[0];

  private final Audience audience;
  private final LoadingCache<Asked, long[]> hours =
      kept().build(asked -> read(() -> readHours(asked)));
  private final LoadingCache<Asked, List<Source>> sources =
      kept().build(asked -> read(() -> sourcesOf(asked)));
  private final LoadingCache<Asked, Depth> depths =
      kept().build(asked -> read(() -> depthOf(asked)));
  private final LoadingCache<Long, long[]> days =
      kept().build(CacheLoader.<Long, long[]>bulk(articles -> read(() -> readDays(articles))));

  /** The hours of a span, of one article, of one language, or of all. */
  private record Asked(Span span, @Nullable Long article, @Nullable String language) {}

  /** Something that is read from the disk. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  PastNumbers(Audience audience) {
    this.audience = audience;
  }

  /**
   * Returns the views in each hour of a span.
   *
   * @param language the code of the articles' language; null for all
   */
  long[] hourly(Span span, @Nullable String language) {
    return hours.get(new Asked(span, null, language));
  }

  /** Returns an article's views in each hour of a span. */
  long[] hourly(Span span, long article) {
    return hours.get(new Asked(span, article, null));
  }

  /** Returns the views of these articles in each of the last 24 hours; none where nobody read. */
  Map<Long, long[]> lastDay(Collection<Long> articles) {
    return days.getAll(articles);
  }

  /**
   * Returns the ten hosts that led most readers here in a span, the first first.
   *
   * @param article null for all
   */
  List<Source> sources(Span span, @Nullable Long article) {
    return sources.get(new Asked(span, article, null));
  }

  /**
   * Returns how far readers came in a span.
   *
   * @param article null for all
   */
  Depth depth(Span span, @Nullable Long article) {
    return depths.get(new Asked(span, article, null));
  }

  private long[] readHours(Asked asked) throws IOException {
    return asked.article() == null
        ? audience.hourly(asked.span(), asked.language())
        : audience.hourly(asked.span(), asked.article());
  }

  private List<Source> sourcesOf(Asked asked) throws IOException {
    return audience.sources(asked.span(), asked.article(), HOSTS);
  }

  private Depth depthOf(Asked asked) throws IOException {
    return audience.depth(asked.span(), asked.article());
  }

  private Map<Long, long[]> readDays(Set<? extends Long> articles) throws IOException {
    Map<Long, long[]> read = new HashMap<>(audience.lastDay(List.copyOf(articles)));
    articles.forEach(article -> read.putIfAbsent(article, NONE));
    return read;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Caffeine<Object, Object> kept() {
    return Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST);
  }
}
