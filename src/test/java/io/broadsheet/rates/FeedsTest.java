package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.settings.SourceSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
  private static final SourceSettings.Fields PLAIN =
      new SourceSettings.Fields("", "currency", "buy", "sell", "units", "office", "city", "at");

  @Test
  void jsonIsReadAlongThePathsOfTheSettings() throws Exception {
    SourceSettings source =
        source(
            SourceSettings.Format.JSON,
            new SourceSettings.Fields(
                "/data/rows", "/code", "rate/bid", "/rate/ask", "per", "office", "where/0", "time"),
            "Altyn",
            false,
            ",");
    Reading reading =
        read(
            source,
            """
            {"data": {"rows": [
              {"code": "USD", "rate": {"bid": 505.90, "ask": "509.9"}, "where": ["Talsai"],
               "time": "2026-11-24T11:30:00+05:00"},
              {"code": "KRW", "rate": {"bid": 35.1, "ask": 36}, "per": 100, "time": 1795500000},
              {"code": "EUR", "rate": {"bid": 600, "ask": 590}},
              {"code": "RUB", "rate": {"bid": 0, "ask": 6.4}},
              {"code": "CNY", "rate": {"ask": 71}},
              {"code": "JPY", "rate": {"bid": 1e999999999, "ask": 1E-999999999}},
              {"code": "GBP", "rate": {"bid": 650, "ask": 660}, "time": "noon"},
              {"rate": {"bid": 1, "ask": 2}}
            ]}}
            """
                .getBytes(StandardCharsets.UTF_8),
            "utf-8");
    assertThat(reading.quotes())
        .containsExactly(
            quote("USD", "505.90", "509.9", "Altyn", "Talsai", "2026-11-24T06:30:00Z"),
            quote("KRW", "0.351", "0.36", "Altyn", null, "2026-11-24T06:00:00Z"));
    assertThat(reading.refused())
        .containsExactly(
            "EUR: EUR would be bought for more than it is sold for, 600 / 590: put the lower price"
                + " first.",
            "RUB: A price must be more than 0 and below 1000000000, with at most 12 decimals.",
            "CNY: There is nothing under “rate/bid”.",
            "JPY: “1E+999999999” is not a price: write digits and a decimal point, such as 505.9.",
            "GBP: “noon” is not a time such as 2026-11-24T12:00:00+05:00.",
            ": “” is not a currency: write three capital letters, such as USD.");
  }

  @Test
  void anObjectNamesItsRowsByTheirCurrencies() throws Exception {
    SourceSettings source =
        source(
            SourceSettings.Format.JSON,
            new SourceSettings.Fields("rates", "code", "", "", "units", "office", "city", "at"),
            "Exchange",
            false,
            ",");
    Reading reading =
        read(source, "{\"rates\":{\"USD\":506.10}}".getBytes(StandardCharsets.UTF_8), null);
    assertThat(reading.quotes())
        .containsExactly(
            quote("USD", "506.10", "506.10", "Exchange", null, "2026-11-24T07:00:00Z"));
    assertThatThrownBy(() -> read(source, "{\"x\":1}".getBytes(StandardCharsets.UTF_8), null))
        .hasMessage("It is JSON, but has no rows under “rates”.");
    assertThatThrownBy(() -> read(source, "{\"rates\":[".getBytes(StandardCharsets.UTF_8), null))
        .hasMessage("It breaks off or is no JSON at line 1.");
    assertThatThrownBy(() -> read(source, "{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1), null))
        .hasMessage("It has bytes that are no text of the encoding it names.");
  }

  @Test
  void csvMayHaveSemicolonsDecimalCommasAndOtherBytes() throws Exception {
    SourceSettings source = source(SourceSettings.Format.CSV, PLAIN, "Altyn", true, ";");
    byte[] text =
        """
        currency;buy;sell;office;city;at
        USD;505,9;509,9;"Лавка; 1";Тасөткел;2026-11-24 12:00:00

        EUR;590.5;596,5;;;
        RUB;6,31
        CNY;70,1;71,2;;;
        """
            .getBytes(StandardCharsets.UTF_8);
    Reading reading = read(source, text, "utf-8");
    assertThat(reading.quotes())
        .containsExactly(
            quote("USD", "505.9", "509.9", "Лавка; 1", "Тасөткел", "2026-11-24T07:00:00Z"),
            quote("CNY", "70.1", "71.2", "Altyn", null, "2026-11-24T07:00:00Z"));
    assertThat(reading.refused())
        .containsExactly(
            "EUR: “590.5” has a point where a decimal comma should be.",
            "Line 5: It has another number of fields than the header.");
    byte[] cyrillic =
        "currency;buy;sell;city\nUSD;1;2;Тараз".getBytes(Charset.forName("windows-1251"));
    assertThat(read(source, cyrillic, "windows-1251").quotes().getFirst().city())
        .isEqualTo("Тараз");
    assertThatThrownBy(() -> read(source, cyrillic, null))
        .hasMessage("It has bytes that are no text of the encoding it names.");
    assertThatThrownBy(() -> read(source, "a;b\n1;2".getBytes(StandardCharsets.UTF_8), null))
        .hasMessage("Its first line names no column “buy”.");
  }

  private static Reading read(SourceSettings source, byte[] bytes, @Nullable String charset)
      throws IOException, SourceFailure {
    Reading reading = new Reading();
    try (Reader text = Encoded.open(new ByteArrayInputStream(bytes), charset)) {
      SourceFormat.of(source, "KZT", ZoneId.of("Asia/Almaty")).read(text, NOW, reading);
    }
    return reading;
  }

  private static Quote quote(
      String currency, String buy, String sell, String office, @Nullable String city, String at) {
    return new Quote(
        new Series(currency, "KZT", office, city, false),
        Quote.price(buy),
        Quote.price(sell),
        Instant.parse(at));
  }

  private static SourceSettings source(
      SourceSettings.Format format,
      SourceSettings.Fields fields,
      String office,
      boolean decimalComma,
      String separator) {
    return TestSource.of(
        "feed",
        format,
        "http://127.0.0.1/",
        Duration.ofSeconds(1),
        office,
        fields,
        decimalComma,
        separator);
  }
}
