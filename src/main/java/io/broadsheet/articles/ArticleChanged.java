package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.util.Set;

/** A published article says something else, moved, or left the lists by expiring. */
public record ArticleChanged(
    long id, Language language, Set<String> topics, Places places, boolean listed)
    implements ArticleEvent {
  public ArticleChanged {
    topics = Set.copyOf(topics);
  }
}
