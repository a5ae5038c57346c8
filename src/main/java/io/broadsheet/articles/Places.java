package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.util.Set;

/**
 * Where readers find an article now, and where they found it before it changed.
 *
 * @param languages whose lists show it
 * @param stories what links it to its other editions
 * @param topics the slugs of its topics
 */
public record Places(Set<Language> languages, Set<String> stories, Set<String> topics) {
  public Places {
    languages = Set.copyOf(languages);
    stories = Set.copyOf(stories);
    topics = Set.copyOf(topics);
  }
}
