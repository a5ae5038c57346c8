package io.broadsheet.articles;

import io.broadsheet.settings.Language;

/** An article was taken back. */
public record ArticleWithdrawn(long id, Language language, Places places, boolean listed)
    implements ArticleEvent {}
