package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.util.Set;

/** An article was taken back. */
public record ArticleWithdrawn(
    long id, Language language, String story, Set<String> topics, boolean listed)
    implements ArticleEvent {}
