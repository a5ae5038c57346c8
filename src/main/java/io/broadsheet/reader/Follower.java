package io.broadsheet.reader;

import io.broadsheet.articles.ArticleEvent;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.settings.Language;

/**
 * Carries the news of a changed story to the pages and fragments that show it, and to no others.
 */
final class Follower {
  private final Articles articles;
  private final PageCache cache;
  private final ListVersions lists;
  private final Shared shared;

  Follower(Articles articles, PageCache cache, ListVersions lists, Shared shared) {
    this.articles = articles;
    this.cache = cache;
    this.lists = lists;
    this.shared = shared;
  }

  /** Is told of each change after its commit, one at a time. */
  void articleChanged(ArticleEvent event) {
    Language language = event.language();
    cache.storyChanged(event.id());
    lists.changed(language);
    shared.articleChanged(event);
    // The other editions lead to this one, under its headline.
    for (Teaser edition : articles.editions(event.story())) {
      if (edition.id() != event.id()) {
        cache.storyChanged(edition.id());
      }
    }
  }
}
