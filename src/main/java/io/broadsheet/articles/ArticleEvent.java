package io.broadsheet.articles;

import io.broadsheet.events.Event;
import io.broadsheet.settings.Language;
import java.util.Set;

/** Something that readers can see happened to an article. */
public sealed interface ArticleEvent extends Event
    permits ArticlePublished, ArticleChanged, ArticleWithdrawn {
  /** Returns the article's id. */
  long id();

  /** Returns the language that it has now. */
  Language language();

  /** Returns the slugs of the topics that it has now. */
  Set<String> topics();

  /** Returns where it is found, and was. */
  Places places();

  /** Returns whether lists show it from now on. */
  boolean listed();
}
