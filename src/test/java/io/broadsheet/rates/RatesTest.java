package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.RateSettings;
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
    rates = new Rates(opened.database(), outbox, () -> NOON, ALMATY, TestDatabase.rates());
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
    assertThat(rates.board().rows())
        .extracting(Board.Row::quote)
        .containsExactly(before.rows().getFirst().quote());
    assertThat(rates.set(quote("USD", "505.90", "509.9", NOON.plusSeconds(120))))
        .as("readers see another number")
        .isEqualTo(new Taking.Taken());
    outbox.flush();
    assertThat(told)
        .containsExactly(new RatesChanged(Set.of("USD")), new RatesChanged(Set.of("USD")));
  }

  @Test
  void whatNobodyCanQuoteYetIsRefusedAndTomorrowsOfficialRateWaitsForItsDay() {
    assertThat(rates.set(quote("USD", "400", "900", NOON.plusSeconds(301))))
        .isInstanceOf(Taking.Refused.class);
    assertThat(rates.set(quote("USD", "505.9", "509.9", NOON.plusSeconds(299))))
        .isEqualTo(new Taking.Taken());
    Instant tomorrow = Instant.parse("2026-11-20T19:00:00Z");
    rates.set(official("USD", "507", NOON));
    rates.set(official("USD", "520", tomorrow));
    assertThat(rates.board().official())
        .extracting(row -> row.quote().buy().toPlainString())
        .containsExactly("507");
    assertThat(rates.board().coming()).containsExactly(official("USD", "520", tomorrow));
    assertThat(rates.board().nextAfter(NOON)).isEqualTo(tomorrow);
    Rates then = new Rates(opened.database(), outbox, () -> tomorrow, ALMATY, TestDatabase.rates());
    assertThat(then.board().official())
        .extracting(row -> row.quote().buy().toPlainString())
        .containsExactly("520");
    assertThat(then.board().coming()).isEmpty();
  }

  @Test
  void theFirstRateOfABankIsShownEvenIfItIsTomorrows() {
    rates.set(official("EUR", "590.5", NOON.plus(Duration.ofDays(1))));
    assertThat(rates.board().official()).hasSize(1);
  }

  @Test
  void aCentralBanksDayIsItsOwnWhereverTheSiteIs() {
    Series series = new Series("USD", "KZT", KazakhstanRates.BANK, null, true);
    Instant midnight = Instant.parse("2026-11-30T19:00:00Z");
    Quote quote = new Quote(series, price("505"), price("505"), midnight);
    ZoneId moscow = ZoneId.of("Europe/Moscow");
    assertThat(quote.day(moscow)).isEqualTo("2026-12-01");
    assertThat(quote("USD", "1", "2", midnight).day(moscow)).isEqualTo("2026-11-30");
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
  void aPriceThatIsSeenToHoldOnAnotherDayHasNotChangedOnItAndThatIsTold() throws Exception {
    Instant yesterday = NOON.minus(Duration.ofDays(1));
    rates.set(quote("USD", "500", "510", yesterday.minus(Duration.ofDays(1))));
    rates.set(quote("USD", "503", "510", yesterday));
    assertThat(change()).isEqualTo("3");
    // A minute before midnight in Almaty, and at midnight.
    rates.set(quote("USD", "503", "510", Instant.parse("2026-11-19T18:59:00Z")));
    outbox.flush();
    assertThat(change()).isEqualTo("3");
    assertThat(told).hasSize(2);
    rates.set(quote("USD", "503", "510", Instant.parse("2026-11-19T19:00:00Z")));
    outbox.flush();
    assertThat(change()).isEqualTo("0");
    assertThat(told).hasSize(3);
    assertThat(rates.board().headline().getFirst().at()).isEqualTo(yesterday);
  }

  @Test
  void aQuoteIsOldByWhenItWasLastSeenToHoldAndIsFreshOnceItIsSeenAgain() throws Exception {
    rates.set(quote("USD", "500", "510", NOON.minus(Duration.ofDays(3))));
    rates.set(quote("USD", "500", "510", NOON.minus(Duration.ofDays(3)).plusSeconds(60)));
    Instant old = NOON.minus(Duration.ofDays(2)).plusSeconds(60);
    assertThat(rates.board().nextAfter(old.minusSeconds(1))).isEqualTo(old);
    assertThat(rates.board().nextAfter(old)).as("midnight").isEqualTo("2026-11-18T19:00:00Z");
    Instant seen = rates.board().rows().getFirst().seen();
    assertThat(rates.board().isOld(seen, old.minusMillis(1))).isFalse();
    assertThat(rates.board().isOld(seen, old)).isTrue();
    rates.set(quote("USD", "500", "510", NOON));
    outbox.flush();
    assertThat(rates.board().rows().getFirst().seen()).isEqualTo(NOON);
    assertThat(told).hasSize(2);
  }

  @Test
  void anOfficeWhosePriceStaysIsNotOneThatFellSilent() {
    Instant yesterday = NOON.minus(Duration.ofDays(1));
    rates.set(new Quote(series("USD", "Lavka", null), price("5"), price("6"), yesterday));
    rates.set(new Quote(series("USD", "Vokzal", null), price("4"), price("7"), NOON));
    assertThat(headline()).containsExactly("4 / 7");
    rates.set(new Quote(series("USD", "Lavka", null), price("5"), price("6"), NOON));
    assertThat(headline()).containsExactly("5 / 6");
  }

  @Test
  void aCityIsListedOnceHoweverItIsWritten() {
    rates.set(quote("USD", "3", "4", "Lavka", "Тасоткель"));
    rates.set(quote("USD", "3", "4", "Vokzal", "ТАСОТКЕЛЬ"));
    rates.set(quote("USD", "5", "6", "Lavka", "Жанаколь"));
    rates.set(quote("USD", "5", "6", null, null));
    assertThat(rates.board().cities()).containsExactly("Жанаколь", "Тасоткель");
    assertThat(rates.board().in("тасоткель").offices()).hasSize(2);
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
  void theBoardShowsTheBestOfTheLastDayUntilTheNewsroomHasAQuoteOfItsOwn() {
    Instant yesterday = NOON.minus(Duration.ofDays(1));
    rates.set(new Quote(series("USD", "Altyn", null), price("1"), price("2"), yesterday));
    rates.set(new Quote(series("USD", "Lavka", "B"), price("3"), price("9"), yesterday));
    rates.set(new Quote(series("USD", "Lavka", "B"), price("3.5"), price("8"), NOON));
    rates.set(new Quote(series("USD", "Lavka", "A"), price("5"), price("6.5"), NOON));
    rates.set(new Quote(series("USD", "Vokzal", null), price("4"), price("6"), NOON));
    rates.set(official("EUR", "9", NOON));
    assertThat(headline()).as("Altyn fell silent").containsExactly("5 / 6");
    assertThat(rates.board().headline().getFirst().change())
        .as("nobody paid more than 3 when the day began")
        .isEqualByComparingTo("2");
    rates.set(new Quote(series("USD", null, null), price("10"), price("11"), yesterday));
    assertThat(headline()).containsExactly("10 / 11");
    assertThat(rates.board().official()).hasSize(1);
    assertThat(rates.board().offices()).hasSize(5);
  }

  @Test
  void theBoardIsOfTheCityOrTheOfficeThatTheSettingsName() {
    rates.set(new Quote(series("USD", null, null), price("10"), price("11"), NOON));
    rates.set(new Quote(series("USD", "Lavka", "Almaly"), price("3"), price("6"), NOON));
    rates.set(new Quote(series("USD", "Vokzal", "Almaly"), price("4"), price("7"), NOON));
    rates.set(new Quote(series("USD", "Vokzal", "Boran"), price("5"), price("8"), NOON));
    assertThat(headline(board("ALMALY", null))).containsExactly("4 / 6");
    assertThat(headline(board("Almaly", "Vokzal"))).containsExactly("4 / 7");
    assertThat(headline(board(null, "Vokzal"))).containsExactly("5 / 7");
    assertThat(headline(board(null, "Nobody"))).isEmpty();
  }

  @Test
  void pricesInAnotherCurrencyAreSeriesOfTheirOwnAndNotOnTheBoard() {
    Series moscow = new Series("USD", "RUB", "Lavka", null, false);
    rates.set(new Quote(series("USD", "Lavka", null), price("3"), price("4"), NOON));
    rates.set(new Quote(moscow, price("80"), price("82"), NOON));
    assertThat(rates.board().rows()).hasSize(2);
    assertThat(headline()).containsExactly("3 / 4");
  }

  private Board board(@Nullable String city, @Nullable String office) {
    return new Board(
        rates.board().rows(),
        List.of(),
        ALMATY,
        new RateSettings(
            "KZT", List.of(), new RateSettings.Board(city, office), Duration.ofDays(1), List.of()));
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
        quotes.add(new Quote(series("USD", office, null), price(price), price("510"), at));
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
    return headline(rates.board());
  }

  private static List<String> headline(Board board) {
    return board.headline().stream().map(row -> row.buy() + " / " + row.sell()).toList();
  }

  private static Quote quote(String currency, String buy, String sell, Instant at) {
    return new Quote(series(currency, null, null), price(buy), price(sell), at);
  }

  private static Quote quote(
      String currency, String buy, String sell, @Nullable String office, @Nullable String city) {
    return new Quote(series(currency, office, city), price(buy), price(sell), NOON);
  }

  private static Quote official(String currency, String price, Instant at) {
    Series series = new Series(currency, "KZT", "National Bank", null, true);
    return new Quote(series, price(price), price(price), at);
  }

  private static Series series(String currency, @Nullable String office, @Nullable String city) {
    return new Series(currency, "KZT", office, city, false);
  }

  private static BigDecimal price(String text) {
    return Quote.price(text);
  }
}
