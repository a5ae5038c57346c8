package io.broadsheet.newsroom;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.DeskChanged;
import io.broadsheet.articles.DeskList;
import io.broadsheet.articles.DeskRow;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.Topic;
import io.broadsheet.newsroom.view.Link;
import io.broadsheet.newsroom.view.StoryDesk;
import io.broadsheet.search.DeskFound;
import io.broadsheet.search.DeskQuestion;
import io.broadsheet.search.DeskSearch;
import io.broadsheet.settings.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The desk's lists, as their template shows them. */
final class StoryDeskViews {
  private static final int ROWS = 50;

  private final Newsroom newsroom;
  private final Articles articles;
  private final Drafts drafts;
  private final Editions editions;
  private final DeskSearch search;
  private final DeskOutcomes<DeskChanged.Undo> outcomes;

  StoryDeskViews(
      Newsroom newsroom,
      Articles articles,
      Drafts drafts,
      Editions editions,
      DeskSearch search,
      DeskOutcomes<DeskChanged.Undo> outcomes) {
    this.newsroom = newsroom;
    this.articles = articles;
    this.drafts = drafts;
    this.editions = editions;
    this.search = search;
    this.outcomes = outcomes;
  }

  /**
   * What a filter lets through.
   *
   * @param total how many there are; null where nobody counted
   * @param all whether each has all that was looked for
   * @param partly whether there may be more, which cannot be found yet
   */
  private record Passed(
      List<DeskRow> rows, boolean more, @Nullable Integer total, boolean all, boolean partly) {}

  /**
   * Returns what a filter lets through.
   *
   * @param done what was done to many stories a moment ago, by its name; empty for nothing
   */
  StoryDesk desk(Visit visit, DeskFilter filter, String done) {
    Texts texts = visit.texts();
    Passed passed = passed(visit, filter);
    List<Link> topics = topics(filter, texts);
    return new StoryDesk(
        newsroom.shell(visit, Newsroom.Section.STORIES, texts.text("desk.title"), "desk.js"),
        filter.path(),
        lists(visit, filter),
        editions(filter, texts),
        finder(filter, topics, passed, texts),
        passed.rows().stream().map(row -> row(row, texts)).toList(),
        filter.parameters(),
        ops(visit, filter.list()),
        topics.stream().map(Link::name).toList(),
        outcome(visit, done),
        empty(filter, texts),
        filter.page() > 1 ? filter.at(filter.page() - 1).path() : null,
        passed.more() ? filter.at(filter.page() + 1).path() : null,
        newsroom.site().languages().stream()
            .map(one -> new StoryDesk.Begin(one.code(), texts.text("desk.begin." + one.code())))
            .toList());
  }

  private Passed passed(Visit visit, DeskFilter filter) {
    int offset = (filter.page() - 1) * ROWS;
    if (filter.list() != null && !filter.searches()) {
      List<DeskRow> rows = drafts.desk(filter.list(), filter.edition(), offset, ROWS + 1);
      return new Passed(
          rows.subList(0, Math.min(ROWS, rows.size())), rows.size() > ROWS, null, true, false);
    }
    DeskFound found = search.ask(question(visit, filter), offset, ROWS);
    return new Passed(
        editions.rows(found.articles()),
        found.total() > offset + ROWS,
        found.total(),
        found.all(),
        !found.complete());
  }

  private static DeskQuestion question(Visit visit, DeskFilter filter) {
    return new DeskQuestion(
        filter.text(),
        filter.edition(),
        filter.list(),
        filter.topic().isEmpty() ? null : filter.topic(),
        filter.mine() ? visit.member().name() : null);
  }

  private static StoryDesk.Finder finder(
      DeskFilter filter, List<Link> topics, Passed passed, Texts texts) {
    return new StoryDesk.Finder(
        filter.listCode(),
        filter.edition() == null ? null : filter.edition().code(),
        filter.text(),
        filter.mine(),
        topics,
        filter.searches() ? filter.plain().path() : null,
        filter.searches() && passed.total() != null && passed.total() > 0
            ? found(passed, passed.total(), texts)
            : "",
        passed.partly() ? texts.text("desk.partly") : "");
  }

  private static List<Link> ops(Visit visit, @Nullable DeskList list) {
    return DeskOp.of(visit, list).stream()
        .map(op -> new Link(op.code(), visit.texts().text("bulk." + op.code()), false))
        .toList();
  }

  private StoryDesk.@Nullable Outcome outcome(Visit visit, String done) {
    return outcomes
        .find(done, visit.member().name())
        .map(
            outcome ->
                new StoryDesk.Outcome(
                    outcome.what(), outcome.refused(), outcome.done().isEmpty() ? null : done))
        .orElse(null);
  }

  private static String found(Passed passed, int total, Texts texts) {
    String number = texts.number(total);
    return texts.text(
        passed.all() ? "desk.found" : "desk.found.some",
        total < DeskSearch.COUNTED ? number : number + "+");
  }

  /**
   * The topics of the editions that are shown, each as the reader's language calls it, if it does.
   */
  private List<Link> topics(DeskFilter filter, Texts texts) {
    Map<String, String> names = new LinkedHashMap<>();
    List<Language> languages = new ArrayList<>();
    if (filter.edition() != null) {
      languages.add(filter.edition());
    } else {
      languages.add(texts.language());
      languages.addAll(newsroom.site().languages());
    }
    for (Language language : languages) {
      for (Topic topic : articles.topics(language)) {
        names.putIfAbsent(topic.slug(), topic.name());
      }
    }
    if (!filter.topic().isEmpty()) {
      names.putIfAbsent(filter.topic(), filter.topic());
    }
    return names.entrySet().stream()
        .map(
            topic ->
                new Link(topic.getKey(), topic.getValue(), topic.getKey().equals(filter.topic())))
        .toList();
  }

  private static String empty(DeskFilter filter, Texts texts) {
    if (filter.searches()) {
      return texts.text("desk.nothing");
    }
    DeskList list = filter.list();
    return texts.text(list == null ? "desk.empty.writing" : "desk.empty." + DeskFilter.code(list));
  }

  private static StoryDesk.Row row(DeskRow row, Texts texts) {
    return new StoryDesk.Row(
        row.article(),
        DeskController.chosen(row.mark()),
        WritingViews.address(row.article()),
        row.language().code(),
        texts.text("edition." + row.language().code()),
        WritingViews.titled(row.headline(), texts),
        WritingViews.state(row.state(), row.stage(), texts),
        Objects.requireNonNullElse(row.by(), ""),
        texts.full(row.at()));
  }

  private List<Link> lists(Visit visit, DeskFilter filter) {
    Texts texts = visit.texts();
    List<Link> links = new ArrayList<>();
    links.add(
        new Link(
            filter.in((DeskList) null).path(),
            counted(visit, filter.in((DeskList) null), texts.text("desk.all")),
            filter.list() == null));
    for (DeskList list : DeskList.values()) {
      links.add(
          new Link(
              filter.in(list).path(),
              counted(visit, filter.in(list), texts.text("desk." + DeskFilter.code(list))),
              list == filter.list()));
    }
    return links;
  }

  /** Says how many wait in the lists that are worked off, or were found in each. */
  private String counted(Visit visit, DeskFilter filter, String name) {
    int count =
        filter.searches()
            ? search.ask(question(visit, filter), 0, 1).total()
            : switch (filter.list()) {
              case null -> 0;
              case WRITING, REVIEW, APPROVED, SCHEDULED ->
                  drafts.count(filter.list(), filter.edition());
              case PUBLISHED, WITHDRAWN -> 0;
            };
    return count == 0 ? name : name + " " + visit.texts().number(count);
  }

  private List<Link> editions(DeskFilter filter, Texts texts) {
    List<Link> links = new ArrayList<>();
    links.add(
        new Link(
            filter.in((Language) null).path(),
            texts.text("audience.all"),
            filter.edition() == null));
    for (Language one : newsroom.site().languages()) {
      links.add(
          new Link(
              filter.in(one).path(),
              texts.text("edition." + one.code()),
              one.equals(filter.edition())));
    }
    return links;
  }
}
