package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.accounts.Passkeys;
import io.broadsheet.accounts.Passwords;
import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.Sessions;
import io.broadsheet.accounts.SignInLinks;
import io.broadsheet.accounts.Staff;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.accounts.StaffSession;
import io.broadsheet.accounts.TestReaders;
import io.broadsheet.accounts.TestStaff;
import io.broadsheet.articles.Article;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Coverage;
import io.broadsheet.articles.DeskWork;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.FrontSlots;
import io.broadsheet.articles.Originals;
import io.broadsheet.articles.Previews;
import io.broadsheet.articles.ReviewNotes;
import io.broadsheet.articles.Submission;
import io.broadsheet.articles.TestArticles;
import io.broadsheet.articles.Topic;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.AudienceLimits;
import io.broadsheet.audience.Outcome;
import io.broadsheet.audience.Placements;
import io.broadsheet.audience.View;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Moderation;
import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.media.Media;
import io.broadsheet.media.TestFetch;
import io.broadsheet.rates.RateAlerts;
import io.broadsheet.rates.RateDesk;
import io.broadsheet.rates.RateHistory;
import io.broadsheet.rates.RateSources;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.TestRates;
import io.broadsheet.search.DeskSearch;
import io.broadsheet.search.TestSearch;
import io.broadsheet.settings.Language;
import io.broadsheet.web.TestWeb;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/** The newsroom behind real HTTP, over an audience whose clock goes when it is told to. */
final class TestNewsroom implements AutoCloseable {
  final TestWeb web;
  final Audience audience;
  final Articles articles;
  final Media media;
  final Drafts drafts;
  final FrontSlots front;
  final AuditLog audit;
  final Staff staff;
  final SignInLinks links;
  final Sessions sessions;
  final Passwords passwords;
  final TestSearch searches;
  final DeskSearch search;
  final Comments comments;
  final Moderation moderation;
  final Rates rates;
  final RateAlerts alerts;
  final RateSources sources;

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  private final TestDatabase opened = TestDatabase.open(Dialect.SQLITE);
  private final AtomicReference<Instant> now = new AtomicReference<>(TestArticles.NOON);
  private final Outbox outbox;
  private int readers;

  TestNewsroom() throws IOException {
    this(1_000_000);
  }

  /** Opens one whose address blocks may send so many views a minute. */
  TestNewsroom(int viewsPerMinute) throws IOException {
    InstantSource clock = now::get;
    outbox = new Outbox(opened.database(), clock, JsonMapper.shared());
    articles = new Articles(opened.database(), outbox, clock, JsonMapper.shared());
    front = new FrontSlots(opened.database(), outbox, clock, JsonMapper.shared());
    audit = new AuditLog(opened.database(), clock);
    drafts = new Drafts(opened.database(), outbox, audit, clock, JsonMapper.shared());
    Editions editions = new Editions(opened.database(), JsonMapper.shared());
    staff = new Staff(opened.database(), audit, clock);
    links = new SignInLinks(opened.database(), audit, clock);
    sessions = new Sessions(opened.database(), audit, clock);
    Path folder = TestFolders.create();
    media = new Media(opened.database(), new DataFolder(folder), clock);
    passwords = new Passwords(opened.database(), audit, folder, clock);
    searches = TestSearch.open(folder, editions, outbox, clock);
    search = searches.desk();
    audience =
        Audience.open(
            TestFolders.create(), clock, new AudienceLimits(viewsPerMinute, 1_000, 100, 1_000_000));
    comments =
        new Comments(
            opened.database(),
            articles,
            outbox,
            clock,
            TestReaders.ANYBODY,
            TestDatabase.comments());
    moderation = new Moderation(opened.database(), comments, audit, clock);
    rates = new Rates(opened.database(), outbox, clock, ALMATY, TestDatabase.rates());
    alerts = new RateAlerts(opened.database(), rates, audit, clock);
    sources = TestRates.sources(opened.database(), rates, audit, clock);
    web =
        new TestWeb(
            Map.ofEntries(
                Map.entry("audience", audience),
                Map.entry("placements", new Placements(opened.database(), audience, clock)),
                Map.entry("articles", articles),
                Map.entry("drafts", drafts),
                Map.entry("editions", editions),
                Map.entry("search", search),
                Map.entry("published", searches.readers()),
                Map.entry(
                    "work", new DeskWork(opened.database(), drafts, audit, JsonMapper.shared())),
                Map.entry("audit", audit),
                Map.entry("staff", staff),
                Map.entry("links", links),
                Map.entry("sessions", sessions),
                Map.entry("passwords", passwords),
                Map.entry("passkeys", new Passkeys(opened.database(), audit, clock, "Broadsheet")),
                Map.entry(
                    "previews", new Previews(opened.database(), articles, drafts, audit, clock)),
                Map.entry("reviewNotes", new ReviewNotes(opened.database(), audit, clock)),
                Map.entry(
                    "originals",
                    new Originals(opened.database(), drafts, audit, JsonMapper.shared())),
                Map.entry(
                    "coverage",
                    new Coverage(opened.database(), outbox, audit, clock, JsonMapper.shared())),
                Map.entry("front", front),
                Map.entry("rates", rates),
                Map.entry("rateDesk", new RateDesk(opened.database(), rates, audit)),
                Map.entry("rateAlerts", alerts),
                Map.entry("rateHistory", new RateHistory(opened.database(), clock, ALMATY)),
                Map.entry("rateSources", sources),
                Map.entry("comments", comments),
                Map.entry("moderation", moderation),
                Map.entry("media", media),
                Map.entry("fetch", TestFetch.fromHere()),
                Map.entry("clock", clock)),
            NewsroomConfiguration.class,
            NewsroomSecurityConfiguration.class,
            SignInController.class,
            AccountController.class,
            StaffController.class,
            RateDeskController.class,
            RateWatchController.class,
            StoriesController.class,
            StoryFindController.class,
            DeskController.class,
            DraftController.class,
            RevisionController.class,
            PreviewLinkController.class,
            ReviewController.class,
            EditionController.class,
            CoverageController.class,
            PresenceController.class,
            PictureController.class,
            FrontController.class,
            ModerationController.class,
            ModeratedReaderController.class,
            AudienceController.class,
            AudienceDeskController.class,
            AudienceCsvController.class);
    signIn("Administrator", Role.ADMINISTRATOR);
  }

  /** Has all that is asked from now on asked by a new member of this name. */
  StaffMember signIn(String name, Role role) {
    StaffMember member = TestStaff.add(staff, name, role);
    web.keep(cookie(member));
    return member;
  }

  /** Has all that is asked from now on asked by a new member bound to topics. */
  void signIn(String name, Role role, String... topics) {
    web.keep(cookie(TestStaff.add(staff, name, role, Set.of(topics))));
  }

  /** Returns the cookie of a new session of a member. */
  String cookie(StaffMember member) {
    return "newsroom-session=" + sessions.begin(member, StaffSession.Way.LINK, "test", "127.0.0.1");
  }

  /** Publishes a story and returns its id. */
  long publish(Language language, String headline) {
    return publish(language, headline, new Topic[0]);
  }

  /** Publishes a story of topics and returns its id. */
  long publish(Language language, String headline, Topic... topics) {
    Submission story = TestArticles.story("urn:" + headline, language, headline, topics);
    long id = articles.save(story).id();
    audience.admit(id, language.code(), Set.of(), true);
    return id;
  }

  /** Has a program change what a published story says. */
  void change(long id, String headline) {
    Article before = articles.get(id).orElseThrow();
    articles.save(
        new Submission(
            before.uri(),
            before.story(),
            before.language(),
            TestArticles.content(headline),
            before.state(),
            before.published(),
            now(),
            null,
            null));
  }

  /** Has so many others read a story. */
  void read(long article, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      readers++;
      byte[] address = {10, (byte) (readers >> 16), (byte) (readers >> 8), (byte) readers};
      View view = new View(article, InetAddress.getByAddress(address), "reader", false);
      assertThat(audience.record(view).toCompletableFuture().join()).isEqualTo(Outcome.COUNTED);
    }
  }

  Instant now() {
    return Objects.requireNonNull(now.get());
  }

  void advance(Duration duration) {
    now.updateAndGet(time -> time.plus(duration));
  }

  @Override
  public void close() {
    web.close();
    searches.close();
    outbox.stop();
    audience.close();
    opened.close();
  }
}
