package io.broadsheet.reader;

import io.broadsheet.TestFolders;
import io.broadsheet.accounts.TestReaders;
import io.broadsheet.articles.ArticleChanged;
import io.broadsheet.articles.ArticlePublished;
import io.broadsheet.articles.ArticleWithdrawn;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Coverage;
import io.broadsheet.articles.CoverageChanged;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.FrontChanged;
import io.broadsheet.articles.FrontSlots;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.AudienceLimits;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.CommentsChanged;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.rates.RateHistory;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.RatesChanged;
import io.broadsheet.reactions.Reactions;
import io.broadsheet.reactions.ReactionsChanged;
import io.broadsheet.reader.view.RatesBoard;
import io.broadsheet.search.Search;
import io.broadsheet.search.TestSearch;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Assets;
import io.broadsheet.web.Templates;
import io.broadsheet.web.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Readers' pages on a fresh database behind real HTTP. */
public final class TestReader implements AutoCloseable {
  /** The stories that it shows. */
  public final Articles articles;

  final FrontSlots front;
  final Coverage coverage;
  final Comments comments;
  final Reactions reactions;
  final Outbox outbox;
  final Rates rates;
  final Shared shared;
  final Audience audience;
  final ConverterController converter;
  final AtomicInteger builds = new AtomicInteger();

  private final TestDatabase opened = TestDatabase.open(Dialect.SQLITE);
  private final AudienceWatch watch;
  private final RatesWatch ratesWatch;
  private final RelatedParts related;
  private final Function<Search, SearchPageController> searching;
  private volatile RelatedParts.Finder finder = (article, limit) -> List.of();
  private final RateViews boardViews;
  private final Builders builders = new Builders();
  private final TestServer server;

  /** Starts without stories. */
  public TestReader() throws Exception {
    this(Instant::now);
  }

  /** Starts without stories; the time of rates is another. */
  TestReader(InstantSource rateClock) throws Exception {
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), Instant::now, json);
    articles = new Articles(opened.database(), outbox, Instant::now, json);
    front = new FrontSlots(opened.database(), outbox, Instant::now, json);
    rates =
        new Rates(
            opened.database(), outbox, rateClock, ZoneId.of("Asia/Almaty"), TestDatabase.rates());
    audience =
        Audience.open(
            TestFolders.create(),
            InstantSource.system(),
            new AudienceLimits(600, 1_000, 100, 1_000));
    Templates templates = new Templates("reader");
    Assets assets = new Assets();
    for (String name : List.of("reader.js", "live.js", "talk.js", "search.js", "icon.svg")) {
      try (InputStream file = getClass().getResourceAsStream("/assets/" + name)) {
        assets.add(name, Objects.requireNonNull(file));
      }
    }
    House house = new House(TestDatabase.settings(null).site(), templates, assets);
    ListVersions lists = new ListVersions();
    coverage =
        new Coverage(
            opened.database(),
            outbox,
            new AuditLog(opened.database(), Instant::now),
            Instant::now,
            json);
    LinkedData linked = new LinkedData(json);
    EntryViews entries = new EntryViews(house, coverage, linked);
    boardViews = new RateViews(house, rates::board, rateClock);
    RatePageViews ratePages = new RatePageViews(house, rates::board, rateClock);
    RateParts parts =
        new RateParts(
            house,
            templates,
            boardViews,
            ratePages,
            new HistoryViews(
                house,
                rates::board,
                new RateHistory(opened.database(), rateClock, ZoneId.of("Asia/Almaty")),
                rateClock),
            builders.shared());
    shared =
        new Shared(
            house,
            templates,
            articles,
            new ReadStories(audience, articles),
            entries,
            parts,
            builders.shared(),
            lists::changed);
    comments =
        new Comments(
            opened.database(),
            articles,
            outbox,
            Instant::now,
            TestReaders.ANYBODY,
            TestDatabase.comments());
    reactions =
        new Reactions(
            opened.database(),
            articles,
            outbox,
            Instant::now,
            TestDatabase.settings(null).reactions());
    TalkParts talk =
        new TalkParts(
            house, templates, comments, reactions, TestReaders.ANYBODY, builders.shared());
    related =
        new RelatedParts(
            house,
            templates,
            articles,
            (article, limit) -> finder.near(article, limit),
            shared,
            builders.shared());
    Pages pages =
        new Pages(
            house,
            templates,
            articles,
            shared,
            new FrontViews(house, articles, front),
            new StoryViews(house, linked),
            entries,
            talk,
            related,
            parts);
    converter =
        new ConverterController(
            house, pages, ratePages, new PersonalPages(house, templates, shared));
    searching =
        search ->
            new SearchPageController(
                house,
                new SearchPages(house, pages, articles, search, assets),
                new PersonalPages(house, templates, shared));
    PageSource counting =
        new PageSource() {
          @Override
          public Optional<Page> build(Address.OfPage address) {
            builds.incrementAndGet();
            return pages.build(address);
          }

          @Override
          public Page fault(Language language, String id) {
            return pages.fault(language, id);
          }

          @Override
          public Page busy(Language language) {
            return pages.busy(language);
          }
        };
    PageCache cache = new PageCache(counting, 10_000_000, builders.pages(), lists);
    Follower follower = new Follower(articles, cache, lists, shared, related, talk);
    outbox.subscribe(CommentsChanged.class, follower::commentsChanged);
    outbox.subscribe(ReactionsChanged.class, follower::reactionsChanged);
    outbox.subscribe(ArticlePublished.class, follower::articleChanged);
    outbox.subscribe(ArticleChanged.class, follower::articleChanged);
    outbox.subscribe(ArticleWithdrawn.class, follower::articleChanged);
    outbox.subscribe(CoverageChanged.class, follower::entriesChanged);
    outbox.subscribe(FrontChanged.class, follower::frontChanged);
    ratesWatch = new RatesWatch(parts, rates::board, rateClock);
    outbox.subscribe(RatesChanged.class, _ -> ratesWatch.ratesChanged());
    outbox.start();
    ratesWatch.start();
    watch = new AudienceWatch(audience, shared, house.languages());
    watch.start();
    PageServer handler = new PageServer(house.languages(), cache, counting, house.policy());
    handler.setHandler(assets);
    server = new TestServer(handler);
  }

  /** Has related stories found by a search, which is told of what is written here. */
  TestSearch searched(Path folder) {
    Editions editions = new Editions(opened.database(), JsonMapper.shared());
    // The search starts it again.
    outbox.stop();
    TestSearch search = TestSearch.open(folder, editions, outbox, Instant::now);
    finder = search.readers()::related;
    search.readers().follow(related);
    return search;
  }

  /** Returns what answers readers' questions from a search. */
  SearchPageController searching(Search search) {
    return searching.apply(search);
  }

  /** Returns the server, on a free port. */
  public TestServer server() {
    return server;
  }

  /** Returns the page's HTML, after everything committed was told. */
  public String html(String path) throws IOException, InterruptedException {
    outbox.flush();
    HttpResponse<byte[]> answer = server.get(path);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** Returns what the board says now, before anything has rendered it. */
  RatesBoard board(Language language) {
    return boardViews.board(language);
  }

  @Override
  public void close() {
    server.close();
    watch.stop();
    ratesWatch.stop();
    outbox.stop();
    builders.close();
    audience.close();
    opened.close();
  }
}
