package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {
  private static final Instant NOON = Instant.parse("2026-11-20T07:00:00Z");
  private static final Quote OLD =
      office("USD", "600", "601", "Old", NOON.minus(Duration.ofDays(2)));
  private static final Exchange EXCHANGE =
      exchange(
          office("USD", "505.9", "510", "Altyn", NOON),
          office("USD", "505", "509.9", "Lavka", NOON),
          office("EUR", "584.6", "588.4", "Altyn", NOON),
          office("UZS", "0.04", "0.05", "Altyn", NOON),
          OLD,
          official("USD", "KZT", "507.41"),
          official("JPY", "KZT", "3.3512"),
          official("CNY", "RUB", "11.05"));

  @ParameterizedTest
  @CsvSource({
    "100, USD, KZT, OFFICES, 50590.00",
    "100, USD, KZT, BUY, 50590.00",
    "100, USD, KZT, SELL, 50990.00",
    "100, USD, KZT, OFFICIAL, 50741.00",
    "50990, KZT, USD, OFFICES, 100.00",
    "50590, KZT, USD, BUY, 100.00",
    "100, USD, EUR, OFFICES, 85.98",
    "100, USD, EUR, SELL, 86.66",
    "100, USD, JPY, OFFICIAL, 15141.14",
    "0.125, USD, USD, OFFICES, 0.13",
    "0.13, UZS, KZT, OFFICES, 0.01",
    "0.12, UZS, KZT, OFFICES, 0.00",
    "999999999999.99, USD, UZS, OFFICES, 10117999999999898.82",
  })
  void anAmountIsConvertedThroughTheCountrysCurrencyAndRoundedOnce(
      BigDecimal amount, String from, String to, Exchange.Basis basis, BigDecimal result) {
    assertThat(EXCHANGE.convert(amount, from, to, basis))
        .isInstanceOfSatisfying(
            Exchange.Outcome.Converted.class,
            converted -> assertThat(converted.amount()).isEqualTo(result));
  }

  @Test
  void anAnswerNamesThePricesItUsed() {
    assertThat(EXCHANGE.convert(BigDecimal.TEN, "USD", "EUR", Exchange.Basis.OFFICES))
        .isInstanceOfSatisfying(
            Exchange.Outcome.Converted.class,
            converted ->
                assertThat(converted.used())
                    .extracting(used -> used.basis() + " " + used.price())
                    .containsExactly("BUY 505.9", "SELL 588.4"));
  }

  @ParameterizedTest
  @CsvSource({"CNY, KZT, OFFICIAL", "JPY, KZT, BUY", "EUR, USD, OFFICIAL", "KZT, JPY, OFFICES"})
  void whatNobodyPricesInTheCountrysCurrencyCannotBeConverted(
      String from, String to, Exchange.Basis basis) {
    String without = from.equals("KZT") ? to : from;
    assertThat(EXCHANGE.convert(BigDecimal.ONE, from, to, basis))
        .isEqualTo(new Exchange.Outcome.NoRate(without));
  }

  @Test
  void anOldPriceCountsOnlyWhereThereIsNoOther() {
    assertThat(exchange(OLD).convert(BigDecimal.ONE, "USD", "KZT", Exchange.Basis.BUY))
        .isInstanceOfSatisfying(
            Exchange.Outcome.Converted.class,
            converted -> assertThat(converted.amount()).isEqualByComparingTo("600"));
  }

  @Test
  void theCountrysCurrencyComesFirstAndThoseWithoutAPriceInItNotAtAll() {
    assertThat(EXCHANGE.currencies()).containsExactly("KZT", "USD", "EUR", "UZS", "JPY");
  }

  private static Exchange exchange(Quote... quotes) {
    List<Board.Row> rows =
        Arrays.stream(quotes).map(quote -> new Board.Row(1, quote, quote.at(), null)).toList();
    return new Exchange(
        new Board(rows, List.of(), ZoneId.of("Asia/Almaty"), TestDatabase.rates()),
        NOON.plusSeconds(1));
  }

  private static Quote office(String currency, String buy, String sell, String name, Instant at) {
    Series series = new Series(currency, "KZT", name, null, false);
    return new Quote(series, Quote.price(buy), Quote.price(sell), at);
  }

  private static Quote official(String currency, String priceCurrency, String price) {
    Series series = new Series(currency, priceCurrency, "Bank", null, true);
    return new Quote(series, Quote.price(price), Quote.price(price), NOON);
  }
}
