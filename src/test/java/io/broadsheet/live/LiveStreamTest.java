package io.broadsheet.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.CoverageChanged;
import io.broadsheet.articles.Submission;
import io.broadsheet.articles.TestArticles;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.AudienceLimits;
import io.broadsheet.audience.View;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.rates.Quote;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.Series;
import io.broadsheet.reactions.Reactions;
import io.broadsheet.settings.Language;
import io.broadsheet.web.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class LiveStreamTest {
  private static final Duration QUIET = Duration.ofHours(1);

  @TempDir private Path folder;
  private final TestDatabase opened = TestDatabase.open(Dialect.SQLITE);
  private final HttpClient client = HttpClient.newHttpClient();
  private Audience audience;
  private Articles articles;
  private Rates rates;
  private LiveFeeds feeds;
  private LiveStream stream;
  private TestServer server;
  private long story;
  private Duration later = Duration.ZERO;

  @BeforeEach
  void open() throws Exception {
    JsonMapper json = JsonMapper.shared();
    Outbox outbox = new Outbox(opened.database(), Instant::now, json);
    articles = new Articles(opened.database(), outbox, Instant::now, json);
    rates =
        new Rates(
            opened.database(), outbox, this::now, ZoneId.of("Asia/Almaty"), TestDatabase.rates());
    audience =
        Audience.open(folder, InstantSource.system(), new AudienceLimits(600, 1_000, 100, 1_000));
    story = articles.save(TestArticles.story("u:1", Language.RU, "Паром пошёл")).id();
    audience.admit(story, "ru", Set.of(), true);
    Reactions reactions =
        new Reactions(opened.database(), articles, outbox, Instant::now, List.of("👍"));
    feeds =
        new LiveFeeds(
            audience,
            articles,
            rates,
            reactions,
            json,
            this::now,
            List.of(Language.RU, Language.EN));
    update();
    stream = new LiveStream(feeds, 2);
    server = new TestServer(stream);
  }

  @AfterEach
  void close() {
    stream.end();
    server.close();
    audience.close();
    opened.close();
  }

  @Test
  void howFarTheEntriesOfAStoryAreIsSentToItsOwnPages() throws Exception {
    feeds.entries(Map.of(story, 4L));
    try (BufferedReader events = lines(get("/live?lang=ru&article=" + story));
        BufferedReader others = lines(get("/live?lang=ru"))) {
      assertThat(next(events, "entries")).isEqualTo("{\"id\":" + story + ",\"version\":4}");
      LivePulse pulse = new LivePulse(feeds, stream, audience);
      pulse.entriesChanged(new CoverageChanged(story, 5));
      pulse.entriesChanged(new CoverageChanged(story, 3));
      pulse.look();
      assertThat(next(events, "entries")).isEqualTo("{\"id\":" + story + ",\"version\":5}");
      stream.end();
      assertThat(others.lines()).noneMatch(line -> line.contains("entries"));
    }
  }

  @Test
  void anOfficialRateIsSentWhenItsDayBeginsThoughNobodyQuotes() throws Exception {
    official("507", now().minus(Duration.ofDays(1)));
    official("520", now().plus(Duration.ofHours(1)));
    update();
    try (BufferedReader events = lines(get("/live?lang=ru"))) {
      assertThat(next(events, "rates")).contains("\"507\"").doesNotContain("\"520\"");
      LivePulse pulse = new LivePulse(feeds, stream, audience);
      pulse.look();
      later = Duration.ofHours(1);
      pulse.look();
      assertThat(next(events, "rates")).contains("\"520\"").doesNotContain("\"507\"");
    }
  }

  @Test
  void whatIsThereIsSentAtOnceAndWhatChangesAsItDoes() throws Exception {
    HttpResponse<InputStream> answer = get("/live?lang=ru&article=" + story);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/event-stream;charset=utf-8");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store, no-transform");
    try (BufferedReader events = lines(answer)) {
      assertThat(events.readLine()).matches("retry: \\d{4}");
      events.readLine();
      assertThat(event(events, "top")).contains("\"headline\":\"Паром пошёл\"", "\"views\":0");
      assertThat(event(events, "rates")).isEqualTo("{\"quotes\":[]}");
      assertThat(event(events, "counters")).isEqualTo(counters(0));

      read(1);
      update();
      stream.send(QUIET);
      assertThat(event(events, "top")).contains("\"views\":1", "\"windowViews\":1");
      assertThat(event(events, "counters")).isEqualTo(counters(1));

      rates.set(
          new Quote(
              new Series("USD", "KZT", null, null, false),
              new BigDecimal("505.9"),
              new BigDecimal("509.9"),
              Instant.now()));
      update();
      stream.send(QUIET);
      assertThat(event(events, "rates")).contains("\"buy\":\"505.9\"");
    }
  }

  @Test
  void aPageThatIsTheFirstAfterAQuietTimeIsSentThePresent() throws Exception {
    LivePulse pulse = new LivePulse(feeds, stream, audience);
    pulse.start();
    try {
      read(1);
      await(() -> feeds.top(Language.RU).event().number() == 2);
      try (BufferedReader events = lines(get("/live?lang=ru"))) {
        events.readLine();
        events.readLine();
        assertThat(event(events, "breaking")).isEqualTo("{\"items\":[]}");
        assertThat(event(events, "top")).contains("\"views\":1");
      }
    } finally {
      pulse.stop();
    }
  }

  @Test
  void whatBreaksIsToldAndThatItIsOver() throws Exception {
    try (BufferedReader events = lines(get("/live?lang=en"))) {
      events.readLine();
      events.readLine();
      event(events, "top");
      event(events, "rates");
      Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
      long id = articles.save(breaking(now, now.plusSeconds(60))).id();
      feeds.announce();
      stream.send(QUIET);
      assertThat(event(events, "breaking"))
          .isEqualTo(
              "{\"items\":[{\"id\":%d,\"url\":\"/en/news/the-ice-gives-way-%d\",\"headline\":\"The ice gives way\"}]}"
                  .formatted(id, id));
      articles.save(breaking(now, null));
      feeds.announce();
      stream.send(QUIET);
      assertThat(event(events, "breaking")).isEqualTo("{\"items\":[]}");
    }
  }

  private static Submission breaking(Instant now, @Nullable Instant until) {
    return TestArticles.breaking("u:ice", Language.EN, "The ice gives way", now, until);
  }

  @Test
  void aPageOfAnotherLanguageHearsOfItsOwn() throws Exception {
    try (BufferedReader events = lines(get("/live?lang=en"))) {
      events.readLine();
      events.readLine();
      assertThat(event(events, "top")).isEqualTo("{\"items\":[]}");
    }
  }

  @Test
  void moreThanMayBeOpenAreTurnedAwayUntilOneLeaves() throws Exception {
    InputStream first = get("/live?lang=ru&article=" + story).body();
    InputStream second = get("/live?lang=ru&article=" + story).body();
    HttpResponse<InputStream> third = get("/live?lang=ru");
    assertThat(third.statusCode()).isEqualTo(503);
    assertThat(third.headers().firstValue("Retry-After")).contains("30");
    assertThat(stream.openPages()).isEqualTo(2);
    first.close();
    await(
        () -> {
          stream.send(Duration.ZERO);
          return stream.openPages() == 1;
        });
    assertThat(get("/live?lang=ru").statusCode()).isEqualTo(200);
    second.close();
  }

  @Test
  void oneAddressBlockLeavesRoomForOthers() throws Exception {
    server.close();
    stream = new LiveStream(feeds, 100);
    server = new TestServer(stream);
    for (int i = 0; i < 20; i++) {
      assertThat(from("203.0.113." + i).statusCode()).isEqualTo(200);
    }
    assertThat(from("203.0.113.99").statusCode()).isEqualTo(503);
    assertThat(from("203.0.114.1").statusCode()).isEqualTo(200);
    for (int i = 0; i < 25; i++) {
      assertThat(get("/live?lang=ru").statusCode()).isEqualTo(200);
    }
    assertThat(stream.openPages()).isEqualTo(46);
  }

  private HttpResponse<InputStream> from(String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.uri("/live?lang=ru"))
            .header("X-Forwarded-For", address)
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  @Test
  void theStreamEndsWhenTheServerStops() throws Exception {
    try (BufferedReader events = lines(get("/live?lang=ru"))) {
      events.readLine();
      await(() -> stream.openPages() == 1);
      stream.end();
      assertThat(events.lines()).isNotEmpty();
      await(() -> stream.openPages() == 0);
    }
  }

  @Test
  void aPageThatIsOpenedWhileTheServerStopsEndsToo() throws Exception {
    stream.end();
    try (BufferedReader events = lines(get("/live?lang=ru"))) {
      assertThat(events.lines()).first().asString().startsWith("retry: ");
      await(() -> stream.openPages() == 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/live,400",
    "GET,/live?lang=,400",
    "GET,/live?lang=kk,400",
    "GET,/live?lang=ru&article=-1,400",
    "GET,/live?lang=ru&article=99999999999999999999,400",
    "GET,/live?lang=ru&article=x,400",
    "POST,/live?lang=ru,405",
    "HEAD,/live?lang=ru,405"
  })
  void whatMakesNoSenseIsRefused(String method, String path, int status) throws Exception {
    HttpResponse<byte[]> answer = server.send(method, path);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(stream.openPages()).isZero();
  }

  private void update() {
    feeds.read();
    feeds.quote();
  }

  private void read(int reader) throws Exception {
    InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) reader});
    audience.record(new View(story, address, "reader", false)).toCompletableFuture().join();
  }

  private String counters(int views) {
    return "{\"id\":%d,\"views\":%d,\"comments\":0,\"reactions\":0,\"readers\":%d}"
        .formatted(story, views, views);
  }

  private HttpResponse<InputStream> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.uri(path)).build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  private static BufferedReader lines(HttpResponse<InputStream> answer) {
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static String event(BufferedReader events, String name) throws IOException {
    assertThat(events.readLine()).isEqualTo("event: " + name);
    String data = events.readLine();
    assertThat(data).startsWith("data: ");
    assertThat(events.readLine()).isEmpty();
    return data.substring("data: ".length());
  }

  /** Passes others over until there is one of this name. */
  private static String next(BufferedReader events, String name) throws IOException {
    String line;
    do {
      line = events.readLine();
    } while (line != null && !line.equals("event: " + name));
    return String.valueOf(events.readLine()).substring("data: ".length());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private Instant now() {
    return Instant.now().plus(later);
  }

  private void official(String price, Instant at) {
    Series series = new Series("USD", "KZT", "National Bank of Kazakhstan", null, true);
    rates.set(new Quote(series, new BigDecimal(price), new BigDecimal(price), at));
  }
}
