package io.broadsheet.articles;

import io.broadsheet.settings.Language;

/** An article can be read for the first time, or again. */
public record ArticlePublished(long id, Language language, Places places, boolean listed)
    implements ArticleEvent {}
