package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteTest {
  private static final Instant NOON = Instant.parse("2026-11-20T07:00:00.123456Z");

  @ParameterizedTest
  @ValueSource(strings = {"505.9", "6.31", "6.30", "0.00000001", "999999999.99999999", "7"})
  void pricesKeepTheirDigits(String price) {
    assertThat(Quote.price(price).toPlainString()).isEqualTo(price);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "0.00",
        "-1",
        "+1",
        "1e3",
        "1E-2",
        "NaN",
        "Infinity",
        "505,9",
        "1 000",
        "0x1F",
        ".5",
        "5.",
        "1234567890",
        "1.1234567890123",
        "٥٠٥",
        "5\u00005",
        "505.9.1",
        "--help"
      })
  void whatIsNoPriceIsRefused(String price) {
    assertThatThrownBy(() -> Quote.price(price)).isInstanceOf(InvalidQuote.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "usd", "US", "USDT", "US1", "ДОЛ", "U\u0000D", "USD "})
  void whatIsNoCurrencyIsRefused(String currency) {
    assertThatThrownBy(() -> quote(currency, "1", "2", null, false))
        .isInstanceOf(InvalidQuote.class);
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "1000000000, 1000000000", "-1, 1", "0, 1", "1e3, 1e3", "1, 1.0000000000001"})
  void whatNobodyWouldQuoteIsRefused(String buy, String sell) {
    assertThatThrownBy(() -> quote("USD", buy, sell, null, false)).isInstanceOf(InvalidQuote.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " x", "x ", "a\u0000b", "a\nb", "\ud800", "x\udc00"})
  void namesThatCannotBeShownAreRefused(String office) {
    assertThatThrownBy(() -> quote("USD", "1", "2", office, false))
        .isInstanceOf(InvalidQuote.class);
  }

  @Test
  void namesHaveALimit() {
    assertThat(quote("USD", "1", "2", "я".repeat(200), false).office()).hasSize(200);
    assertThatThrownBy(() -> quote("USD", "1", "2", "я".repeat(201), false))
        .isInstanceOf(InvalidQuote.class);
  }

  @Test
  void anOfficialRateHasOnePrice() {
    assertThat(quote("USD", "507.41", "507.41", null, true).official()).isTrue();
    assertThatThrownBy(() -> quote("USD", "1", "2", null, true)).isInstanceOf(InvalidQuote.class);
  }

  @Test
  void timesAreKeptToTheMillisecond() {
    assertThat(quote("USD", "1", "2", null, false).at())
        .isEqualTo(Instant.parse("2026-11-20T07:00:00.123Z"));
    assertThatThrownBy(
            () ->
                new Quote(
                    new Series("USD", "KZT", null, null, false),
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    Instant.MAX))
        .isInstanceOf(InvalidQuote.class);
  }

  private static Quote quote(
      String currency,
      String buy,
      String sell,
      @org.jspecify.annotations.Nullable String office,
      boolean official) {
    return new Quote(
        new Series(currency, "KZT", office, null, official),
        new BigDecimal(buy),
        new BigDecimal(sell),
        NOON);
  }
}
