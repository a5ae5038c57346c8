package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import org.jspecify.annotations.Nullable;

/** Where articles live on the site. */
final class Paths {
  private static final String NO_TOPIC = "news";

  private Paths() {}

  static String of(Language language, @Nullable Topic topic, String slug, long id) {
    String section = topic == null ? NO_TOPIC : topic.slug();
    return "/" + language.code() + "/" + section + "/" + slug + "-" + id;
  }
}
