package io.broadsheet.articles;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the links to other stories that stand in a body. */
@FunctionalInterface
public interface StoryLinks {

  /** Returns HTML; empty for a story that no reader may see. */
  String html(long article);

  /** Returns links to none. */
  static StoryLinks none() {
    return _ -> "";
  }

  /**
   * Returns plain links to these stories.
   *
   * @param origin stands before their paths; empty for links within the site
   */
  static StoryLinks plain(String origin, Collection<Teaser> stories) {
    Map<Long, Teaser> byId =
        stories.stream().collect(Collectors.toMap(Teaser::id, Function.identity()));
    return article -> {
      @Nullable Teaser story = byId.get(article);
      return story == null
          ? ""
          : "<p><a href=\""
              + Escaping.of(origin + story.path())
              + "\">"
              + Escaping.of(story.headline())
              + "</a></p>";
    };
  }
}
