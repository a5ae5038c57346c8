package io.broadsheet.newsroom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.broadsheet.accounts.StaffMember;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Who has which story open at this moment, as far as their screens have said so lately.
 *
 * <p>It is held in memory alone: after a restart screens say it again within seconds.
 */
final class Presence {
  /** How long somebody counts as being there whose screen says nothing more. */
  static final Duration LASTS = Duration.ofSeconds(40);

  private static final long MOST = 10_000;

  private final Cache<Place, String> names;

  Presence(InstantSource clock) {
    this.names =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(LASTS)
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
  }

  private record Place(long article, long member) {}

  /** Takes down that a member has a story open, and returns the names of the others, in order. */
  List<String> here(long article, StaffMember member) {
    names.put(new Place(article, member.id()), member.name());
    return names.asMap().entrySet().stream()
        .filter(entry -> entry.getKey().article() == article)
        .filter(entry -> entry.getKey().member() != member.id())
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }
}
