package io.broadsheet.articles;

import io.broadsheet.settings.Language;

/** A published article says something else, moved, or left the lists by expiring. */
public record ArticleChanged(long id, Language language, Places places, boolean listed)
    implements ArticleEvent {}
