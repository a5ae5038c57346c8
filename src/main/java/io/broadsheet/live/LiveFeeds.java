package io.broadsheet.live;

import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.Counts;
import io.broadsheet.audience.TopItems;
import io.broadsheet.audience.TopQuery;
import io.broadsheet.audience.Window;
import io.broadsheet.rates.Board;
import io.broadsheet.rates.QuoteItems;
import io.broadsheet.rates.Rates;
import io.broadsheet.reactions.Reacted;
import io.broadsheet.reactions.Reactions;
import io.broadsheet.settings.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** The feeds there are, and how each is brought up to date from stored data. */
final class LiveFeeds {
  private static final int ROWS = 10;
  private static final int BREAKING = 3;

  private final Audience audience;
  private final Articles articles;
  private final Rates board;
  private final Reactions reactions;
  private final JsonMapper json;
  private final InstantSource clock;
  private final Map<Language, Feed> tops = new EnumMap<>(Language.class);
  private final Map<Language, Feed> bulletins = new EnumMap<>(Language.class);
  private final Feed rates = new Feed("rates");
  private final Map<Long, Watched> stories = new ConcurrentHashMap<>();

  private final Map<Long, Long> versions = new ConcurrentHashMap<>();
  private volatile Instant quotedUntil = Instant.MIN;
  private final Set<Long> reacted = ConcurrentHashMap.newKeySet();

  /**
   * The feeds of a story.
   *
   * @param counters its numbers
   * @param entries which version its entries have; empty while it is not told as it happens
   * @param reactions how many there are of each kind; empty until that moves
   */
  record OfStory(Feed counters, Feed entries, Feed reactions) {}

  /** A story that somebody has open, and by how many pages. */
  private record Watched(OfStory feeds, int pages) {}

  /** How far a story is that is told as it happens, as programs read it. */
  private record Entries(long id, long version) {}

  /** How readers react to a story, as programs read it. */
  private record Kinds(long id, long total, List<Reacted.Kind> reactions) {}

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
      Reactions reactions,
      JsonMapper json,
      InstantSource clock,
      List<Language> languages) {
    this.audience = audience;
    this.articles = articles;
    this.board = board;
    this.reactions = reactions;
    this.json = json;
    this.clock = clock;
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

  /** Returns the feeds of a story, to be given back by {@link #leave}. */
  OfStory join(long article) {
    return Objects.requireNonNull(
            stories.compute(
                article,
                (id, there) -> {
                  if (there != null) {
                    return new Watched(there.feeds(), there.pages() + 1);
                  }
                  OfStory feeds =
                      new OfStory(new Feed("counters"), new Feed("entries"), new Feed("reactions"));
                  count(id, feeds.counters());
                  tell(id, feeds.entries());
                  return new Watched(feeds, 1);
                }))
        .feeds();
  }

  void leave(long article) {
    stories.computeIfPresent(
        article,
        (id, there) -> there.pages() == 1 ? null : new Watched(there.feeds(), there.pages() - 1));
  }

  /** Brings what readers do up to date; waits for the database. */
  void read() {
    tops.forEach(
        (language, feed) -> {
          TopQuery ten = new TopQuery(TopQuery.By.POPULAR, Window.DAY, language.code(), ROWS);
          feed.set(json.writeValueAsBytes(TopItems.of(audience.top(ten), articles)));
        });
    stories.forEach((id, watched) -> count(id, watched.feeds().counters()));
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
    Instant now = clock.instant();
    Board quotes = board.board();
    rates.set(json.writeValueAsBytes(QuoteItems.of(quotes)));
    quotedUntil = quotes.nextAfter(now);
  }

  /** Tells whether other rates may hold by now though nobody quoted any: a bank's day has begun. */
  boolean quotesPassed() {
    return !clock.instant().isBefore(quotedUntil);
  }

  /** Takes note of how far stories are that are told as they happen. */
  void entries(Map<Long, Long> told) {
    told.forEach((article, version) -> versions.merge(article, version, Math::max));
  }

  /** Takes note that readers reacted to a story. */
  void reacted(long article) {
    reacted.add(article);
  }

  /** Brings up to date how readers react to stories that somebody has open. */
  void count() {
    for (Long article : List.copyOf(reacted)) {
      // Before it is read: what comes from here on is for the next time.
      reacted.remove(article);
      Watched watched = stories.get(article);
      if (watched != null) {
        react(article, watched.feeds().reactions());
      }
    }
  }

  private void react(long article, Feed feed) {
    try {
      Reacted now = reactions.of(article);
      feed.set(json.writeValueAsBytes(new Kinds(article, now.total(), now.counts())));
    } catch (RuntimeException e) {
      reacted.add(article);
      throw e;
    }
  }

  /** Brings up to date how far those are that somebody has open. */
  void follow() {
    stories.forEach((id, watched) -> tell(id, watched.feeds().entries()));
  }

  private void tell(long article, Feed feed) {
    Long version = versions.get(article);
    if (version != null) {
      feed.set(json.writeValueAsBytes(new Entries(article, version)));
    }
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
