package io.broadsheet.reader;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Teaser;
import io.broadsheet.articles.Topic;
import io.broadsheet.reader.view.Item;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.SearchPage;
import io.broadsheet.search.Facets;
import io.broadsheet.search.Found;
import io.broadsheet.search.Question;
import io.broadsheet.search.Search;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Assets;
import io.broadsheet.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the pages that answer readers' questions. */
final class SearchPages {
  private static final int ON_PAGE = 10;
  private static final int LAST_PAGE = Search.DEEPEST / ON_PAGE;
  private static final int TOPICS = 8;
  private static final int YEARS = 8;

  private final House house;
  private final Pages pages;
  private final Articles articles;
  private final Search search;
  private final String script;

  SearchPages(House house, Pages pages, Articles articles, Search search, Assets assets) {
    this.house = house;
    this.pages = pages;
    this.articles = articles;
    this.search = search;
    this.script = assets.path("search.js");
  }

  /** Returns the page that answers. */
  Page answer(SearchAddress asked) {
    Language language = asked.language();
    Words words = house.in(language).words();
    String title =
        asked.typed().isBlank()
            ? words.text("search.title")
            : words.text("search.title.of", asked.typed().strip());
    Map<Language, String> paths = new TreeMap<>();
    for (Language other : house.languages()) {
      paths.put(other, asked.inWordsOf(other).path());
    }
    return pages.search(language, title, paths, view(asked, words));
  }

  private SearchPage view(SearchAddress asked, Words words) {
    if (asked.typed().isBlank()) {
      return page(asked, words, null, List.of(), List.of(), List.of(), null);
    }
    Question question = asked.question();
    Found found = search.ask(question, (asked.number() - 1) * ON_PAGE, ON_PAGE);
    List<String> notes = new ArrayList<>();
    if (found.instead() != null) {
      notes.add(words.text("search.instead", found.instead()));
    }
    if (!found.complete()) {
      notes.add(words.text("search.building"));
    }
    if (asked.number() >= LAST_PAGE && found.total() > Search.DEEPEST) {
      notes.add(words.text("search.deep", number(words, Search.DEEPEST)));
    }
    if (found.total() == 0) {
      notes.add(words.text(asked.isNarrowed() ? "search.none.narrowed" : "search.none.how"));
    }
    List<SearchPage.Choice> choices =
        found.total() == 0 && !asked.isNarrowed()
            ? List.of()
            : choices(asked, search.facets(question), words);
    return page(
        asked, words, said(found, asked, words), notes, choices, results(found, asked), found);
  }

  private SearchPage page(
      SearchAddress asked,
      Words words,
      @Nullable String said,
      List<String> notes,
      List<SearchPage.Choice> choices,
      List<SearchPage.Result> results,
      @Nullable Found found) {
    int last = found == null ? 0 : Math.min(LAST_PAGE, (found.total() + ON_PAGE - 1) / ON_PAGE);
    return new SearchPage(
        words,
        script,
        asked.asking("").path(),
        asked.typed(),
        asked.kept(),
        said,
        notes,
        choices,
        results.size() < 2 && asked.number() == 1 ? List.of() : orders(asked, words),
        results,
        asked.number(),
        asked.number() == 1 ? null : asked.onPage(asked.number() - 1).path(),
        asked.number() < last ? asked.onPage(asked.number() + 1).path() : null);
  }

  private static String said(Found found, SearchAddress asked, Words words) {
    String typed = asked.typed().strip();
    if (found.total() == 0) {
      return words.text("search.none", typed);
    }
    return found.total() < Search.COUNTED
        ? words.count("search.found", found.total())
        : words.text("search.found.more", number(words, Search.COUNTED));
  }

  private static List<Link> orders(SearchAddress asked, Words words) {
    List<Link> orders = new ArrayList<>();
    for (Question.Order order : Question.Order.values()) {
      boolean now = order == asked.order();
      String name = words.text(order == Question.Order.BEST ? "search.best" : "search.newest");
      orders.add(new Link(asked.in(order).path(), name, now));
    }
    return orders;
  }

  private List<SearchPage.Choice> choices(SearchAddress asked, Facets facets, Words words) {
    List<SearchPage.Choice> choices = new ArrayList<>();
    add(choices, words.text("search.topic"), topics(asked, facets, words));
    add(choices, words.text("search.year"), years(asked, facets, words));
    add(choices, words.text("search.language"), languages(asked, facets, words));
    return choices;
  }

  /** One kind alone leaves nothing to choose, unless it is to be given up. */
  private static void add(
      List<SearchPage.Choice> choices, String name, List<SearchPage.Kind> kinds) {
    if (kinds.size() > 1 || kinds.stream().anyMatch(SearchPage.Kind::chosen)) {
      choices.add(new SearchPage.Choice(name, kinds));
    }
  }

  private List<SearchPage.Kind> topics(SearchAddress asked, Facets facets, Words words) {
    Map<String, String> names =
        articles.topics(asked.language()).stream()
            .collect(Collectors.toMap(Topic::slug, Topic::name));
    return facets.topics().entrySet().stream()
        .filter(topic -> names.containsKey(topic.getKey()))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOPICS)
        .map(
            topic -> {
              boolean chosen = topic.getKey().equals(asked.topic());
              return new SearchPage.Kind(
                  asked.ofTopic(chosen ? null : topic.getKey()).path(),
                  names.getOrDefault(topic.getKey(), topic.getKey()),
                  count(facets, topic.getValue(), words),
                  chosen);
            })
        .toList();
  }

  private static List<SearchPage.Kind> years(SearchAddress asked, Facets facets, Words words) {
    return facets.years().entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByKey().reversed())
        .limit(YEARS)
        .map(
            year -> {
              boolean chosen = year.getKey().equals(asked.year());
              return new SearchPage.Kind(
                  asked.ofYear(chosen ? null : year.getKey()).path(),
                  Integer.toString(year.getKey()),
                  count(facets, year.getValue(), words),
                  chosen);
            })
        .toList();
  }

  private List<SearchPage.Kind> languages(SearchAddress asked, Facets facets, Words words) {
    return facets.languages().entrySet().stream()
        .sorted(Comparator.comparingInt(of -> house.languages().indexOf(of.getKey())))
        .map(
            of -> {
              boolean chosen = of.getKey() == asked.edition();
              return new SearchPage.Kind(
                  asked.ofEdition(chosen ? null : of.getKey()).path(),
                  house.in(of.getKey()).words().text("language"),
                  count(facets, of.getValue(), words),
                  chosen);
            })
        .toList();
  }

  private static @Nullable String count(Facets facets, int count, Words words) {
    return facets.exact() ? number(words, count) : null;
  }

  private static String number(Words words, int number) {
    return String.format(words.language().locale(), "%,d", number);
  }

  /** One that has just been withdrawn is left out. */
  private List<SearchPage.Result> results(Found found, SearchAddress asked) {
    Map<Long, Teaser> teasers =
        articles.teasers(found.hits().stream().map(Found.Hit::article).toList()).stream()
            .collect(Collectors.toMap(Teaser::id, Function.identity()));
    Dates dates = house.in(asked.language()).dates();
    List<SearchPage.Result> results = new ArrayList<>();
    for (Found.Hit hit : found.hits()) {
      Teaser story = teasers.get(hit.article());
      if (story != null) {
        results.add(result(hit, story, asked, dates));
      }
    }
    return results;
  }

  private SearchPage.Result result(Found.Hit hit, Teaser story, SearchAddress asked, Dates dates) {
    Item item = Items.ofAll(List.of(story), dates, LocalDate.EPOCH).getFirst();
    return new SearchPage.Result(
        item,
        story.language().code(),
        story.language() == asked.language()
            ? null
            : house.in(story.language()).words().text("language"),
        hit.snippet().pieces().stream()
            .map(piece -> new SearchPage.Piece(piece.text(), piece.found()))
            .toList());
  }
}
