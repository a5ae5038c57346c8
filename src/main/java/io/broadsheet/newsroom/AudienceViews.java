package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Teaser;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.AudienceNumbers;
import io.broadsheet.audience.Placements;
import io.broadsheet.audience.Present;
import io.broadsheet.audience.Span;
import io.broadsheet.audience.Window;
import io.broadsheet.newsroom.view.AudienceBoard;
import io.broadsheet.newsroom.view.Export;
import io.broadsheet.newsroom.view.Figure;
import io.broadsheet.newsroom.view.LeftOut;
import io.broadsheet.newsroom.view.Link;
import io.broadsheet.newsroom.view.StoryBoard;
import io.broadsheet.settings.Language;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The boards of what is read, as their templates show them. */
final class AudienceViews {
  /** Where the board is. */
  static final String PATH = Newsroom.PATH + "audience";

  private static final int ROWS = 30;

  private final Newsroom newsroom;
  private final Audience audience;
  private final Articles articles;
  private final InstantSource clock;
  private final Instant started;
  private final PastNumbers past;
  private final HourCharts charts;
  private final ReadingViews readings;
  private final DeskViews desk;

  AudienceViews(
      Newsroom newsroom,
      Audience audience,
      Placements placements,
      Articles articles,
      InstantSource clock) {
    this.newsroom = newsroom;
    this.audience = audience;
    this.articles = articles;
    this.clock = clock;
    this.started = clock.instant();
    this.past = new PastNumbers(audience);
    this.charts = new HourCharts(clock);
    this.readings = new ReadingViews(past, newsroom.site());
    this.desk = new DeskViews(audience, placements, articles);
  }

  /** A story that is read, with its numbers. */
  record ReadStory(Teaser teaser, Present.Story numbers) {}

  /**
   * Returns what the board's table shows.
   *
   * @param edition the language of the stories; null for all
   */
  List<ReadStory> stories(@Nullable Language edition) {
    return stories(present(edition));
  }

  /**
   * Returns the board of all stories.
   *
   * @param edition the language of the stories; null for all
   * @param window how far its chart looks back
   */
  AudienceBoard board(Visit visit, @Nullable Language edition, Window window) {
    Texts texts = visit.texts();
    Present present = present(edition);
    String code = edition == null ? null : edition.code();
    long[] day = past.hourly(charts.span(Window.DAY, texts), code);
    String when = texts.text("span." + window.code());
    String whose =
        edition == null ? texts.text("audience.all") : texts.text("edition." + edition.code());
    return new AudienceBoard(
        newsroom.shell(visit, Newsroom.Section.AUDIENCE, texts.text("audience.title")),
        visit.path(),
        texts.second(clock.instant()),
        editions(edition, window, texts),
        List.of(
            figure(texts, "readers", present.readers()),
            figure(texts, "hour", present.lastHour()),
            figure(texts, "day", present.lastDay())),
        Drawing.line(dayLabel(texts, day), day, 600, 72),
        rows(stories(present), texts),
        charts.draw(
            window,
            texts,
            texts.text("chart.label." + window.code(), whose),
            span -> past.hourly(span, code)),
        windows(choice -> address(PATH, edition, choice), window, texts),
        readings.sources(charts.span(window, texts), null, when, texts),
        readings.depth(charts.span(window, texts), null, when, texts),
        desk.quarantines(texts),
        desk.placed(texts),
        leftOut(texts),
        export(
            PATH + "/now.csv" + (edition == null ? "" : "?edition=" + edition.code()),
            null,
            window,
            texts));
  }

  /** Returns the board of one story. */
  StoryBoard story(Visit visit, Article article, Window window) {
    Texts texts = visit.texts();
    long id = article.id();
    Span day = charts.span(Window.DAY, texts);
    String when = texts.text("span." + window.code());
    String headline = article.content().headline();
    return new StoryBoard(
        newsroom.shell(visit, Newsroom.Section.AUDIENCE, headline),
        visit.path(),
        texts.second(clock.instant()),
        PATH,
        article.state() == State.PUBLISHED ? article.path() : null,
        visit.covers(Permission.MODERATE, article.content()) ? CommentFrom.mode(id) : null,
        article.language().code(),
        article.content().emoji(),
        headline,
        texts.text(
            "story.about",
            texts.text("edition." + article.language().code()),
            texts.full(article.published())),
        List.of(
            figure(texts, "readers", audience.readersNow(id)),
            figure(texts, "day", Arrays.stream(past.hourly(day, id)).sum()),
            figure(texts, "views", audience.counts(id).views()),
            figure(texts, "comments", audience.counts(id).comments()),
            figure(texts, "reactions", audience.counts(id).reactions())),
        charts.draw(
            window,
            texts,
            texts.text("chart.label." + window.code(), headline),
            span -> past.hourly(span, id)),
        windows(choice -> address(PATH + "/" + id, null, choice), window, texts),
        readings.sources(charts.span(window, texts), id, when, texts),
        readings.depth(charts.span(window, texts), id, when, texts),
        desk.lists(id, texts),
        export(null, id, window, texts));
  }

  private Present present(@Nullable Language edition) {
    return audience.present(edition == null ? null : edition.code(), ROWS);
  }

  /** A story that was withdrawn a moment ago is left out until the audience has heard of it too. */
  private List<ReadStory> stories(Present present) {
    Map<Long, Teaser> teasers =
        articles.teasers(present.stories().stream().map(Present.Story::article).toList()).stream()
            .collect(Collectors.toMap(Teaser::id, Function.identity()));
    List<ReadStory> stories = new ArrayList<>();
    for (Present.Story story : present.stories()) {
      Teaser teaser = teasers.get(story.article());
      if (teaser != null) {
        stories.add(new ReadStory(teaser, story));
      }
    }
    return stories;
  }

  private List<AudienceBoard.Row> rows(List<ReadStory> stories, Texts texts) {
    Map<Long, long[]> days =
        past.lastDay(stories.stream().map(story -> story.teaser().id()).toList());
    long most = stories.stream().mapToLong(story -> story.numbers().readers()).max().orElse(0);
    Map<Long, List<String>> marks = desk.marks(texts);
    return stories.stream()
        .map(
            story ->
                row(story, marks.getOrDefault(story.teaser().id(), List.of()), most, days, texts))
        .toList();
  }

  private static AudienceBoard.Row row(
      ReadStory story, List<String> marks, long most, Map<Long, long[]> days, Texts texts) {
    Teaser teaser = story.teaser();
    Present.Story numbers = story.numbers();
    long[] day = days.get(teaser.id());
    return new AudienceBoard.Row(
        teaser.id(),
        PATH + "/" + teaser.id(),
        teaser.path(),
        teaser.language().code(),
        teaser.emoji(),
        teaser.headline(),
        marks,
        texts.number(numbers.readers()),
        Drawing.percent(most == 0 ? 0 : 100.0 * numbers.readers() / most),
        texts.number(numbers.lastHour()),
        texts.number(numbers.lastDay()),
        texts.number(numbers.views()),
        day == null || day.length == 0 ? null : Drawing.line(dayLabel(texts, day), day, 92, 24));
  }

  private static String dayLabel(Texts texts, long[] day) {
    long most = Arrays.stream(day).max().orElse(0);
    return texts.text("line.label", texts.number(most));
  }

  private static Figure figure(Texts texts, String name, long number) {
    return new Figure(texts.text("figure." + name), texts.number(number));
  }

  private List<Link> editions(@Nullable Language edition, Window window, Texts texts) {
    List<Link> links = new ArrayList<>();
    links.add(new Link(address(PATH, null, window), texts.text("audience.all"), edition == null));
    for (Language language : newsroom.site().languages()) {
      links.add(
          new Link(
              address(PATH, language, window),
              texts.text("edition." + language.code()),
              language.equals(edition)));
    }
    return links;
  }

  private static List<Link> windows(Function<Window, String> address, Window window, Texts texts) {
    return HourCharts.windows().stream()
        .map(
            choice ->
                new Link(
                    address.apply(choice) + "#hours",
                    texts.text("span." + choice.code()),
                    choice == window))
        .toList();
  }

  private static String address(String path, @Nullable Language edition, Window window) {
    List<String> parameters = new ArrayList<>();
    if (edition != null) {
      parameters.add("edition=" + edition.code());
    }
    if (window != Window.DAY) {
      parameters.add("span=" + window.code());
    }
    return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
  }

  private LeftOut leftOut(Texts texts) {
    AudienceNumbers numbers = audience.numbers();
    return new LeftOut(
        texts.text("left.since", texts.moment(started)),
        texts.text("left.counted", texts.number(numbers.counted())),
        List.of(
            reason(texts, "repeats", numbers.repeats(), false),
            reason(texts, "bots", numbers.bots(), false),
            reason(texts, "held", numbers.held(), false),
            reason(texts, "limited", numbers.limited(), false),
            reason(texts, "unknown", numbers.unknown(), false),
            reason(texts, "unwritable", numbers.unwritable(), numbers.unwritable() > 0)));
  }

  private static LeftOut.Reason reason(Texts texts, String name, long number, boolean grave) {
    return new LeftOut.Reason(
        texts.text("left." + name),
        texts.number(number),
        texts.text("left." + name + ".why"),
        grave);
  }

  private Export export(@Nullable String now, @Nullable Long article, Window window, Texts texts) {
    Span span = charts.span(window, texts);
    return new Export(
        now,
        article,
        local(span.from(), texts),
        local(span.to(), texts),
        texts.text("export.zone", texts.zoneName()));
  }

  private static String local(Instant time, Texts texts) {
    return texts.at(time).toLocalDateTime().toString();
  }
}
