package io.broadsheet.reader;

import io.broadsheet.reader.view.RatesBoard;
import io.broadsheet.reader.view.RatesWidget;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Templates;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The fragments that show rates: the board of every page, and the pages of all offices. */
final class RateParts {
  private static final String WIDGET_STYLE = House.style("widget.css");

  private final House house;
  private final Templates templates;
  private final RateViews boardViews;
  private final RatePageViews pageViews;
  private final HistoryViews historyViews;
  private final Executor renderers;
  private final Map<Language, Live<Fragment>> boards = new EnumMap<>(Language.class);
  private final Map<Language, Live<Fragment>> widgets = new EnumMap<>(Language.class);
  private final Held<Address> pages = new Held<>();
  private final Held<Address.History> inStories = new Held<>();

  /**
   * Describes the fragments; nothing is rendered yet.
   *
   * @param renderers threads that may wait for the database
   */
  RateParts(
      House house,
      Templates templates,
      RateViews boardViews,
      RatePageViews pageViews,
      HistoryViews historyViews,
      Executor renderers) {
    this.house = house;
    this.templates = templates;
    this.boardViews = boardViews;
    this.pageViews = pageViews;
    this.historyViews = historyViews;
    this.renderers = renderers;
    for (Language language : house.languages()) {
      boards.put(language, live("rates in " + language, () -> renderBoard(language)));
      widgets.put(language, live("widget in " + language, () -> renderWidget(language)));
    }
  }

  /** Returns the board. */
  Part board(Language language) {
    return Objects.requireNonNull(boards.get(language))::now;
  }

  /** Returns the board as a page for other sites. */
  Part widget(Language language) {
    return Objects.requireNonNull(widgets.get(language))::now;
  }

  /** Returns the policy under which browsers show that page, within others or alone. */
  String widgetPolicy() {
    return "default-src 'none'; style-src "
        + House.source(WIDGET_STYLE)
        + "; base-uri 'none'; form-action 'none'; frame-ancestors *";
  }

  /** Tells whether there is a page of a city's offices. */
  boolean has(String city) {
    return city.isEmpty() || pageViews.has(city);
  }

  /** Returns the content of the page of a city's offices, or of all. */
  Part page(Address.Rates address) {
    return held(address, "page of rates", () -> templates.render("rates", pageViews.page(address)));
  }

  /** Tells whether anything was ever quoted of a series. */
  boolean has(Address.History address) {
    return historyViews.has(address.series());
  }

  /** Returns the title of the page of a series that there is. */
  String title(Address.History address) {
    return historyViews.title(address);
  }

  /** Returns the content of the page that says how a rate has moved. */
  Part history(Address.History address) {
    return held(
        address,
        "history of a rate",
        () -> templates.render("history", historyViews.page(address)));
  }

  /** Returns how a rate has moved, as a part of a story; a sentence where nothing is known. */
  Part inStory(Address.History address) {
    return inStories.<Fragment>get(
            address,
            () ->
                live(
                    "chart of a rate",
                    () -> templates.render("chart", historyViews.inStory(address))))
        ::now;
  }

  /** Returns the content of the page that says that there are no offices in a city. */
  Part noCity(Address.NoCity address) {
    return held(
        address,
        "page of no city",
        () -> templates.render("nocity", pageViews.noCity(address.language())));
  }

  /** Has all rendered anew. */
  void changed() {
    boards.values().forEach(Live::changed);
    widgets.values().forEach(Live::changed);
    pages.changedIf(_ -> true);
    inStories.changedIf(_ -> true);
  }

  private Part held(Address address, String name, Supplier<String> html) {
    return pages.<Fragment>get(address, () -> live(name, html))::now;
  }

  private Live<Fragment> live(String name, Supplier<String> html) {
    return new Live<>(name, Live.PACE, last -> Fragment.renewed(last, html.get()), renderers);
  }

  private String renderBoard(Language language) {
    RatesBoard board = boardViews.board(language);
    return templates.render("ratesboard", board);
  }

  private String renderWidget(Language language) {
    return templates.render(
        "widget",
        new RatesWidget(
            language,
            WIDGET_STYLE,
            house.site().name(),
            boardViews.board(language),
            house.absolute(Routes.path(new Address.Rates(language)))));
  }
}
