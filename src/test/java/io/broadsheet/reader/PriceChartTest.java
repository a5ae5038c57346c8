package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.rates.DayPrices;
import io.broadsheet.reader.view.Chart;
import io.broadsheet.settings.Language;
import io.broadsheet.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceChartTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @CsvSource({
    "500, 509, 500 502 504 506 508 510",
    "505.9, 505.9, 504 506",
    "6.31, 6.45, 6.30 6.35 6.40 6.45",
    "0.0031, 0.0034, 0.0031 0.0032 0.0033 0.0034",
    "500, 500, 499 500 501",
    "90, 100010, 0 20000 40000 60000 80000 100000 120000",
    "0.000000000001, 0.0000000002, "
        + "0.00000000000 0.00000000005 0.00000000010 0.00000000015 0.00000000020",
    "499.99, 500.01, 499.990 499.995 500.000 500.005 500.010"
  })
  void levelsAreRoundNumbersAroundAllPrices(String low, String high, String levels) {
    Chart chart = draw(day(0, low), day(1, high));
    assertThat(String.join(" ", chart.levels().stream().map(Chart.Level::number).toList()))
        .isEqualTo(levels);
  }

  @Test
  void aLineIsBrokenWhereNothingIsKnownForLongerThanAnyHolidays() {
    Chart chart = draw(day(0, "500"), day(4, "510"), day(16, "505"), day(40, "502"));
    assertThat(chart.lines().getFirst().pieces())
        .containsExactly("0.0,1000.0 100.0,0.0 400.0,500.0", "1000.0,800.0 1000.0,800.0");
  }

  @Test
  void manyYearsHaveNoMorePointsThanAScreenCanShow() {
    List<DayPrices> days = new ArrayList<>();
    for (int i = 0; i < 9_000; i++) {
      days.add(day(i, Integer.toString(400 + i % 100)));
    }
    Chart chart = PriceChart.of(days, true, "", common());
    String line = String.join(" ", chart.lines().getFirst().pieces());
    assertThat(line.split(" ")).hasSizeLessThanOrEqualTo(360);
    assertThat(line).startsWith("2.").endsWith("1000.0,12.5");
    assertThat(chart.ticks().stream().map(Chart.Tick::time))
        .containsExactly("2027", "2036", "2045");
  }

  @Test
  void aDayAloneIsADot() {
    Chart chart = draw(day(0, "500"));
    assertThat(chart.lines().getFirst().pieces()).containsExactly("0.0,500.0 0.0,500.0");
    assertThat(chart.ticks().stream().map(Chart.Tick::time)).containsExactly("1\u00a0November");
  }

  private static Chart draw(DayPrices... days) {
    return PriceChart.of(List.of(days), true, "", common());
  }

  private static DayPrices day(int n, String price) {
    BigDecimal at = new BigDecimal(price);
    DayPrices.Span span = new DayPrices.Span(at, at, at, at);
    return new DayPrices(FIRST.plusDays(n), Instant.EPOCH, Instant.EPOCH, span, span);
  }

  private static House.Common common() {
    Words words = Words.of("reader", Language.EN);
    return new House.Common(
        words, new Dates(words, ZoneId.of("Asia/Almaty")), Fragment.of(""), Fragment.of(""));
  }
}
