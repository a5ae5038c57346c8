package io.broadsheet.reader;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.broadsheet.settings.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps pages in memory up to a weight and builds those that are missing, one build a page at a
 * time, without holding up who asks.
 *
 * <p>A page that was built from data older than a change must not stay. So a story's entry is
 * removed even while it is being built, and a build that finishes after that finds no entry to
 * fill; lists are kept under the number of changes that their language had seen when they were
 * asked for, so that older ones are never found again.
 */
final class PageCache {
  private static final Logger log = LoggerFactory.getLogger(PageCache.class);
  private static final Duration ABSENT_FOR = Duration.ofSeconds(60);
  private static final int ABSENT_MOST = 10_000;

  private final PageSource source;
  private final Executor builders;
  private final AsyncCache<Key, Page> pages;
  private final Cache<Key, Boolean> absent;
  private final ListVersions lists;
  private final AtomicLong changes = new AtomicLong();

  private record Key(Address.OfPage address, int version) {}

  /**
   * Starts empty.
   *
   * @param bytes the most bytes that the pages' own fragments may hold
   * @param builders runs builds; rejects them when too many wait
   * @param lists counts changes of lists
   */
  PageCache(PageSource source, long bytes, Executor builders, ListVersions lists) {
    this.source = source;
    this.builders = builders;
    this.lists = lists;
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key key, Page page) -> page.weight())
            .executor(Runnable::run)
            .buildAsync();
    this.absent =
        Caffeine.newBuilder()
            .maximumSize(ABSENT_MOST)
            .expireAfterWrite(ABSENT_FOR)
            .executor(Runnable::run)
            .build();
  }

  /** Returns the page if it is in memory, else null. */
  @Nullable Page ifReady(Address.OfPage address) {
    CompletableFuture<Page> future = pages.getIfPresent(key(address));
    Page page = future == null ? null : finished(future);
    return page == null || isFault(page) ? null : page;
  }

  /**
   * Returns the page, built first if need be; empty if there is none. One that cannot be built is
   * logged and becomes the page that says so, with status 500.
   *
   * @throws RejectedExecutionException if too many pages are waiting to be built
   */
  CompletableFuture<Optional<Page>> get(Address.OfPage address) {
    Key key = key(address);
    if (absent.getIfPresent(key) != null) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    CompletableFuture<Page> future = pages.get(key, (missing, ignored) -> build(missing));
    Page page = finished(future);
    if (page != null && isFault(page)) {
      // It answered those who waited for it; who comes later is worth another attempt.
      pages.asMap().remove(key, future);
      future = pages.get(key, (missing, ignored) -> build(missing));
    }
    return future.thenApply(Optional::ofNullable);
  }

  /** Has a story's page built anew by its next reader. */
  void storyChanged(long id) {
    changes.incrementAndGet();
    // Its id finds it under the paths of every language.
    for (Language language : Language.values()) {
      Key key = key(new Address.Story(language, id));
      absent.invalidate(key);
      pages.asMap().remove(key);
    }
  }

  private Key key(Address.OfPage address) {
    boolean story = address instanceof Address.Story;
    return new Key(address, story ? 0 : lists.of(address.language()));
  }

  private static @Nullable Page finished(CompletableFuture<@Nullable Page> future) {
    return future.state() == CompletableFuture.State.SUCCESS ? future.resultNow() : null;
  }

  private static boolean isFault(Page page) {
    return page.status() >= 500;
  }

  private CompletableFuture<@Nullable Page> build(Key key) {
    return CompletableFuture.supplyAsync(() -> page(key), builders);
  }

  /**
   * Returns null for an absent page, which the cache does not keep: it must not fill up with them.
   */
  private @Nullable Page page(Key key) {
    long before = changes.get();
    Optional<Page> page;
    try {
      page = source.build(key.address());
    } catch (RuntimeException e) {
      String id = UUID.randomUUID().toString().substring(0, 8);
      log.error("Fault {}: the page {} cannot be built", id, key.address(), e);
      return source.fault(key.address().language(), id);
    }
    if (page.isEmpty()) {
      absent.put(key, Boolean.TRUE);
      if (changes.get() != before) {
        // It may have come into being meanwhile, before it was noted as absent.
        absent.invalidate(key);
      }
    }
    return page.orElse(null);
  }
}
