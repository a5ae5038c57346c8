package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class RateHistoryTest {
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final Series USD = new Series("USD", "KZT", "Lavka", "Boran", false);

  private final TestDatabase opened;
  private final Outbox outbox;
  private final Rates rates;
  private final RateHistory history;
  private Instant now = Instant.parse("2026-11-20T07:00:00Z");

  RateHistoryTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    outbox = new Outbox(opened.database(), () -> now, JsonMapper.shared());
    rates = new Rates(opened.database(), outbox, () -> now, ALMATY, TestDatabase.rates());
    history = new RateHistory(opened.database(), () -> now, ALMATY);
    outbox.start();
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void aDayHasItsFirstHighestLowestAndLastPrice() {
    set("505", "509", "2026-11-18T20:00:00Z");
    set("507.25", "511", "2026-11-19T03:00:00Z");
    set("503", "508.9", "2026-11-19T05:00:00Z");
    set("506", "510", "2026-11-19T18:59:00Z");
    set("600", "610", "2026-11-19T19:00:00Z");
    assertThat(days("2026-11-19", "2026-11-20"))
        .containsExactly(
            "2026-11-19 505 507.25 503 506 | 509 511 508.9 510",
            "2026-11-20 600 600 600 600 | 610 610 610 610");
  }

  @Test
  void aQuoteThatWasSeenToHoldIsThereOnEachDayBetween() {
    set("505", "509", "2026-11-16T07:00:00Z");
    set("505", "509", "2026-11-18T07:00:00Z");
    assertThat(days("2026-11-15", "2026-11-20")).hasSize(3);
    assertThat(days("2026-11-17", "2026-11-17"))
        .containsExactly("2026-11-17 505 505 505 505 | 509 509 509 509");
  }

  @Test
  void whatIsFoldedReadsAsBeforeAndTheBoardDoesNotChange() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int day = 0; day < 40; day++) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        Instant at =
            now.minus(Duration.ofDays(110 - day)).plusSeconds(random.nextInt(24 * 60) * 60L);
        set(String.valueOf(500 + random.nextInt(4)), "510", at.toString());
      }
    }
    List<String> before = days("2026-07-01", "2026-11-20");
    List<Board.Headline> board = rates.board().headline();
    assertThat(history.fold()).as("seed %d", seed).isPositive();
    assertThat(history.fold()).isZero();
    assertThat(days("2026-07-01", "2026-11-20")).as("seed %d", seed).isEqualTo(before);
    assertThat(rates.board().headline()).as("seed %d", seed).isEqualTo(board);
    now = now.plus(Duration.ofDays(200));
    assertThat(history.fold()).isPositive();
    assertThat(days("2026-07-01", "2026-11-20")).as("seed %d", seed).isEqualTo(before);
    assertThat(rates.board().headline()).as("seed %d", seed).isEqualTo(board);
    assertThat(history.quotes(history.series().getFirst(), Instant.EPOCH))
        .as("the last one stays, since it may go on to hold")
        .hasSize(1);
  }

  @Test
  void whatIsTakenAgainAfterItWasFoldedIsUnchanged() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      BigDecimal price = new BigDecimal(500 + random.nextInt(3));
      Instant at = Instant.parse("2020-03-01T07:00:00Z").plus(Duration.ofHours(i * 7L));
      quotes.add(new Quote(USD, price, new BigDecimal(510), at));
    }
    if (random.nextBoolean()) {
      Collections.reverse(quotes);
    }
    rates.setAll(quotes);
    history.fold();
    List<String> before = days("2020-01-01", "2020-12-31");
    Collections.shuffle(quotes, random);
    assertThat(rates.setAll(quotes)).as("seed %d", seed).containsOnly(new Taking.Unchanged());
    assertThat(days("2020-01-01", "2020-12-31")).as("seed %d", seed).isEqualTo(before);
    assertThat(set("900", "910", "2020-03-03T07:30:00Z")).isEqualTo(new Taking.Taken());
    assertThat(set("900", "910", "2020-03-03T07:30:00Z")).isEqualTo(new Taking.Unchanged());
    assertThat(days("2020-03-03", "2020-03-03")).first().asString().contains(" 900 ");
  }

  @Test
  void theChangeOfAQuoteAfterALongSilenceIsAgainstTheLastDayThatIsKnown() {
    set("500", "510", "2026-03-01T07:00:00Z");
    set("501", "510", "2026-03-02T07:00:00Z");
    set("503", "510", "2026-11-20T06:00:00Z");
    history.fold();
    assertThat(rates.board().rows().getFirst().change()).isEqualByComparingTo("2");
  }

  private Taking set(String buy, String sell, String at) {
    return rates.set(new Quote(USD, Quote.price(buy), Quote.price(sell), Instant.parse(at)));
  }

  private List<String> days(String from, String to) {
    return history
        .days(history.series().getFirst().id(), LocalDate.parse(from), LocalDate.parse(to))
        .stream()
        .map(day -> day.day() + " " + shown(day.buy()) + " | " + shown(day.sell()))
        .toList();
  }

  private static String shown(DayPrices.Span span) {
    return span.open() + " " + span.high() + " " + span.low() + " " + span.close();
  }
}
