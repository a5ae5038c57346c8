package io.broadsheet.reader;

import io.broadsheet.articles.ArticleEvent;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.CoverageChanged;
import io.broadsheet.articles.FrontChanged;
import io.broadsheet.articles.Teaser;
import io.broadsheet.comments.CommentsChanged;
import io.broadsheet.reactions.ReactionsChanged;

/**
 * Carries the news of a changed story to the pages and fragments that show it, and to no others.
 */
final class Follower {
  private final Articles articles;
  private final PageCache cache;
  private final ListVersions lists;
  private final Shared shared;
  private final RelatedParts related;
  private final TalkParts talk;

  Follower(
      Articles articles,
      PageCache cache,
      ListVersions lists,
      Shared shared,
      RelatedParts related,
      TalkParts talk) {
    this.related = related;
    this.talk = talk;
    this.articles = articles;
    this.cache = cache;
    this.lists = lists;
    this.shared = shared;
  }

  /** Is told of each change after its commit, one at a time. */
  void articleChanged(ArticleEvent event) {
    cache.storyChanged(event.id());
    event.places().languages().forEach(lists::changed);
    shared.articleChanged(event.id(), event.places());
    related.articleChanged(event.id());
    // The other editions lead to this one, under its headline.
    for (String story : event.places().stories()) {
      for (Teaser edition : articles.editions(story)) {
        cache.storyChanged(edition.id());
      }
    }
  }

  /** Is told of each change of a story's entries. */
  void entriesChanged(CoverageChanged event) {
    if (event.version() == 1) {
      // Its page has had no place for them.
      cache.storyChanged(event.article());
    }
    shared.entriesChanged(event.article());
  }

  /** Is told of each change of what readers see under a story. */
  void commentsChanged(CommentsChanged event) {
    talk.commentsChanged(event.article());
  }

  /** Is told of each change of how readers react to a story. */
  void reactionsChanged(ReactionsChanged event) {
    talk.reactionsChanged(event.article());
  }

  /** Is told of each change by hand of a front page, and when the time for one has come. */
  void frontChanged(FrontChanged event) {
    lists.changed(event.language());
  }
}
