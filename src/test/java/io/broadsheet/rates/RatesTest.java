package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class RatesTest {
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  /** Noon in Almaty, which is five hours ahead of UTC. */
  private static final Instant NOON = Instant.parse("2026-11-20T07:00:00Z");

  private final TestDatabase opened;
  private final Outbox outbox;
  private final Rates rates;
  private final List<RatesChanged> told = new ArrayList<>();

  RatesTest(Dialect dialect) {
    opened = TestDatabase.open(dialect);
    outbox = new Outbox(opened.database(), () -> NOON, JsonMapper.shared());
    rates = new Rates(opened.database(), outbox, () -> NOON, ALMATY);
    outbox.subscribe(RatesChanged.class, told::add);
    outbox.start();
  }

  @AfterEach
  void close() {
    outbox.stop();
    opened.close();
  }

  @Test
  void quotesKeepTheirDigits() {
    rates.set(quote("USD", "505.9", "509.9", NOON));
    rates.set(quote("RUB", "6.31", "6.45", NOON));
    rates.set(quote("EUR", "590.50", "596.5", NOON));
    assertThat(rates.board().rows())
        .extracting(row -> row.quote().buy().toPlainString())
        .containsExactly("505.9", "590.50", "6.31");
  }

  @Test
  void dollarEuroAndRubleComeFirstAndTheOthersByTheirLetters() {
    for (String currency : List.of("CNY", "RUB", "AED", "EUR", "USD")) {
      rates.set(quote(currency, "1", "2", NOON));
    }
    assertThat(rates.board().rows())
        .extracting(row -> row.quote().currency())
        .containsExactly("USD", "EUR", "RUB", "AED", "CNY");
  }

  @Test
  void aQuoteEqualToTheLastIsUnchangedAndToldToNobody() throws Exception {
    assertThat(rates.set(quote("USD", "505.9", "509.9", NOON))).isEqualTo(new Taking.Taken());
    Board before = rates.board();
    Quote later = quote("USD", "505.9", "509.9", NOON.plusSeconds(60));
    assertThat(rates.preview(later)).isEqualTo(new Taking.Unchanged());
    assertThat(rates.set(later)).isEqualTo(new Taking.Unchanged());
    assertThat(rates.board()).isEqualTo(before);
    assertThat(rates.set(quote("USD", "505.90", "509.9", NOON.plusSeconds(120))))
        .as("readers see another number")
        .isEqualTo(new Taking.Taken());
    outbox.flush();
    assertThat(told)
        .containsExactly(new RatesChanged(Set.of("USD")), new RatesChanged(Set.of("USD")));
  }

  @Test
  void officesAndCitiesHaveQuotesOfTheirOwnAndNoneIsOneToo() {
    List<Quote> quotes =
        List.of(
            quote("USD", "1", "2", null, null),
            quote("USD", "1", "2", "Lavka", null),
            quote("USD", "1", "2", null, "Tasotkel"),
            quote("USD", "1", "2", "Lavka", "Tasotkel"));
    assertThat(rates.setAll(quotes)).containsOnly(new Taking.Taken());
    assertThat(rates.setAll(quotes)).containsOnly(new Taking.Unchanged());
    assertThat(rates.board().rows()).hasSize(4);
  }

  @Test
  void aCityHasItsOwnQuotesAndTheOfficialOnes() {
    rates.set(quote("USD", "1", "2", null, null));
    rates.set(quote("USD", "3", "4", "Lavka", "Тасоткель"));
    rates.set(quote("USD", "5", "6", "Lavka", "Жанаколь"));
    rates.set(official("USD", "4.5", NOON));
    assertThat(rates.board(" тасоткель ").rows())
        .extracting(row -> row.quote().buy().toPlainString())
        .containsExactly("3", "4.5");
    assertThat(rates.board("Nowhere\u0000").offices()).isEmpty();
    assertThat(rates.board(null)).isEqualTo(rates.board());
  }

  @Test
  void theChangeIsAgainstTheQuoteThatHeldWhenTheDayBegan() {
    // 23:59 on the 19th and 00:00 on the 20th in Almaty; both are the 19th in UTC.
    rates.set(quote("USD", "500", "510", Instant.parse("2026-11-19T18:59:59.999Z")));
    rates.set(quote("USD", "503", "510", Instant.parse("2026-11-19T19:00:00Z")));
    rates.set(quote("USD", "505.9", "510", NOON));
    assertThat(change()).isEqualTo("5.9");
    rates.set(quote("USD", "499.25", "510", NOON.plusSeconds(1)));
    assertThat(change()).isEqualTo("-0.75");
  }

  @Test
  void aWeekendWithoutQuotesIsNotADayWithoutAPrice() {
    rates.set(quote("USD", "500.0", "510", NOON.minus(Duration.ofDays(3))));
    rates.set(quote("USD", "500.5", "510", NOON));
    assertThat(change()).isEqualTo("0.5");
  }

  @Test
  void aFirstQuoteHasNoChange() {
    rates.set(quote("USD", "500", "510", NOON));
    assertThat(rates.board().rows().getFirst().change()).isNull();
  }

  @Test
  void aQuoteOfThePastGoesIntoTheHistoryAndNotOntoTheBoard() {
    rates.set(quote("USD", "505.9", "509.9", NOON));
    assertThat(rates.set(quote("USD", "400", "410", NOON.minus(Duration.ofDays(1)))))
        .isEqualTo(new Taking.Taken());
    Board.Row row = rates.board().rows().getFirst();
    assertThat(row.quote()).isEqualTo(quote("USD", "505.9", "509.9", NOON));
    assertThat(row.change()).isEqualByComparingTo("105.9");
  }

  @Test
  void anotherQuoteOfTheSameTimeTakesItsPlace() {
    rates.set(quote("USD", "505.9", "509.9", NOON));
    rates.set(quote("USD", "506.9", "509.9", NOON));
    assertThat(rates.board().rows())
        .extracting(Board.Row::quote)
        .containsExactly(quote("USD", "506.9", "509.9", NOON));
  }

  @Test
  void aQuoteOfTheFarFutureIsRefused() {
    Quote quote = quote("USD", "1", "2", NOON.plus(Duration.ofDays(8)));
    assertThat(rates.preview(quote)).isInstanceOf(Taking.Refused.class);
    assertThat(rates.set(quote)).isInstanceOf(Taking.Refused.class);
    assertThat(rates.board().rows()).isEmpty();
  }

  @Test
  void theBoardShowsTheNewsroomsOwnQuoteElseTheFirstOfficeOfTheLastDay() {
    Instant yesterday = NOON.minus(Duration.ofDays(1));
    rates.set(new Quote("USD", price("1"), price("2"), "Altyn", null, false, yesterday));
    rates.set(new Quote("USD", price("3"), price("4"), "Lavka", "B", false, NOON));
    rates.set(new Quote("USD", price("5"), price("6"), "Lavka", "A", false, NOON));
    rates.set(new Quote("USD", price("7"), price("8"), "Vokzal", null, false, NOON.plusMillis(1)));
    rates.set(official("EUR", "9", NOON));
    assertThat(headline()).containsExactly("5");
    rates.set(new Quote("USD", price("10"), price("11"), null, null, false, yesterday));
    assertThat(headline()).containsExactly("10");
    assertThat(rates.board().official()).hasSize(1);
    assertThat(rates.board().offices()).hasSize(5);
  }

  @Test
  void inWhateverOrderQuotesComeInTheLatestIsOnTheBoard() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      String office = "Office " + round;
      List<Quote> quotes = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String price = String.valueOf(500 + random.nextInt(2));
        Instant at = NOON.minusSeconds(60L * i);
        quotes.add(new Quote("USD", price(price), price("510"), office, null, false, at));
      }
      Quote latest = quotes.getFirst();
      Collections.shuffle(quotes, random);
      quotes.forEach(rates::set);
      assertThat(rates.board().rows())
          .as("seed %d, round %d", seed, round)
          .filteredOn(row -> office.equals(row.quote().office()))
          .extracting(row -> row.quote().buy())
          .containsExactly(latest.buy());
    }
  }

  private String change() {
    BigDecimal change = rates.board().rows().getFirst().change();
    return change == null ? "none" : change.toPlainString();
  }

  private List<String> headline() {
    return rates.board().headline().stream().map(row -> row.quote().buy().toPlainString()).toList();
  }

  private static Quote quote(String currency, String buy, String sell, Instant at) {
    return new Quote(currency, price(buy), price(sell), null, null, false, at);
  }

  private static Quote quote(
      String currency, String buy, String sell, @Nullable String office, @Nullable String city) {
    return new Quote(currency, price(buy), price(sell), office, city, false, NOON);
  }

  private static Quote official(String currency, String price, Instant at) {
    return new Quote(currency, price(price), price(price), "National Bank", null, true, at);
  }

  private static BigDecimal price(String text) {
    return Quote.price(text);
  }
}
