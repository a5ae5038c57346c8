package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.util.Set;

/** An article can be read for the first time, or again. */
public record ArticlePublished(
    long id, Language language, String story, Set<String> topics, boolean listed)
    implements ArticleEvent {}
