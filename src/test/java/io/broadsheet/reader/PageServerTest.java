package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import io.broadsheet.settings.Language;
import io.broadsheet.web.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageServerTest {
  private static final String STORY = "/ru/economy/ceny-na-hleb-7";

  private final Shelf shelf = new Shelf();
  private final ThreadPoolExecutor builders =
      new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(1));
  private final ListVersions lists = new ListVersions();
  private final PageCache cache = new PageCache(shelf, 1_000_000, builders, lists);
  private TestServer server;

  /** Stories in memory, and builds that can be held up. */
  private static final class Shelf implements PageSource {
    private final Map<Long, String> stories = new ConcurrentHashMap<>();
    private final AtomicInteger builds = new AtomicInteger();
    private volatile CountDownLatch started = new CountDownLatch(0);
    private volatile CountDownLatch hold = new CountDownLatch(0);
    private volatile Fragment live = Fragment.of("<b>live 1</b>");

    @Override
    public Optional<Page> build(Address.OfPage address) {
      builds.incrementAndGet();
      String text =
          address instanceof Address.Story(Language ignored, long id)
              ? stories.get(id)
              : "at " + address;
      started.countDown();
      try {
        assertThat(hold.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (text == null || (address instanceof Address.Topic topic && topic.number() > 9)) {
        return Optional.empty();
      }
      if (text.equals("broken")) {
        throw new IllegalStateException("secret of the house");
      }
      int status = address instanceof Address.Missing ? 404 : 200;
      return Optional.of(page(status, STORY, address.language(), text));
    }

    @Override
    public Page fault(Language language, String id) {
      return page(500, "", language, "fault " + id);
    }

    @Override
    public Page busy(Language language) {
      return page(503, "", language, "busy");
    }

    private Page page(int status, String path, Language language, String text) {
      Part shared = () -> live;
      return new Page(status, path, language, List.of(Fragment.of("<p>" + text + "</p>"), shared));
    }
  }

  /** What stands in for the framework. */
  private static final class Framework extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.setStatus(299);
      callback.succeeded();
      return true;
    }
  }

  @BeforeEach
  void start() throws Exception {
    shelf.stories.put(7L, "bread");
    PageServer pages =
        new PageServer(List.of(Language.values()), cache, shelf, "default-src 'self'");
    pages.setHandler(new Framework());
    server = new TestServer(pages);
  }

  @AfterEach
  void stop() {
    server.close();
    builders.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({"identity,''", "gzip,gzip", "zstd,zstd", "'gzip, zstd',zstd"})
  void pagesComeInTheEncodingThatIsLiked(String accepted, String encoding) throws Exception {
    HttpResponse<byte[]> answer = server.get(STORY, "Accept-Encoding", accepted);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(encoding);
    assertThat(decoded(answer)).isEqualTo("<p>bread</p><b>live 1</b>");
    assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(header(answer, "Content-Language")).isEqualTo("ru");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(answer, "Cache-Control")).contains("s-maxage=5", "stale-if-error");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'self'");
  }

  @Test
  void refusingEveryEncodingIsAProblem() throws Exception {
    assertThat(server.get(STORY, "Accept-Encoding", "*;q=0").statusCode()).isEqualTo(406);
  }

  @Test
  void whatTheReaderHasIsNotSentAgain() throws Exception {
    String tag = header(server.get(STORY, "Accept-Encoding", "gzip"), "ETag");
    for (String known : List.of(tag, "W/" + tag, "\"x\", W/" + tag, "*")) {
      HttpResponse<byte[]> answer =
          server.get(STORY, "Accept-Encoding", "gzip", "If-None-Match", known);
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(tag);
      assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
      assertThat(header(answer, "Cache-Control")).contains("s-maxage=5");
      assertThat(answer.headers().map()).doesNotContainKeys("content-encoding", "content-type");
    }
    HttpResponse<byte[]> other = server.get(STORY, "Accept-Encoding", "zstd", "If-None-Match", tag);
    assertThat(other.statusCode()).as("another representation").isEqualTo(200);
    shelf.live = Fragment.of("<b>live 2</b>");
    HttpResponse<byte[]> changed =
        server.get(STORY, "Accept-Encoding", "gzip", "If-None-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(decoded(changed)).contains("live 2");
  }

  @Test
  void rangesAreIgnoredAndHeadHasNoBody() throws Exception {
    HttpResponse<byte[]> range = server.get(STORY, "Range", "bytes=0-3");
    assertThat(range.statusCode()).isEqualTo(200);
    assertThat(decoded(range)).isEqualTo("<p>bread</p><b>live 1</b>");
    String head = server.raw("HEAD " + STORY + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(head)
        .startsWith("HTTP/1.1 200 ")
        .contains("Content-Length: " + range.body().length)
        .contains("ETag: " + header(range, "ETag"))
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"})
  void pagesAreOnlyRead(String method) throws Exception {
    String answer =
        server.raw(
            method + " /kk/ HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
  }

  @ParameterizedTest
  @CsvSource({
    "/ru/economy/old-slug-7, " + STORY,
    "/ru/sport/ceny-na-hleb-7, " + STORY,
    "/kk/economy/ceny-na-hleb-7?utm_source=x, " + STORY + "?utm_source=x",
    "/kk, /kk/",
    "/kk/economy, /kk/economy/",
    "/kk?//evil, /kk/?//evil",
    "/kk?%0d%0aX:y, /kk/?%0d%0aX:y"
  })
  void otherPathsLeadToTheRightOne(String path, String right) throws Exception {
    HttpResponse<byte[]> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(header(answer, "Location")).isEqualTo(right);
  }

  @Test
  void lettersThatAClientDidNotEncodeAreEncodedWhereTheyLead() throws Exception {
    // UTF-8, byte by byte; carelessly narrowed, its first two letters would end the line.
    String answer =
        server.raw(
            "GET /kk?q=\u00c4\u008d\u00c4\u008a\u00c3\u00a9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).contains("Location: /kk/?q=%C4%8D%C4%8A%C3%A9\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-GB,en;q=0.9,ru;q=0.8 | /en/",
        "ru-KZ, kk;q=0.9         | /ru/",
        "de, kk;q=0.1            | /kk/",
        "de                      | /kk/",
        "''                      | /kk/",
        ";;q=9,,%                | /kk/",
        "*                       | /kk/"
      })
  void theRootLeadsToTheReadersLanguage(String accepted, String path) throws Exception {
    HttpResponse<byte[]> answer = server.get("/", "Accept-Language", accepted);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo(path);
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Language");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/kkk/",
        "/de/",
        "/k/",
        "/KK/",
        "/kk/economy/x-99",
        "/kk/economy/x-",
        "/kk/economy/x-07",
        "/kk/economy/7",
        "/kk/economy/x-9999999999999999999",
        "/kk/economy/x-1e3",
        "/kk/a/b/c-7",
        "/kk/economy/-",
        "/kk/Economy/",
        "/kk/top/",
        "/kk/economy/?page=0",
        "/kk/economy/?page=-1",
        "/kk/economy/?page=x",
        "/kk/economy/?page=10",
        "/kk/economy/?page=99999999999",
        "/kk/top?by=luck",
        "/kk/top?window=2h",
        "/kk/%D2%9B%D0%B0%D0%B7"
      })
  void whatIsNotThereIsARealPageSayingSo(String path) throws Exception {
    HttpResponse<byte[]> answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(decoded(answer)).contains("Missing");
    assertThat(header(answer, "Content-Language")).isEqualTo("kk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/top",
        "/api",
        "/kk/search",
        "/feeds/kk/corrections.xml",
        "/robots.txt",
        "/newsroom/",
        "/media/x"
      })
  void theRestIsTheFrameworks(String path) throws Exception {
    assertThat(server.get(path).statusCode()).isEqualTo(299);
    assertThat(server.send("POST", path).statusCode()).isEqualTo(299);
  }

  @Test
  void onePageIsBuiltOnceForAllWhoWaitAndNobodyElseWaits() throws Exception {
    assertThat(server.get("/kk/").statusCode()).isEqualTo(200);
    int before = shelf.builds.get();
    shelf.started = new CountDownLatch(1);
    shelf.hold = new CountDownLatch(1);
    List<CompletableFuture<String>> waiting =
        java.util.stream.Stream.generate(() -> soon(STORY)).limit(40).toList();
    assertThat(shelf.started.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(server.get("/kk/").statusCode()).as("ready pages go on").isEqualTo(200);
    shelf.hold.countDown();
    for (CompletableFuture<String> answer : waiting) {
      assertThat(answer.get(5, TimeUnit.SECONDS)).contains("bread");
    }
    assertThat(shelf.builds.get() - before).isEqualTo(1);
  }

  @Test
  void tooManyBuildsAskToComeAgain() throws Exception {
    shelf.started = new CountDownLatch(1);
    shelf.hold = new CountDownLatch(1);
    CompletableFuture<String> running = soon("/kk/economy/");
    assertThat(shelf.started.await(5, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<String> queued = soon("/ru/economy/");
    while (builders.getQueue().isEmpty()) {
      Thread.onSpinWait();
    }
    HttpResponse<byte[]> refused = server.get("/en/economy/");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(header(refused, "Retry-After")).isEqualTo("1");
    assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
    shelf.hold.countDown();
    assertThat(running.get(5, TimeUnit.SECONDS)).contains("Topic");
    assertThat(queued.get(5, TimeUnit.SECONDS)).contains("Topic");
    assertThat(server.get("/en/economy/").statusCode()).isEqualTo(200);
  }

  @Test
  void aFaultIsAdmittedUnderAnIdAndNotKept() throws Exception {
    shelf.stories.put(7L, "broken");
    HttpResponse<byte[]> fault = server.get(STORY);
    assertThat(fault.statusCode()).isEqualTo(500);
    assertThat(decoded(fault)).containsPattern("fault [0-9a-f]{8}").doesNotContain("secret");
    assertThat(header(fault, "Cache-Control")).isEqualTo("no-store");
    shelf.stories.put(7L, "mended");
    assertThat(decoded(server.get(STORY))).contains("mended");
  }

  @Test
  void aChangeDuringABuildIsNeverCoveredByTheOlderPage() throws Exception {
    shelf.started = new CountDownLatch(1);
    shelf.hold = new CountDownLatch(1);
    CompletableFuture<String> early = soon(STORY);
    assertThat(shelf.started.await(5, TimeUnit.SECONDS)).isTrue();
    // The build has read "bread" by now.
    shelf.stories.put(7L, "butter");
    cache.storyChanged(7);
    shelf.hold.countDown();
    assertThat(early.get(5, TimeUnit.SECONDS)).contains("bread");
    assertThat(decoded(server.get(STORY))).contains("butter");
  }

  @Test
  void aStoryThatAppearsWhileItIsFoundAbsentIsServed() throws Exception {
    shelf.started = new CountDownLatch(1);
    shelf.hold = new CountDownLatch(1);
    shelf.stories.remove(7L);
    CompletableFuture<String> early = soon(STORY);
    assertThat(shelf.started.await(5, TimeUnit.SECONDS)).isTrue();
    shelf.stories.put(7L, "bread");
    cache.storyChanged(7);
    shelf.hold.countDown();
    assertThat(early.get(5, TimeUnit.SECONDS)).contains("Missing");
    assertThat(decoded(server.get(STORY))).contains("bread");
  }

  @Test
  void absentStoriesAreLookedForOnceUntilTheyAppear() throws Exception {
    server.get("/ru/");
    for (int i = 0; i < 20; i++) {
      assertThat(server.get("/ru/economy/x-8").statusCode()).isEqualTo(404);
    }
    assertThat(shelf.builds.get()).as("front, story, missing").isEqualTo(3);
    shelf.stories.put(8L, "new");
    cache.storyChanged(8);
    assertThat(server.get("/ru/economy/x-8").statusCode()).isEqualTo(301);
  }

  @Test
  void aChangeTouchesItsStoryAndTheListsOfItsLanguageOnly() throws Exception {
    shelf.stories.put(8L, "other");
    List<String> paths = List.of("/ru/", "/ru/economy/", "/kk/", STORY, "/ru/economy/x-8");
    for (String path : paths) {
      server.get(path);
    }
    int before = shelf.builds.get();
    cache.storyChanged(8);
    lists.changed(Language.RU);
    for (String path : paths) {
      server.get(path);
      server.get(path);
    }
    assertThat(shelf.builds.get() - before).as("story 8, front and topic").isEqualTo(3);
  }

  private CompletableFuture<String> soon(String path) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return decoded(server.get(path));
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        command -> Thread.ofVirtual().start(command));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("absent");
  }

  private static String decoded(HttpResponse<byte[]> answer) throws IOException {
    ByteArrayInputStream body = new ByteArrayInputStream(answer.body());
    String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
    byte[] bytes =
        switch (encoding.toLowerCase(Locale.ROOT)) {
          case "gzip" -> new GZIPInputStream(body).readAllBytes();
          case "zstd" -> new ZstdInputStream(body).readAllBytes();
          default -> answer.body();
        };
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
