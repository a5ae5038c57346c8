package io.broadsheet.reader;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Corrected;
import io.broadsheet.articles.Teaser;
import io.broadsheet.articles.Topic;
import io.broadsheet.reader.view.CorrectionList;
import io.broadsheet.reader.view.Listing;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the pages of lists: the stories of a topic, and what was put right. */
final class ListPages {
  private static final int IN_LIST = 20;

  private final House house;
  private final Articles articles;
  private final Shared shared;
  private final Frames frames;
  private final Assembly assembly;
  private final CalendarViews calendars;

  ListPages(House house, Articles articles, Shared shared, Frames frames, Assembly assembly) {
    this.house = house;
    this.articles = articles;
    this.shared = shared;
    this.frames = frames;
    this.assembly = assembly;
    this.calendars = new CalendarViews(house, articles);
  }

  /** Returns a page of a topic's stories, or of all; empty where there are none. */
  Optional<Page> of(Address.Topic address) {
    Language language = address.language();
    House.Common common = house.in(language);
    int from = (address.number() - 1) * IN_LIST;
    boolean all = address.topic().equals(Routes.NEWS);
    Optional<String> title =
        all
            ? Optional.of(common.words().text("list.news"))
            : articles.topic(language, address.topic()).map(Topic::name);
    if (title.isEmpty()) {
      return Optional.empty();
    }
    List<Teaser> found =
        all
            ? articles.latest(language, from, IN_LIST + 1)
            : articles.inTopic(language, address.topic(), from, IN_LIST + 1);
    if (found.isEmpty() && !(all && address.number() == 1)) {
      return Optional.empty();
    }
    return Optional.of(listing(address, title.get(), found));
  }

  private Page listing(Address.Topic address, String name, List<Teaser> found) {
    Language language = address.language();
    House.Common common = house.in(language);
    List<Teaser> shown = found.subList(0, Math.min(IN_LIST, found.size()));
    LocalDate newest = Items.newest(shown, common.dates()).orElse(LocalDate.EPOCH);
    boolean all = address.topic().equals(Routes.NEWS);
    var items =
        all
            ? Items.ofAll(shown, common.dates(), newest)
            : Items.ofTopic(shown, common.dates(), newest);
    int number = address.number();
    boolean led = number == 1 && !items.isEmpty();
    Listing listing =
        new Listing(
            common.words(),
            name,
            all && number == 1 ? calendars.of(language, null) : null,
            led ? items.getFirst() : null,
            led ? items.subList(1, items.size()) : items,
            number,
            number == 1 ? null : Routes.path(turn(address, number - 1)),
            found.size() > IN_LIST ? Routes.path(turn(address, number + 1)) : null);
    String title =
        number == 1 ? name : name + "\u00a0– " + common.words().text("list.page", number);
    return assembly.page(
        200,
        Routes.path(address),
        language,
        frames.of(
            language,
            title,
            all
                ? common.words().text("list.news.description")
                : common.words().text("list.description", name),
            frames.counterparts(address)),
        address.topic(),
        assembly.own("listing", listing),
        shared.topTen(language),
        shared.rates(language));
  }

  /** Returns a page of what was published in a month or on a day; empty where nothing was. */
  Optional<Page> of(Address.Archive address) {
    Language language = address.language();
    House.Common common = house.in(language);
    int number = address.number();
    List<Teaser> found =
        articles.between(
            language,
            calendars.start(address.from()),
            calendars.start(address.until()),
            (number - 1) * IN_LIST,
            IN_LIST + 1);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    String date =
        address.day() == 0
            ? calendars.name(language, address.month())
            : common.dates().date(address.from());
    List<Teaser> shown = found.subList(0, Math.min(IN_LIST, found.size()));
    Listing listing =
        new Listing(
            common.words(),
            date,
            calendars.of(language, address),
            null,
            Items.ofAll(shown, common.dates(), address.from()),
            number,
            number == 1 ? null : Routes.path(turn(address, number - 1)),
            found.size() > IN_LIST ? Routes.path(turn(address, number + 1)) : null);
    String path = Routes.path(address);
    return Optional.of(
        assembly.page(
            200,
            path,
            language,
            frames.of(
                language,
                number == 1 ? date : date + "\u00a0– " + common.words().text("list.page", number),
                common.words().text("list.archive.description", date),
                Map.of(language, path)),
            Routes.NEWS,
            assembly.own("listing", listing),
            shared.topTen(language),
            shared.rates(language)));
  }

  private static Address.Archive turn(Address.Archive address, int number) {
    return new Address.Archive(address.language(), address.month(), address.day(), number);
  }

  private static Address.Topic turn(Address.Topic address, int number) {
    return new Address.Topic(address.language(), address.topic(), number);
  }

  /** Returns a page of what was put right; empty beyond the last. */
  Optional<Page> of(Address.Corrections address) {
    Language language = address.language();
    int from = (address.number() - 1) * IN_LIST;
    List<Corrected> found = articles.corrections(language, from, IN_LIST + 1);
    if (found.isEmpty() && address.number() > 1) {
      return Optional.empty();
    }
    House.Common common = house.in(language);
    Words words = common.words();
    int number = address.number();
    CorrectionList list =
        new CorrectionList(
            words,
            found.stream().limit(IN_LIST).map(one -> entry(one, common)).toList(),
            CorrectionsFeedController.path(language),
            number,
            number == 1 ? null : Routes.path(new Address.Corrections(language, number - 1)),
            found.size() > IN_LIST
                ? Routes.path(new Address.Corrections(language, number + 1))
                : null);
    String path = Routes.path(address);
    return Optional.of(
        assembly.page(
            200,
            path,
            language,
            frames.of(
                language,
                words.text("corrections.title"),
                words.text("corrections.description"),
                number == 1
                    ? frames.everywhere(path.substring(4), language)
                    : Map.of(language, path)),
            "",
            assembly.own("corrections", list),
            shared.topTen(language),
            shared.rates(language)));
  }

  private static CorrectionList.Entry entry(Corrected one, House.Common common) {
    return new CorrectionList.Entry(
        "c" + one.story().id() + "-" + one.n(),
        one.story().path(),
        one.story().emoji(),
        one.story().headline(),
        common.dates().full(one.correction().at()),
        one.correction().note(),
        one.changes());
  }
}
