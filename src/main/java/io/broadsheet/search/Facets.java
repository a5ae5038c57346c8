package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.util.Map;

/**
 * How many of the stories that a question finds there are of each kind; a story counts once for
 * each.
 *
 * @param topics by their slugs
 * @param exact whether all were counted; beyond {@link Search#COUNTED} stories they are not, and
 *     some kinds may be missing
 */
public record Facets(
    Map<String, Integer> topics,
    Map<Integer, Integer> years,
    Map<Language, Integer> languages,
    boolean exact) {
  public Facets {
    topics = Map.copyOf(topics);
    years = Map.copyOf(years);
    languages = Map.copyOf(languages);
  }
}
