package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.util.Set;

/** An article was taken back. */
public record ArticleWithdrawn(
    long id, Language language, Set<String> topics, Places places, boolean listed)
    implements ArticleEvent {
  public ArticleWithdrawn {
    topics = Set.copyOf(topics);
  }
}
