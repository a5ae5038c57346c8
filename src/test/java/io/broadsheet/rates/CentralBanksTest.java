package io.broadsheet.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CentralBanksTest {
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  private interface Format {
    void read(Reader text, QuoteSink sink) throws SourceFailure;
  }

  @Test
  void kazakhstanGivesPricesOfManyUnitsAndRowsThatAreNone() throws Exception {
    Reading reading = read(new KazakhstanRates("NBK")::read, recorded("nbk.xml"), "utf-8");
    assertThat(lines(reading))
        .containsExactly(
            "USD/KZT 505.9 2026-11-23T19:00:00Z",
            "RUB/KZT 6.31 2026-11-23T19:00:00Z",
            "JPY/KZT 3.31 2026-11-23T19:00:00Z",
            "KRW/KZT 0.3514 2026-11-23T19:00:00Z",
            "IRR/KZT 0.01203 2026-11-23T19:00:00Z",
            "BYR/KZT 0.01687 2016-06-29T18:00:00Z");
    assertThat(reading.refused())
        .containsExactly(
            "CHF: “-1” is not a price: write digits and a decimal point, such as 505.9.",
            "SEK: A price must be more than 0 and below 1000000000, with at most 12 decimals.",
            "NOK: “7” is not a number of units such as 1, 10 or 100.");
  }

  @Test
  void kazakhstanOfOneDayDatesAllRowsAtOnce() throws Exception {
    Reading reading = read(new KazakhstanRates("NBK")::read, recorded("nbk-day.xml"), null);
    assertThat(lines(reading))
        .containsExactly(
            "USD/KZT 505.48 2026-11-22T19:00:00Z", "HUF/KZT 1.52 2026-11-22T19:00:00Z");
    assertThat(reading.quotes().getFirst().office()).isEqualTo("NBK");
    assertThat(reading.quotes().getFirst().official()).isTrue();
  }

  @Test
  void russiaWritesCommasAndCyrillicBytes() throws Exception {
    Reading reading = read(new RussiaRates("CBR")::read, recorded("cbr.xml"), "windows-1251");
    assertThat(lines(reading))
        .containsExactly(
            "USD/RUB 81.2345 2026-11-23T21:00:00Z",
            "KZT/RUB 0.160570 2026-11-23T21:00:00Z",
            "UZS/RUB 0.00674512 2026-11-23T21:00:00Z");
    assertThat(reading.refused())
        .containsExactly("GBP: “106.12” has no decimal comma, as the bank writes it.");
  }

  @Test
  void russiasHistoryNamesItsCurrencyByTheBanksNumber() throws Exception {
    Reading reading = read(new RussiaRates("CBR")::read, recorded("cbr-history.xml"), null);
    assertThat(lines(reading))
        .containsExactly(
            "USD/RUB 28.6200 2001-03-01T21:00:00Z",
            "USD/RUB 28.6500 2001-03-02T21:00:00Z",
            "USD/RUB 28.6600 2001-03-05T21:00:00Z");
    String other = new String(recorded("cbr-history.xml"), CYRILLIC).replace("R01235", "R99999");
    assertThatThrownBy(() -> read(new RussiaRates("CBR")::read, other.getBytes(CYRILLIC), null))
        .hasMessage("The number “R99999” of a currency is not known.");
  }

  @Test
  void theEuroIsPricedInOthersAndNeverInverted() throws Exception {
    assertThat(lines(read(new EuroRates("ECB")::read, recorded("ecb.xml"), null)))
        .containsExactly(
            "EUR/USD 1.0578 2026-11-23T15:00:00Z",
            "EUR/JPY 163.21 2026-11-23T15:00:00Z",
            "EUR/IDR 16821.5 2026-11-23T15:00:00Z");
    assertThat(lines(read(new EuroRates("ECB")::read, recorded("ecb-history.xml"), null)))
        .hasSize(5)
        .endsWith("EUR/USD 1.1789 1999-01-04T15:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | There is nothing in it.",
        "'  ' | There is nothing in it.",
        "'<!DOCTYPE html><html><body>Busy</body></html>' | It is a web page (HTML) where rates"
            + " should be.",
        "'{}' | It breaks off or is no XML at line 1.",
        "'<rss><channel><item><title>USD' | It breaks off or is no XML at line 1.",
        "'<rss><channel>' | It breaks off or is no XML at line 1.",
        "'<feed/>' | It is XML, but not that of the National Bank of Kazakhstan.",
        "'<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><item><title>&x;</title>"
            + "</item></rss>' | It defines a document type (DOCTYPE) or entities, which rates never"
            + " need.",
        "'<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss>&b;</rss>' | It defines"
            + " a document type (DOCTYPE) or entities, which rates never need.",
        "'<rss>&x;</rss>' | It breaks off or is no XML at line 1.",
        "'<?xml version=\"1.0\" encoding=\"x-no-such\"?><rss/>' | Its encoding “x-no-such” is not"
            + " known.",
        "'<?xml version=\"1.0\" encoding=\"koi8-r\"?><rss/>' | It is said to be in KOI8-R and in"
            + " UTF-8: one of them is wrong.",
      })
  void whatIsNoRatesIsRefusedWithASentence(String text, String sentence) {
    assertThatThrownBy(
            () ->
                read(
                    new KazakhstanRates("NBK")::read,
                    text.getBytes(StandardCharsets.UTF_8),
                    "utf-8"))
        .isInstanceOf(SourceFailure.class)
        .hasMessage(sentence);
  }

  @Test
  void bytesOfAnotherEncodingAreNeverTakenForText() throws Exception {
    byte[] cyrillic = recorded("cbr.xml");
    String undeclared = new String(cyrillic, CYRILLIC).replaceFirst("<\\?xml[^>]*>", "");
    assertThatThrownBy(
            () -> read(new RussiaRates("CBR")::read, undeclared.getBytes(CYRILLIC), null))
        .hasMessage("It has bytes that are no text of the encoding it names.");
    assertThatThrownBy(() -> read(new RussiaRates("CBR")::read, cyrillic, "utf-8"))
        .hasMessage("It is said to be in windows-1251 and in UTF-8: one of them is wrong.");
    byte[] marked = ("\ufeff" + undeclared).getBytes(StandardCharsets.UTF_16LE);
    assertThat(read(new RussiaRates("CBR")::read, marked, "utf-16").quotes()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nbk.xml", "nbk-day.xml", "cbr.xml", "cbr-history.xml", "ecb.xml"})
  void damagedAnswersAreRefusedAndNothingWorse(String name) throws Exception {
    Format format =
        name.startsWith("nbk")
            ? new KazakhstanRates("NBK")::read
            : name.startsWith("cbr") ? new RussiaRates("CBR")::read : new EuroRates("ECB")::read;
    byte[] whole = recorded(name);
    for (int length = 0; length < whole.length - 20; length++) {
      byte[] half = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(format, half, null)).isInstanceOf(SourceFailure.class);
    }
    long seed = System.nanoTime();
    System.out.println("CentralBanksTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = whole.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(read(format, damaged, null).quotes()).isNotNull();
      } catch (SourceFailure e) {
        assertThat(e.reason()).endsWith(".");
      }
    }
  }

  private static Reading read(Format format, byte[] bytes, @Nullable String header)
      throws IOException, SourceFailure {
    Reading reading = new Reading();
    try (Reader text = Encoded.open(new ByteArrayInputStream(bytes), header)) {
      format.read(text, reading);
    }
    return reading;
  }

  private static List<String> lines(Reading reading) {
    return reading.quotes().stream()
        .map(
            quote ->
                quote.currency()
                    + "/"
                    + quote.series().priceCurrency()
                    + " "
                    + quote.buy().toPlainString()
                    + " "
                    + quote.at())
        .toList();
  }

  static byte[] recorded(String name) throws IOException {
    try (InputStream in = CentralBanksTest.class.getResourceAsStream("/rates/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
