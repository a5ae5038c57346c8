package io.broadsheet.reader;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Finding;
import io.broadsheet.articles.Teaser;
import io.broadsheet.articles.Topic;
import io.broadsheet.reader.view.Earlier;
import io.broadsheet.reader.view.Frame;
import io.broadsheet.reader.view.Message;
import io.broadsheet.reader.view.RatesPage;
import io.broadsheet.reader.view.SearchPage;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Templates;
import io.broadsheet.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Builds readers' pages from stored stories and the shared fragments. */
final class Pages implements PageSource {
  private final House house;
  private final Templates templates;
  private final Articles articles;
  private final Shared shared;
  private final Frames frames;
  private final Assembly assembly;
  private final ListPages lists;
  private final FrontViews fronts;
  private final StoryViews stories;
  private final EntryViews entries;
  private final TalkParts talk;
  private final RelatedParts related;
  private final RateParts rates;
  private final RatePages ratePages;

  Pages(
      House house,
      Templates templates,
      Articles articles,
      Shared shared,
      FrontViews fronts,
      StoryViews stories,
      EntryViews entries,
      TalkParts talk,
      RelatedParts related,
      RateParts rates) {
    this.entries = entries;
    this.talk = talk;
    this.related = related;
    this.house = house;
    this.templates = templates;
    this.articles = articles;
    this.shared = shared;
    this.frames = new Frames(house, shared);
    this.assembly = new Assembly(house, templates, shared);
    this.lists = new ListPages(house, articles, shared, frames, assembly);
    this.rates = rates;
    this.ratePages = new RatePages(house, shared, rates, frames, assembly);
    this.fronts = fronts;
    this.stories = stories;
  }

  @Override
  public Optional<Page> build(Address.OfPage address) {
    Optional<Page> page =
        switch (address) {
          case Address.Front front -> Optional.of(front(front.language()));
          case Address.Topic topic -> lists.of(topic);
          case Address.Archive archive -> lists.of(archive);
          case Address.Story story -> story(story);
          case Address.Earlier earlier -> earlier(earlier);
          case Address.Talk talk -> talk(talk);
          case Address.Top top -> top(top);
          case Address.Rates ofRates -> ratePages.of(ofRates);
          case Address.History history -> ratePages.of(history);
          case Address.NoCity nowhere -> Optional.of(ratePages.of(nowhere));
          case Address.Corrections corrections -> lists.of(corrections);
          case Address.Statement statement -> Optional.of(statement(statement));
          case Address.Missing missing ->
              Optional.of(message(missing.language(), 404, "missing", true));
        };
    // What is shared is rendered by the first page that shows it, here and not by a reader's
    // request, which must not wait for the database.
    page.ifPresent(Page::prepare);
    return page;
  }

  @Override
  public Page fault(Language language, String id) {
    return message(language, 500, "fault", false, id);
  }

  @Override
  public Page busy(Language language) {
    return message(language, 503, "busy", false);
  }

  private Page front(Language language) {
    Words words = house.in(language).words();
    FrontViews.Halves halves = fronts.of(language, shared.topics(language));
    Frame frame =
        frames.of(language, "", words.text("front.description"), frames.everywhere("", language));
    return assembly.page(
        200,
        House.home(language),
        language,
        frame,
        "",
        assembly.own("front", halves.upper()),
        shared.topTen(language),
        shared.rates(language),
        assembly.own("desks", halves.lower()));
  }

  private Optional<Page> story(Address.Story address) {
    return switch (articles.find(address.id())) {
      case Finding.Live(Article article) when house.languages().contains(article.language()) ->
          Optional.of(story(article));
      case Finding.Gone(long _, Language language, String word)
          when house.languages().contains(language) ->
          Optional.of(gone(language, word));
      case Finding.Live _, Finding.Gone _, Finding.Missing _ -> Optional.empty();
    };
  }

  private Page story(Article article) {
    Language language = article.language();
    List<Teaser> editions = articles.editions(article.story());
    Map<Language, String> paths = new TreeMap<>();
    editions.forEach(edition -> paths.put(edition.language(), edition.path()));
    paths.put(language, article.path());
    Frame frame =
        frames.ofStory(
            language,
            article.content().headline(),
            article.content().lede(),
            paths,
            stories.data(article));
    List<Topic> topics = article.content().topics();
    String topic = topics.isEmpty() ? "" : topics.getFirst().slug();
    List<Part> content =
        StorySplit.parts(
            templates.render("story", stories.story(article, editions, entries.has(article.id()))),
            inset -> within(article, inset));
    content.add(shared.topTen(language));
    content.add(shared.rates(language));
    content.add(talk.under(language, article.id(), article.path()));
    content.add(related.below(article));
    return assembly.page(200, article.path(), language, frame, topic, content.toArray(Part[]::new));
  }

  /** Returns what stands within a story and changes without it. */
  private Part within(Article article, StorySplit.Inset inset) {
    Language language = article.language();
    return switch (inset) {
      case StorySplit.Inset.Story(long other) -> shared.storyLink(language, other);
      case StorySplit.Inset.Chart(long series, Address.History.Span span) ->
          rates.inStory(new Address.History(language, series, span));
      case StorySplit.Inset.Entries() -> shared.entries(language, article.id(), Long.MAX_VALUE);
      case StorySplit.Inset.Reactions() -> talk.reacting(language, article.id());
    };
  }

  /** Makes a page of what readers say of a story. */
  private Optional<Page> talk(Address.Talk address) {
    if (!(articles.find(address.id()) instanceof Finding.Live(Article article))
        || !house.languages().contains(article.language())
        || !talk.has(address)) {
      return Optional.empty();
    }
    Address.Talk own =
        new Address.Talk(
            article.language(),
            address.id(),
            address.order(),
            address.from(),
            address.thread(),
            address.after());
    return Optional.of(beside(article, talk.page(own, article.path())));
  }

  /** Makes a page of entries that are no more on the story's own. */
  private Optional<Page> earlier(Address.Earlier address) {
    if (!(articles.find(address.id()) instanceof Finding.Live(Article article))
        || !house.languages().contains(article.language())) {
      return Optional.empty();
    }
    Language language = article.language();
    if (!entries.has(article.id())) {
      return Optional.of(story(article));
    }
    return Optional.of(beside(article, shared.entries(language, article.id(), address.before())));
  }

  /** Makes a page of something that belongs to a story and has not found room on its page. */
  private Page beside(Article article, Part part) {
    Language language = article.language();
    String headline = article.content().headline();
    List<Part> content =
        StorySplit.parts(
            templates.render(
                "earlier",
                new Earlier(
                    article.path(), article.content().emoji(), headline, StorySplit.ENTRIES)),
            _ -> part);
    content.add(shared.topTen(language));
    content.add(shared.rates(language));
    return assembly.page(
        200,
        article.path(),
        language,
        frames.ofNoAddress(language, headline),
        "",
        content.toArray(Part[]::new));
  }

  /** Makes the page that a story would have; it has no address, and nothing beside it. */
  Page preview(Article article, Instant until) {
    Language language = article.language();
    House.Common common = house.in(language);
    Words words = common.words();
    String headline = article.content().headline();
    Frame frame =
        frames.ofNoAddress(language, headline.isEmpty() ? words.text("preview") : headline);
    return assembly.alone(
        200,
        language,
        frame,
        StorySplit.parts(
            templates.render(
                "story",
                stories.preview(
                    article, words.text("preview.until", common.dates().full(until).shown()))),
            inset -> within(article, inset)));
  }

  /**
   * Returns a page for one reader alone, which no cache may keep.
   *
   * @param paths where the same is in other languages; of those it lacks the front page
   */
  Page personal(
      int status,
      Language language,
      String title,
      Map<Language, String> paths,
      String template,
      Object view) {
    return assembly.page(
        status,
        "",
        language,
        frames.ofNoAddress(language, title, paths),
        "",
        assembly.own(template, view));
  }

  private Optional<Page> top(Address.Top address) {
    Language language = address.language();
    Words words = house.in(language).words();
    String path = Routes.path(address);
    String whole = words.text("top.whole");
    if (address.topic().isEmpty()) {
      return Optional.of(top(address, whole, frames.everywhere(path.substring(4), language)));
    }
    return articles
        .topic(language, address.topic())
        .map(topic -> top(address, whole + ": " + topic.name(), Map.of(language, path)));
  }

  private Page top(Address.Top address, String title, Map<Language, String> paths) {
    Language language = address.language();
    return assembly.page(
        200,
        Routes.path(address),
        language,
        frames.of(language, title, house.in(language).words().text("top.description"), paths),
        "",
        shared.wholeTop(address),
        shared.rates(language));
  }

  /** Returns a page of rates that answers one reader's question, which no cache may keep. */
  Page rates(int status, Address.Rates address, RatesPage view) {
    return ratePages.answer(status, address, view);
  }

  /** Returns a page that answers one reader's question, which is kept nowhere. */
  Page search(Language language, String title, Map<Language, String> paths, SearchPage view) {
    return assembly.page(
        200,
        "",
        language,
        frames.ofNoAddress(language, title, paths),
        "",
        assembly.own("search", view),
        shared.topTen(language),
        shared.rates(language));
  }

  private Page statement(Address.Statement address) {
    Language language = address.language();
    Words words = house.in(language).words();
    Message text = Statements.of(address.kind(), words, house.site());
    String path = Routes.path(address);
    return assembly.page(
        200,
        path,
        language,
        frames.of(
            language,
            text.title(),
            Statements.description(address.kind(), words, house.site()),
            frames.everywhere(path.substring(4), language)),
        "",
        assembly.own("message", text),
        shared.topTen(language),
        shared.rates(language));
  }

  private Page gone(Language language, String word) {
    Words words = house.in(language).words();
    return message(
        language,
        410,
        words.text("gone.title"),
        word.isBlank() ? List.of(words.text("gone.text")) : Statements.paragraphs(word, words),
        true);
  }

  private Page message(
      Language language, int status, String key, boolean withShared, Object... values) {
    Words words = house.in(language).words();
    return message(
        language,
        status,
        words.text(key + ".title"),
        List.of(words.text(key + ".text", values)),
        withShared);
  }

  /** Makes a page that only says something; one without what is shared needs no database. */
  private Page message(
      Language language, int status, String title, List<String> paragraphs, boolean withShared) {
    House.Common common = house.in(language);
    Message message =
        new Message(
            common.words(),
            Integer.toString(status),
            title,
            List.of(new Message.Section("", "", paragraphs)),
            House.home(language),
            !withShared);
    Frame frame = frames.ofNoAddress(language, message.title());
    if (withShared) {
      return assembly.page(
          status,
          "",
          language,
          frame,
          "",
          assembly.own("message", message),
          shared.topTen(language),
          shared.rates(language));
    }
    return assembly.alone(status, language, frame, List.of(assembly.own("message", message)));
  }
}
