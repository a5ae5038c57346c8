package io.broadsheet.reader;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.articles.Topic;
import io.broadsheet.search.SearchListener;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Templates;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What stands below a story: those that tell of the same, or the newest of its topic where hardly
 * any do.
 *
 * <p>They are found when the page is built. A new story is shown below those that it is near to,
 * which is taken to be the same from both sides; so nothing else is looked at when one is
 * published.
 */
final class RelatedParts implements SearchListener {
  /** With fewer the newest of the topic are shown. */
  private static final int ENOUGH = 2;

  /** Below so many stories a changed one may come to stand. */
  private static final int NEAR = 30;

  /** When as many change at once, all are looked at again. */
  private static final int MANY = 50;

  private final House house;
  private final Templates templates;
  private final Articles articles;
  private final Finder finder;
  private final Shared shared;
  private final Executor renderers;

  /** As long as a page in memory holds them. */
  private final Cache<Long, Live<Shown>> held = Caffeine.newBuilder().weakValues().build();

  /** Finds the stories that are nearest to one. */
  @FunctionalInterface
  interface Finder {
    List<Long> near(long article, int limit);
  }

  /** What is shown below a story; null where related ones are not enough. */
  private record Shown(List<Long> articles, @Nullable Fragment fragment) {}

  RelatedParts(
      House house,
      Templates templates,
      Articles articles,
      Finder finder,
      Shared shared,
      Executor renderers) {
    this.house = house;
    this.templates = templates;
    this.articles = articles;
    this.finder = finder;
    this.shared = shared;
    this.renderers = renderers;
  }

  /** Returns what stands below a story. */
  Part below(Article article) {
    Language language = article.language();
    String topic = article.content().topics().stream().findFirst().map(Topic::slug).orElse("");
    Part newest = shared.moreOf(language, topic, article.id());
    Live<Shown> related =
        held.get(
            article.id(),
            id ->
                new Live<>(
                    "stories related to " + id,
                    Live.PACE,
                    last -> find(language, id, last),
                    renderers));
    return () -> {
      Fragment own = related.now().fragment();
      return own == null ? newest.now() : own;
    };
  }

  private Shown find(Language language, long article, @Nullable Shown last) {
    List<Teaser> near = articles.teasers(finder.near(article, MoreOfTopic.SHOWN));
    if (near.size() < ENOUGH) {
      return new Shown(List.of(), null);
    }
    Fragment before = last == null ? null : last.fragment();
    return new Shown(
        near.stream().map(Teaser::id).toList(),
        Fragment.renewed(before, MoreOfTopic.render(near, house.in(language), templates)));
  }

  /** Has rendered anew what shows an article. */
  void articleChanged(long article) {
    for (Live<Shown> live : held.asMap().values()) {
      Shown shown = live.last();
      if (shown != null && shown.articles().contains(article)) {
        live.changed();
      }
    }
  }

  @Override
  public void changed(Set<Long> changed) {
    if (changed.size() > MANY) {
      complete();
      return;
    }
    for (long article : changed) {
      changed(article);
      finder.near(article, NEAR).forEach(this::changed);
    }
  }

  private void changed(long article) {
    Live<Shown> live = held.getIfPresent(article);
    if (live != null) {
      live.changed();
    }
  }

  @Override
  public void complete() {
    held.asMap().values().forEach(Live::changed);
  }
}
