package io.broadsheet.newsroom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers for an hour what was done to many things at once, so that it can be told and undone.
 *
 * @param <U> takes what was done to one of them back
 */
final class DeskOutcomes<U> {
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int MOST = 200;

  private final Cache<String, Outcome<U>> outcomes =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

  /**
   * What became of what somebody wanted done.
   *
   * @param member who wanted it
   * @param what was done, in words
   * @param done takes it back, one by one; empty for what is not taken back
   * @param refused why it was not done, with what each is called
   */
  record Outcome<U>(String member, String what, List<U> done, List<String> refused) {
    Outcome {
      done = List.copyOf(done);
      refused = List.copyOf(refused);
    }
  }

  /** Keeps an outcome and returns what it is called. */
  String keep(Outcome<U> outcome) {
    String name = UUID.randomUUID().toString();
    outcomes.put(name, outcome);
    return name;
  }

  /** Returns the outcome of this name, if it is this member's. */
  Optional<Outcome<U>> find(String name, String member) {
    return Optional.ofNullable(outcomes.getIfPresent(name))
        .filter(outcome -> outcome.member().equals(member));
  }

  /** Returns the outcome of this name, if it is this member's, and forgets it. */
  Optional<Outcome<U>> take(String name, String member) {
    Optional<Outcome<U>> found = find(name, member);
    found.ifPresent(_ -> outcomes.invalidate(name));
    return found;
  }
}
