package io.broadsheet.reader;

import io.broadsheet.articles.Teaser;
import io.broadsheet.reader.view.Related;
import io.broadsheet.web.Templates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest stories of a topic, to stand below each of its stories, none of which shall lead to
 * itself.
 *
 * <p>Only the few that are among the newest need a fragment of their own; all others share one.
 */
final class MoreOfTopic {
  /** How many stories are shown. */
  static final int SHOWN = 4;

  private final Fragment common;
  private final Map<Long, Fragment> without;

  private MoreOfTopic(Fragment common, Map<Long, Fragment> without) {
    this.common = common;
    this.without = without;
  }

  /**
   * Renders the newest stories of a topic.
   *
   * @param newest one more than are shown, or all there are
   * @param last what was rendered before, whose fragments are kept where their bytes are the same
   */
  static MoreOfTopic of(
      List<Teaser> newest, House.Common house, Templates templates, @Nullable MoreOfTopic last) {
    Map<Long, Fragment> without = new HashMap<>();
    for (Teaser left : newest.subList(0, Math.min(SHOWN, newest.size()))) {
      List<Teaser> others = new ArrayList<>(newest);
      others.remove(left);
      Fragment before = last == null ? null : last.without.get(left.id());
      without.put(left.id(), Fragment.renewed(before, render(others, house, templates)));
    }
    List<Teaser> shown = newest.subList(0, Math.min(SHOWN, newest.size()));
    Fragment before = last == null ? null : last.common;
    return new MoreOfTopic(Fragment.renewed(before, render(shown, house, templates)), without);
  }

  /** Returns the stories to show below this article. */
  Fragment without(long article) {
    return without.getOrDefault(article, common);
  }

  /** Renders the first of these stories that are shown. */
  static String render(List<Teaser> teasers, House.Common house, Templates templates) {
    LocalDate newest = Items.newest(teasers, house.dates()).orElse(LocalDate.EPOCH);
    return templates.render(
        "related", new Related(house.words(), Items.ofAll(teasers, house.dates(), newest)));
  }
}
