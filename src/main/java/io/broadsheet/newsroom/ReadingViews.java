package io.broadsheet.newsroom;

import io.broadsheet.audience.Depth;
import io.broadsheet.audience.Source;
import io.broadsheet.audience.Span;
import io.broadsheet.newsroom.view.Shares;
import io.broadsheet.settings.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where readers come from and how far they read. */
final class ReadingViews {
  private final PastNumbers past;
  private final @Nullable String own;

  ReadingViews(PastNumbers past, Site site) {
    this.past = past;
    this.own = site.url() == null ? null : site.url().getHost();
  }

  /**
   * Returns the sites that led most readers here.
   *
   * @param article null for all
   * @param when the span in words
   */
  Shares sources(Span span, @Nullable Long article, String when, Texts texts) {
    List<Source> sources = past.sources(span, article);
    long most = sources.stream().mapToLong(Source::views).max().orElse(0);
    return new Shares(
        "sources",
        texts.text("sources.title", when),
        sources.stream().map(one -> share(name(one, texts), one.views(), most, texts)).toList(),
        texts.text(sources.isEmpty() ? "sources.empty" : "sources.note"));
  }

  /**
   * Returns how many came how far.
   *
   * @param article null for all
   * @param when the span in words
   */
  Shares depth(Span span, @Nullable Long article, String when, Texts texts) {
    Depth depth = past.depth(span, article);
    List<Shares.Share> rows = new ArrayList<>();
    if (depth.quarter() > 0) {
      rows.add(share(texts.text("depth.quarter"), depth.quarter(), depth.quarter(), texts));
      rows.add(share(texts.text("depth.half"), depth.half(), depth.quarter(), texts));
      rows.add(share(texts.text("depth.three"), depth.threeQuarters(), depth.quarter(), texts));
      rows.add(share(texts.text("depth.whole"), depth.whole(), depth.quarter(), texts));
    }
    return new Shares(
        "depth",
        texts.text("depth.title", when),
        rows,
        texts.text(rows.isEmpty() ? "depth.empty" : "depth.note"));
  }

  private String name(Source source, Texts texts) {
    if (source.isOthers()) {
      return texts.text("sources.others");
    }
    return source.host().equals(own) ? texts.text("sources.own") : source.host();
  }

  private static Shares.Share share(String name, long number, long most, Texts texts) {
    return new Shares.Share(
        name, texts.number(number), Drawing.percent(most == 0 ? 0 : 100.0 * number / most));
  }
}
