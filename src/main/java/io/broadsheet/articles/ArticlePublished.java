package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.util.Set;

/** An article can be read for the first time, or again. */
public record ArticlePublished(
    long id, Language language, Set<String> topics, Places places, boolean listed)
    implements ArticleEvent {
  public ArticlePublished {
    topics = Set.copyOf(topics);
  }
}
