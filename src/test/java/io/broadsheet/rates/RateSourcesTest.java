package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.broadsheet.audit.AuditEntry;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.RateSettings;
import io.broadsheet.settings.SourceSettings;
import io.broadsheet.web.PublicHosts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class RateSourcesTest {
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final String GOOD = "currency,buy,sell\nUSD,505.9,509.9\n";

  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final TestDatabase opened;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Rates rates;
  private final HttpServer server;
  private volatile Answer answer = text(200, GOOD);
  private final CountDownLatch end = new CountDownLatch(1);
  private final SourceSettings feed;
  private final RateSources sources;
  private Instant now = Instant.parse("2026-11-24T07:00:00Z");

  RateSourcesTest(Dialect dialect) throws IOException {
    opened = TestDatabase.open(dialect);
    outbox = new Outbox(opened.database(), () -> now, JsonMapper.shared());
    audit = new AuditLog(opened.database(), () -> now);
    rates = new Rates(opened.database(), outbox, () -> now, ALMATY, TestDatabase.rates());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/rates", exchange -> answer.to(exchange));
    server.start();
    feed =
        TestSource.of(
            "feed",
            SourceSettings.Format.CSV,
            "http://127.0.0.1:" + server.getAddress().getPort() + "/rates",
            Duration.ofSeconds(30));
    sources = sources(feed);
  }

  private RateSources sources(SourceSettings... settings) {
    RateSettings defaults = TestDatabase.rates();
    return new RateSources(
        opened.database(),
        rates,
        audit,
        () -> now,
        ALMATY,
        new RateSettings(
            defaults.currency(),
            defaults.currencies(),
            defaults.board(),
            defaults.oldAfter(),
            List.of(settings)),
        new SourceFetch(PublicHosts::isPublic),
        new SplittableRandom(1));
  }

  @AfterEach
  void close() {
    end.countDown();
    server.stop(0);
    outbox.stop();
    opened.close();
  }

  @Test
  void whatASourceGivesStandsOnTheBoardAndItsHealthIsKept() throws Exception {
    SourceHealth before = health();
    assertThat(before.tried()).isNull();
    assertThat(sources.claim()).containsExactly(feed);
    assertThat(sources.claim()).isEmpty();
    sources.fetch(feed);
    assertThat(board()).containsExactly("USD 505.9 / 509.9");
    SourceHealth health = health();
    assertThat(health.good()).isEqualTo(now);
    assertThat(health.failures()).isZero();
    assertThat(health.problem()).isEmpty();
    assertThat(Duration.between(now, health.next()))
        .isBetween(Duration.ofMinutes(108), Duration.ofMinutes(132));
    assertThat(sources(feed).claim()).isEmpty();
    now = now.plus(Duration.ofHours(3));
    assertThat(sources.age("feed", now)).isEqualTo(10_800);
    assertThat(sources(feed).claim()).containsExactly(feed);
  }

  @Test
  void aSourceThatFailsIsAskedLessAndLessAndKeepsItsLastGoodQuote() throws Exception {
    sources.fetch(feed);
    answer = text(500, "Oops");
    List<Long> minutes = List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 120L, 120L);
    for (int i = 0; i < minutes.size(); i++) {
      sources.fetch(feed);
      assertThat(health().failures()).isEqualTo(i + 1);
      assertThat(Duration.between(now, health().next()).toSeconds() / 60.0)
          .isBetween(minutes.get(i) * 0.9 - 0.1, minutes.get(i) * 1.1);
    }
    assertThat(health().problem()).isEqualTo("The source answers with status 500.");
    assertThat(sources.matter())
        .contains("Rates are not what their sources say: “feed” failed 9 times.");
    assertThat(board()).containsExactly("USD 505.9 / 509.9");
    answer = text(200, GOOD);
    sources.fetch(feed);
    assertThat(health().failures()).isZero();
    assertThat(health().problem()).isEmpty();
  }

  @Test
  void eachWayToFailHasItsSentence() throws Exception {
    assertThat(problem(text(200, ""))).isEqualTo("There is nothing in it.");
    assertThat(problem(text(200, "<!doctype html><p>Busy")))
        .isEqualTo("It is a web page (HTML) where rates should be.");
    assertThat(problem(text(200, "currency,buy,sell\n"))).isEqualTo("There are no rates in it.");
    assertThat(problem(text(200, "currency,buy,sell\nUSD,0,1\n")))
        .startsWith("None of its rates can be used: 1 refused. USD: A price must be more than 0");
    assertThat(
            problem(
                exchange -> {
                  exchange.sendResponseHeaders(200, 1_000);
                  exchange.getResponseBody().write(GOOD.getBytes(StandardCharsets.UTF_8));
                  exchange.close();
                }))
        .isEqualTo("The connection to the source failed.");
  }

  @Test
  void aSourceThatTakesTooLongIsAFailureToo() throws Exception {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('c');
          exchange.getResponseBody().flush();
          awaitEnd();
        };
    sources.fetch(
        TestSource.of("feed", SourceSettings.Format.CSV, feed.url(), Duration.ofSeconds(2)));
    assertThat(health().failures()).isEqualTo(1);
    assertThat(health().problem()).isEqualTo("The source takes too long to answer.");
  }

  @Test
  void aSourceThatIsDownIsAFailureToo() throws Exception {
    server.stop(0);
    sources.fetch(feed);
    assertThat(health().problem()).isEqualTo("The connection to the source failed.");
  }

  @Test
  void whateverGoesWrongWithinIsAFailureOfTheSource() throws Exception {
    opened.database().write(sql -> sql.sql("DROP TABLE rate_doubt").update());
    sources.fetch(feed);
    assertThat(health().failures()).isEqualTo(1);
    assertThat(health().problem())
        .isEqualTo("Its answer could not be taken in: the log of the server has why.");
    assertThat(health().next()).isAfter(now);
  }

  @Test
  void packedAnswersAreUnpackedUpToASize() throws Exception {
    answer = packed(GOOD.getBytes(StandardCharsets.UTF_8));
    sources.fetch(feed);
    assertThat(board()).containsExactly("USD 505.9 / 509.9");
    assertThat(problem(packed(new byte[SourceFetch.LARGEST + 1])))
        .isEqualTo("The answer is larger than 8 MiB.");
    assertThat(problem(text(200, "x".repeat(SourceFetch.LARGEST + 1))))
        .isEqualTo("The answer is larger than 8 MiB.");
    assertThat(
            problem(
                exchange -> {
                  exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                  text(200, GOOD).to(exchange);
                }))
        .isEqualTo("The packed answer is damaged or breaks off.");
  }

  @Test
  void aSourceLeadsOnToPublicHostsOnly() throws Exception {
    int port = server.getAddress().getPort();
    assertThat(problem(leading("http://localhost:" + port + "/rates")))
        .isEqualTo("The source leads to a host that is not public.");
    assertThat(problem(leading("http://169.254.169.254/latest")))
        .isEqualTo("The source leads to a host that is not public.");
    assertThat(problem(leading("file:///etc/passwd")))
        .isEqualTo("The source leads on to an address that is not asked.");
    assertThat(problem(leading("/rates")))
        .isEqualTo("The source leads on to other addresses too often.");
    server.createContext("/moved", exchange -> text(200, GOOD).to(exchange));
    answer = leading("/moved");
    sources.fetch(feed);
    assertThat(board()).containsExactly("USD 505.9 / 509.9");
  }

  @Test
  void aJumpIsHeldBackUntilItHasBeenSaidForADay() throws Exception {
    sources.fetch(feed);
    answer = text(200, "currency,buy,sell\nUSD,5059,5099\nEUR,590.5,596.5\n");
    now = now.plusSeconds(7_200);
    sources.fetch(feed);
    assertThat(board()).containsExactly("USD 505.9 / 509.9", "EUR 590.5 / 596.5");
    assertThat(health().problem())
        .isEqualTo(
            "1 refused. USD: It jumps from 505.9 to 5059, which is believed when the source has"
                + " said it for a day.");
    assertThat(health().failures()).isZero();
    assertThat(sources.matter())
        .contains(
            "Rates are not what their sources say: of “feed” USD 5059 / 5099 is held back as a jump.");
    now = now.plusSeconds(7_200);
    answer = text(200, GOOD);
    sources.fetch(feed);
    answer = text(200, "currency,buy,sell\nUSD,50.59,50.99\n");
    for (int hours = 0; hours < 24; hours += 8) {
      now = now.plus(Duration.ofHours(8));
      sources.fetch(feed);
      assertThat(board()).contains("USD 505.9 / 509.9");
    }
    now = now.plus(Duration.ofHours(8));
    sources.fetch(feed);
    assertThat(board()).contains("USD 50.59 / 50.99");
    assertThat(health().problem()).isEmpty();
    assertThat(sources.matter()).isEmpty();
  }

  @Test
  void aSlipIsHeldBackWhicheverWayTheRateMovedAndWhicheverPriceHasIt() throws Exception {
    sources.fetch(feed);
    now = now.plusSeconds(7_200);
    answer = text(200, "currency,buy,sell\nUSD,5040,5080\nEUR,590.5,59650\n");
    sources.fetch(feed);
    assertThat(board()).containsExactly("USD 505.9 / 509.9");
    assertThat(health().problem())
        .contains("It jumps from 505.9 to 5040")
        .contains("It is sold for more than twice what it is bought for, 590.5 / 59650.");
    now = now.plusSeconds(7_200);
    answer = text(200, "currency,buy,sell\nUSD,503.9,507.9\nEUR,590.5,1180\n");
    sources.fetch(feed);
    assertThat(board()).contains("USD 503.9 / 507.9");
    assertThat(health().problem()).isEmpty();
  }

  @Test
  void aPriceThatGoesBackAfterAJumpIsBelieved() throws Exception {
    sources.fetch(feed);
    now = now.plusSeconds(7_200);
    rates.set(
        rates.board().headline().stream()
            .findFirst()
            .map(
                row ->
                    new Quote(
                        rates.board().offices().getFirst().quote().series(),
                        Quote.price("5059"),
                        Quote.price("5099"),
                        now))
            .orElseThrow());
    assertThat(board()).contains("USD 5059 / 5099");
    now = now.plusSeconds(7_200);
    sources.fetch(feed);
    assertThat(board()).contains("USD 505.9 / 509.9");
    assertThat(health().problem()).isEmpty();
  }

  @Test
  void rowsThatAreYearsOldDoNotPassForTodays() throws Exception {
    SourceSettings bank =
        TestSource.of(
            "nbk",
            SourceSettings.Format.NATIONAL_BANK_OF_KAZAKHSTAN,
            feed.url(),
            Duration.ofSeconds(5));
    byte[] recorded = CentralBanksTest.recorded("nbk.xml");
    answer =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=utf-8");
          exchange.sendResponseHeaders(200, recorded.length);
          exchange.getResponseBody().write(recorded);
          exchange.close();
        };
    RateSources banks = sources(bank);
    banks.fetch(bank);
    assertThat(rates.board().official())
        .extracting(row -> row.quote().currency())
        .containsExactly("USD", "RUB", "IRR", "JPY", "KRW");
    assertThat(banks.find("nbk").orElseThrow().problem())
        .startsWith("4 refused. CHF: ")
        .endsWith("BYR: It is of 2016-06-29T18:00:00Z, more than two weeks ago.");
    now = now.plus(Duration.ofDays(30));
    banks.fetch(bank);
    assertThat(banks.find("nbk").orElseThrow().problem()).startsWith("None of its rates can be");
  }

  @Test
  void theDeskPausesResumesAndHastensSourcesOnTheRecord() throws Exception {
    assertThat(sources.pause("nothing", "Aida")).isFalse();
    assertThat(sources.pause("feed", "Aida")).isTrue();
    assertThat(sources.pause("feed", "Daniyar")).isFalse();
    assertThat(sources.claim()).isEmpty();
    assertThat(sources.fetchNow("feed", "Aida")).isFalse();
    assertThat(health().pausedBy()).isEqualTo("Aida");
    assertThat(health().pausedAt()).isEqualTo(now);
    assertThat(sources.resume("feed", "Aida")).isTrue();
    assertThat(sources.resume("feed", "Aida")).isFalse();
    assertThat(sources.claim()).containsExactly(feed);
    sources.fetch(feed);
    assertThat(sources.claim()).isEmpty();
    assertThat(sources.fetchNow("feed", "Daniyar")).isTrue();
    assertThat(sources.claim()).containsExactly(feed);
    assertThat(audit.of("source feed", 10))
        .extracting(AuditEntry::action)
        .containsExactly("rates.fetch", "rates.resume", "rates.pause");
  }

  @Test
  void theWatchFetchesAFastSourceBesideASlowOne() {
    SourceSettings slow =
        TestSource.of(
            "slow",
            SourceSettings.Format.CSV,
            feed.url().replace("/rates", "/slow"),
            Duration.ofSeconds(60));
    server.createContext("/slow", exchange -> Thread.startVirtualThread(this::awaitEnd));
    RateSources both = sources(slow, feed);
    SourceWatch watch = new SourceWatch(both);
    watch.start();
    try {
      await().until(() -> !board().isEmpty());
    } finally {
      watch.stop();
    }
    assertThat(watch.isRunning()).isFalse();
    assertThat(both.find("slow").orElseThrow().tried()).isNull();
  }

  private String problem(Answer given) throws InterruptedException {
    answer = given;
    sources.fetch(feed);
    assertThat(health().failures()).isPositive();
    return health().problem();
  }

  private SourceHealth health() {
    return sources.find("feed").orElseThrow();
  }

  private List<String> board() {
    return rates.board().rows().stream()
        .map(Board.Row::quote)
        .map(
            quote ->
                quote.currency()
                    + " "
                    + quote.buy().toPlainString()
                    + " / "
                    + quote.sell().toPlainString())
        .toList();
  }

  private void awaitEnd() {
    try {
      var _ = end.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Answer text(int status, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return exchange -> {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
      exchange.close();
    };
  }

  private static Answer packed(byte[] plain) {
    return exchange -> {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(plain);
      }
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, packed.size());
      packed.writeTo(exchange.getResponseBody());
      exchange.close();
    };
  }

  private static Answer leading(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
    };
  }
}
