package io.broadsheet.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes up what the demo's rates were before: a gentle walk back from what they are, always the
 * same.
 */
final class SampleRates {
  private static final int OFFICE_DAYS = 60;
  private static final int BANK_DAYS = 365;
  private static final double STEP = 0.003;
  private static final long SEED = 11;

  private static final int BUY = 1;
  private static final int SELL = 2;
  private static final int OFFICE = 3;
  private static final int AT = 5;

  private SampleRates() {}

  /**
   * Returns rows of {@code rates.csv} for the days before its own, one a day of each office and
   * currency.
   */
  static String before(String rates) {
    Random random = new Random(SEED);
    Set<String> begun = new HashSet<>();
    StringBuilder before = new StringBuilder();
    for (String line : rates.lines().skip(1).toList()) {
      String[] first = line.split(",", -1);
      if (begun.add(first[0] + first[OFFICE])) {
        OffsetDateTime at = OffsetDateTime.parse(first[AT]);
        BigDecimal buy = new BigDecimal(first[BUY]);
        BigDecimal margin = new BigDecimal(first[SELL]).subtract(buy);
        for (int day = 1; day <= OFFICE_DAYS; day++) {
          buy = moved(buy, random);
          first[BUY] = buy.toPlainString();
          first[SELL] = buy.add(margin).toPlainString();
          first[AT] = at.minusDays(day).toString();
          before.append(String.join(",", first)).append('\n');
        }
      }
    }
    return before.toString();
  }

  /**
   * Returns a year of one euro's price as the European Central Bank writes it, without weekends.
   *
   * @param until the day after its last
   */
  static String bank(LocalDate until) {
    Random random = new Random(SEED);
    List<BigDecimal> prices =
        new ArrayList<>(
            List.of(
                new BigDecimal("1.1534"),
                new BigDecimal("0.8712"),
                new BigDecimal("8.2105"),
                new BigDecimal("178.35")));
    StringBuilder table = new StringBuilder("Date,USD,GBP,CNY,JPY,\n");
    for (LocalDate day = until.minusDays(1);
        day.isAfter(until.minusDays(BANK_DAYS));
        day = day.minusDays(1)) {
      if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
        prices.replaceAll(price -> moved(price, random));
        table.append(day).append(',');
        prices.forEach(price -> table.append(price.toPlainString()).append(','));
        table.append('\n');
      }
    }
    return table.toString();
  }

  private static BigDecimal moved(BigDecimal price, Random random) {
    return price
        .multiply(BigDecimal.valueOf(1 + STEP * random.nextGaussian()))
        .setScale(price.scale(), RoundingMode.HALF_UP);
  }
}
