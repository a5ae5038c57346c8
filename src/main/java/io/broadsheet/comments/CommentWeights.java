package io.broadsheet.comments;

import io.broadsheet.audience.Audience;
import java.time.InstantSource;
import java.util.Map;

/** Has the audience know how each article is discussed, and when its comments came. */
final class CommentWeights {
  private final Comments comments;
  private final Audience audience;
  private final InstantSource clock;

  CommentWeights(Comments comments, Audience audience, InstantSource clock) {
    this.comments = comments;
    this.audience = audience;
    this.clock = clock;
  }

  /** Tells all that is stored. */
  void load() {
    comments.articles().forEach(this::tell);
  }

  /** Tells the numbers of an article as they are stored now. */
  void tell(long article) {
    long since = Audience.firstPopularMinute(clock.instant());
    Map<Long, Long> minutes = comments.minutes(article, since);
    Discussed now = comments.of(article);
    audience.discussed(article, now.comments(), now.commenters(), minutes);
  }
}
