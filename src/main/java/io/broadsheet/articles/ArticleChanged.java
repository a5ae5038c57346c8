package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.util.Set;

/** A published article says something else, moved, or left the lists by expiring. */
public record ArticleChanged(
    long id, Language language, String story, Set<String> topics, boolean listed)
    implements ArticleEvent {}
