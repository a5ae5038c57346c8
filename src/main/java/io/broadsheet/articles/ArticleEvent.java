package io.broadsheet.articles;

import io.broadsheet.events.Event;
import io.broadsheet.settings.Language;
import java.util.Set;

/** Something that readers can see happened to an article. */
public sealed interface ArticleEvent extends Event
    permits ArticlePublished, ArticleChanged, ArticleWithdrawn {
  /** Returns the article's id. */
  long id();

  /** Returns the article's language. */
  Language language();

  /** Returns what links it to its other editions. */
  String story();

  /** Returns the slugs of all topics that it is in now or was in before. */
  Set<String> topics();

  /** Returns whether lists show it from now on. */
  boolean listed();
}
