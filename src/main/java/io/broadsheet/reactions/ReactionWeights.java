package io.broadsheet.reactions;

import io.broadsheet.audience.Audience;
import java.time.InstantSource;
import java.util.Map;

/** Has the audience know how many reactions each article has, and when they were given. */
final class ReactionWeights {
  private final Reactions reactions;
  private final Audience audience;
  private final InstantSource clock;

  ReactionWeights(Reactions reactions, Audience audience, InstantSource clock) {
    this.reactions = reactions;
    this.audience = audience;
    this.clock = clock;
  }

  /** Tells all that is stored. */
  void load() {
    reactions.articles().forEach(this::tell);
  }

  /** Tells the numbers of an article as they are stored now. */
  void tell(long article) {
    long since = Audience.firstPopularMinute(clock.instant());
    Map<Long, Long> minutes = reactions.minutes(article, since);
    audience.reacted(article, reactions.of(article).total(), minutes);
  }
}
