package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what stands in a body and changes without it. */
public interface Insets {

  /** Returns the HTML of a link to another story; empty for one that no reader may see. */
  String story(long article);

  /**
   * Returns the HTML of a chart.
   *
   * @param title that of the chart, as HTML
   */
  String chart(RateChart chart, String title);

  /** Returns no links, and of charts the titles. */
  static Insets none() {
    return new Insets() {
      @Override
      public String story(long article) {
        return "";
      }

      @Override
      public String chart(RateChart chart, String title) {
        return "<p>" + title + "</p>";
      }
    };
  }

  /**
   * Returns plain links: to these stories, and to pages that show what a chart would.
   *
   * @param origin stands before their paths; empty for links within the site
   * @param language of the body
   */
  static Insets plain(String origin, Language language, Collection<Teaser> stories) {
    Map<Long, Teaser> byId =
        stories.stream().collect(Collectors.toMap(Teaser::id, Function.identity()));
    return new Insets() {
      @Override
      public String story(long article) {
        @Nullable Teaser story = byId.get(article);
        return story == null ? "" : link(origin + story.path(), Escaping.of(story.headline()));
      }

      @Override
      public String chart(RateChart chart, String title) {
        return link(origin + chart.path(language), title);
      }
    };
  }

  private static String link(String address, String html) {
    return "<p><a href=\"" + Escaping.of(address) + "\">" + html + "</a></p>";
  }
}
