package io.broadsheet.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the server must remember between the requests of a ceremony: each is ended once, and ends by
 * itself after a while.
 *
 * @param <T> what is remembered
 */
final class Ceremonies<T> {
  private static final long MOST_OPEN = 20_000;
  private static final int ID_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Cache<String, T> open;

  Ceremonies(InstantSource clock, Duration lasts) {
    this.open =
        Caffeine.newBuilder()
            .maximumSize(MOST_OPEN)
            .expireAfterWrite(lasts)
            .ticker(() -> clock.millis() * 1_000_000)
            .build();
  }

  /**
   * Remembers something and returns it.
   *
   * @param made makes it of the id by which it is asked for again
   */
  T begin(Function<String, T> made) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    T remembered = made.apply(id);
    open.put(id, remembered);
    return remembered;
  }

  /** Returns what was remembered, and goes on remembering it. */
  Optional<T> find(String id) {
    return Optional.ofNullable(open.getIfPresent(id));
  }

  /** Returns what was remembered, and forgets it. */
  Optional<T> end(String id) {
    return Optional.ofNullable(open.asMap().remove(id));
  }
}
