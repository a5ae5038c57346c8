package io.broadsheet.reader;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Insets;
import io.broadsheet.articles.Places;
import io.broadsheet.articles.RateChart;
import io.broadsheet.articles.Teaser;
import io.broadsheet.articles.Topic;
import io.broadsheet.reader.view.Also;
import io.broadsheet.reader.view.Breaking;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.TopicBar;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Templates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fragments that many pages share, each rendered when its own data changes.
 *
 * <p>Those that there are a few of are kept for good. Those that there is one of for each topic are
 * kept as long as a page in memory holds them, and hear of changes as long as they are kept.
 */
final class Shared {
  /** Counting the stories of each topic takes a while, and their order hardly changes. */
  private static final Duration TOPICS_PACE = Duration.ofSeconds(10);

  private static final int TOPICS_SHOWN = 8;
  private static final int BREAKING_SHOWN = 3;

  private final House house;
  private final Templates templates;
  private final Articles articles;
  private final TopViews topViews;
  private final EntryViews entryViews;
  private final RateParts rates;
  private final Executor renderers;
  private final Consumer<Language> listsChanged;
  private final Map<Language, Live<List<Topic>>> topics = new EnumMap<>(Language.class);
  private final Map<Language, Live<Fragment>> topTens = new EnumMap<>(Language.class);
  private final Map<Language, Live<Fragment>> bulletins = new EnumMap<>(Language.class);
  private final Held<Key> held = new Held<>();

  private sealed interface Key {
    record Topics(Language language, String topic) implements Key {}

    record MoreOf(Language language, String topic) implements Key {}

    record WholeTop(Address.Top address) implements Key {}

    record StoryLink(Language language, long article) implements Key {}

    record Entries(Language language, long article, long before) implements Key {}
  }

  /**
   * Describes the fragments; nothing is rendered yet.
   *
   * @param renderers threads that may wait for the database
   * @param listsChanged is told when the topics of a language are others
   */
  Shared(
      House house,
      Templates templates,
      Articles articles,
      ReadStories stories,
      EntryViews entryViews,
      RateParts rates,
      Executor renderers,
      Consumer<Language> listsChanged) {
    this.house = house;
    this.templates = templates;
    this.articles = articles;
    this.topViews = new TopViews(house, stories);
    this.entryViews = entryViews;
    this.rates = rates;
    this.renderers = renderers;
    this.listsChanged = listsChanged;
    for (Language language : house.languages()) {
      topics.put(
          language,
          new Live<>(
              "topics in " + language, TOPICS_PACE, last -> readTopics(language, last), renderers));
      topTens.put(
          language,
          fragment(
              "top ten in " + language, () -> templates.render("topten", topViews.ten(language))));
      bulletins.put(language, fragment("breaking in " + language, () -> renderBreaking(language)));
    }
  }

  /** Returns the topics of a language, those with most stories first. */
  List<Topic> topics(Language language) {
    return Objects.requireNonNull(topics.get(language)).now();
  }

  /** Returns the bar of topics; {@code current} is the slug of the page's own, or empty. */
  Part topicBar(Language language, String current) {
    Live<Fragment> bar =
        held.get(
            new Key.Topics(language, current),
            () -> fragment("topics", () -> renderTopics(language, current)));
    return bar::now;
  }

  /** Returns what is breaking, which also ends the page's header. */
  Part breaking(Language language) {
    return Objects.requireNonNull(bulletins.get(language))::now;
  }

  /** Returns the top ten. */
  Part topTen(Language language) {
    return Objects.requireNonNull(topTens.get(language))::now;
  }

  /** Returns the rates board. */
  Part rates(Language language) {
    return rates.board(language);
  }

  /**
   * Returns other stories of a topic than this one.
   *
   * @param topic its slug; empty for all stories
   */
  Part moreOf(Language language, String topic, long article) {
    Live<MoreOfTopic> more =
        held.get(
            new Key.MoreOf(language, topic),
            () ->
                new Live<>(
                    "stories of " + topic,
                    Live.PACE,
                    last ->
                        MoreOfTopic.of(
                            newest(language, topic), house.in(language), templates, last),
                    renderers));
    return () -> more.now().without(article);
  }

  /** Returns a link from within a story of a language to another; empty while nobody may see it. */
  Part storyLink(Language language, long article) {
    Live<Fragment> link =
        held.get(
            new Key.StoryLink(language, article),
            () -> fragment("link to " + article, () -> renderLink(language, article)));
    return link::now;
  }

  /**
   * Returns entries of a story that is told as it happens; empty while it has none.
   *
   * @param before the id below which to begin; {@link Long#MAX_VALUE} for the newest
   */
  Part entries(Language language, long article, long before) {
    Live<Fragment> entries =
        held.get(
            new Key.Entries(language, article, before),
            () ->
                fragment("entries of " + article, () -> renderEntries(language, article, before)));
    return entries::now;
  }

  /** Has rendered anew what shows the entries of a story. */
  void entriesChanged(long article) {
    held.changedIf(key -> key instanceof Key.Entries(Language _, long of, long _) && of == article);
  }

  /** Returns the content of the page of a whole list of what is read. */
  Part wholeTop(Address.Top address) {
    Live<Fragment> whole =
        held.get(
            new Key.WholeTop(address),
            () ->
                fragment(
                    "list of what is read",
                    () ->
                        templates.render(
                            "top", topViews.whole(address, topics(address.language())))));
    return whole::now;
  }

  /** Has rendered anew what shows an article that is or was in these places. */
  void articleChanged(long article, Places places) {
    // Stories of any language may lead to it.
    house.languages().forEach(language -> held.changed(new Key.StoryLink(language, article)));
    for (Language language : places.languages()) {
      Live<List<Topic>> all = topics.get(language);
      if (all != null) {
        all.changed();
        Objects.requireNonNull(bulletins.get(language)).changed();
        places.topics().forEach(topic -> held.changed(new Key.MoreOf(language, topic)));
        held.changed(new Key.MoreOf(language, ""));
        rankingChanged(language);
      }
    }
  }

  /** Has rendered anew what shows how often stories of a language were read. */
  void rankingChanged(Language language) {
    Live<Fragment> ten = topTens.get(language);
    if (ten != null) {
      ten.changed();
      held.changedIf(
          key -> key instanceof Key.WholeTop(Address.Top list) && list.language() == language);
    }
  }

  private Live<Fragment> fragment(String name, Supplier<String> html) {
    return new Live<>(name, Live.PACE, last -> Fragment.renewed(last, html.get()), renderers);
  }

  private List<Teaser> newest(Language language, String topic) {
    int most = MoreOfTopic.SHOWN + 1;
    return topic.isEmpty()
        ? articles.latest(language, 0, most)
        : articles.inTopic(language, topic, 0, most);
  }

  private List<Topic> readTopics(Language language, @Nullable List<Topic> last) {
    List<Topic> now = articles.topics(language);
    if (last == null) {
      return now;
    }
    if (now.equals(last)) {
      return last;
    }
    held.changedIf(
        key ->
            switch (key) {
              case Key.Topics(Language of, String _) -> of == language;
              case Key.WholeTop(Address.Top list) -> list.language() == language;
              case Key.MoreOf _, Key.StoryLink _, Key.Entries _ -> false;
            });
    listsChanged.accept(language);
    return now;
  }

  private String renderTopics(Language language, String current) {
    List<Link> links = new ArrayList<>();
    for (Topic topic : topics(language)) {
      boolean here = topic.slug().equals(current);
      if (links.size() < TOPICS_SHOWN || here) {
        links.add(new Link(Items.topic(language, topic).path(), topic.name(), here));
      }
    }
    return templates.render("topics", new TopicBar(house.in(language).words(), links));
  }

  private String renderBreaking(Language language) {
    List<Link> stories =
        articles.breaking(language, BREAKING_SHOWN).stream()
            .map(story -> new Link(story.path(), story.headline(), false))
            .toList();
    return templates.render("breaking", new Breaking(house.in(language).words(), stories));
  }

  private String renderLink(Language language, long article) {
    return articles.teasers(List.of(article)).stream()
        .filter(story -> house.languages().contains(story.language()))
        .map(
            story ->
                new Also(
                    house.in(language).words(),
                    story.path(),
                    story.language() == language ? null : story.language().code(),
                    story.emoji(),
                    story.headline()))
        .map(link -> templates.render("also", link))
        .collect(Collectors.joining());
  }

  /** Entries have links alone: they are not rendered anew with the rates. */
  private Insets insets(Language language) {
    return new Insets() {
      @Override
      public String story(long article) {
        return renderLink(language, article);
      }

      @Override
      public String chart(RateChart chart, String title) {
        return Insets.plain("", language, List.of()).chart(chart, title);
      }
    };
  }

  private String renderEntries(Language language, long article, long before) {
    return articles
        .get(article)
        .flatMap(story -> entryViews.of(story, before, insets(language)))
        .map(entries -> templates.render("entries", entries))
        .orElse("");
  }
}
