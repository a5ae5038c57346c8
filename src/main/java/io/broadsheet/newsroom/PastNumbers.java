package io.broadsheet.newsroom;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.broadsheet.audience.Audience;
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
  private static final long[] NONE = new long[0];

  private final Audience audience;
  private final LoadingCache<Asked, long[]> hours =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build(this::read);
  private final LoadingCache<Long, long[]> days;

  /** The hours of a span, of one article, of one language, or of all. */
  private record Asked(Span span, @Nullable Long article, @Nullable String language) {}

  PastNumbers(Audience audience) {
    this.audience = audience;
    this.days =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .maximumSize(MOST)
            .build(CacheLoader.<Long, long[]>bulk(this::readDays));
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

  private long[] read(Asked asked) {
    try {
      return asked.article() == null
          ? audience.hourly(asked.span(), asked.language())
          : audience.hourly(asked.span(), asked.article());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Long, long[]> readDays(Set<? extends Long> articles) {
    try {
      Map<Long, long[]> read = new HashMap<>(audience.lastDay(List.copyOf(articles)));
      articles.forEach(article -> read.putIfAbsent(article, NONE));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
