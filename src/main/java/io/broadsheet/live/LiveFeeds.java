package io.broadsheet.live;

import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.Counts;
import io.broadsheet.audience.TopItems;
import io.broadsheet.audience.TopQuery;
import io.broadsheet.audience.Window;
import io.broadsheet.rates.QuoteItems;
import io.broadsheet.rates.Rates;
import io.broadsheet.settings.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The feeds there are, and how each is brought up to date from stored data. */
final class LiveFeeds {
  private static final int ROWS = 10;
  private static final int BREAKING = 3;

  private final Audience audience;
  private final Articles articles;
  private final Rates board;
  private final JsonMapper json;
  private final Map<Language, Feed> tops = new EnumMap<>(Language.class);
  private final Map<Language, Feed> bulletins = new EnumMap<>(Language.class);
  private final Feed rates = new Feed("rates");
  private final Map<Long, Watched> stories = new ConcurrentHashMap<>();

  /** A story that somebody has open, and by how many pages. */
  private record Watched(Feed feed, int pages) {}

  /** What is breaking, as programs read it. */
  private record Bulletin(List<Item> items) {
    record Item(long id, String url, String headline) {}
  }

  /** A story's numbers as programs read them. */
  private record Counters(long id, long views, long comments, long reactions, long readers) {}

  LiveFeeds(
      Audience audience,
      Articles articles,
      Rates board,
      JsonMapper json,
      List<Language> languages) {
    this.audience = audience;
    this.articles = articles;
    this.board = board;
    this.json = json;
    for (Language language : languages) {
      tops.put(language, new Feed("top"));
      bulletins.put(language, new Feed("breaking"));
    }
  }

  /** Tells whether this is one of the site's languages. */
  boolean has(Language language) {
    return tops.containsKey(language);
  }

  Feed top(Language language) {
    return Objects.requireNonNull(tops.get(language), language.code());
  }

  Feed breaking(Language language) {
    return Objects.requireNonNull(bulletins.get(language), language.code());
  }

  Feed rates() {
    return rates;
  }

  /** Returns the feed of a story's numbers, to be given back by {@link #leave}. */
  Feed join(long article) {
    return Objects.requireNonNull(
            stories.compute(
                article,
                (id, there) -> {
                  Watched before = there == null ? new Watched(new Feed("counters"), 0) : there;
                  if (there == null) {
                    count(id, before.feed());
                  }
                  return new Watched(before.feed(), before.pages() + 1);
                }))
        .feed();
  }

  void leave(long article) {
    stories.computeIfPresent(
        article,
        (id, there) -> there.pages() == 1 ? null : new Watched(there.feed(), there.pages() - 1));
  }

  /** Brings what readers do up to date; waits for the database. */
  void read() {
    tops.forEach(
        (language, feed) -> {
          TopQuery ten = new TopQuery(TopQuery.By.POPULAR, Window.DAY, language.code(), ROWS);
          feed.set(json.writeValueAsBytes(TopItems.of(audience.top(ten), articles)));
        });
    stories.forEach((id, watched) -> count(id, watched.feed()));
  }

  /** Brings what is breaking up to date; waits for the database. */
  void announce() {
    bulletins.forEach(
        (language, feed) ->
            feed.set(
                json.writeValueAsBytes(
                    new Bulletin(
                        articles.breaking(language, BREAKING).stream()
                            .map(one -> new Bulletin.Item(one.id(), one.path(), one.headline()))
                            .toList()))));
  }

  /** Brings the rates up to date; waits for the database. */
  void quote() {
    rates.set(json.writeValueAsBytes(QuoteItems.of(board.board())));
  }

  private void count(long article, Feed feed) {
    Counts counts = audience.counts(article);
    feed.set(
        json.writeValueAsBytes(
            new Counters(
                article,
                counts.views(),
                counts.comments(),
                counts.reactions(),
                audience.readersNow(article))));
  }
}
