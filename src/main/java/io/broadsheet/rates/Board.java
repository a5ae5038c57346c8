package io.broadsheet.rates;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quotes that hold now: of each office, city and currency the one of the latest time.
 *
 * <p>Equal quotes make equal boards, whenever and in whatever order they came in.
 *
 * @param rows by currency (USD, EUR, RUB, then the others by their letters), official ones last,
 *     then by office and city, those without one first
 * @param zone in which days begin
 */
public record Board(List<Row> rows, ZoneId zone) {
  private static final List<String> FIRST = List.of("USD", "EUR", "RUB");
  private static final Comparator<@Nullable String> NONE_FIRST =
      Comparator.nullsFirst(Comparator.<String>naturalOrder());
  private static final Comparator<Row> ORDER =
      Comparator.comparingInt((Row row) -> rank(row.quote().currency()))
          .thenComparing(row -> row.quote().currency())
          .thenComparing(row -> row.quote().official())
          .thenComparing(row -> row.quote().office(), NONE_FIRST)
          .thenComparing(row -> row.quote().city(), NONE_FIRST);

  /**
   * A quote and what it was before.
   *
   * @param change of the buying price against the last quote before this one's day, the one that
   *     held when the day began; null where there is none
   */
  public record Row(Quote quote, @Nullable BigDecimal change) {}

  public Board {
    rows = rows.stream().sorted(ORDER).toList();
  }

  /** Returns the quotes of exchange offices. */
  public List<Row> offices() {
    return rows.stream().filter(row -> !row.quote().official()).toList();
  }

  /** Returns the rates of central banks. */
  public List<Row> official() {
    return rows.stream().filter(row -> row.quote().official()).toList();
  }

  /**
   * Returns one row a currency, for the board on every page.
   *
   * <p>The newsroom's own quote goes first, which names no office; else, of the offices that quoted
   * the currency on the last day that anybody did, the first by name. So the board neither jumps
   * between offices with every quote nor stays with one that fell silent. Official rates are not
   * for sale and never stand here.
   */
  public List<Row> headline() {
    List<Row> chosen = new ArrayList<>();
    List<Row> offices = offices();
    for (int from = 0, to; from < offices.size(); from = to) {
      String currency = offices.get(from).quote().currency();
      to = from + 1;
      while (to < offices.size() && offices.get(to).quote().currency().equals(currency)) {
        to++;
      }
      chosen.add(foremost(offices.subList(from, to)));
    }
    return List.copyOf(chosen);
  }

  /** The rows are in order, so the first that will do is the one. */
  private Row foremost(List<Row> ofCurrency) {
    Row first = ofCurrency.getFirst();
    if (first.quote().office() == null) {
      return first;
    }
    long lastDay = ofCurrency.stream().mapToLong(this::day).max().orElseThrow();
    return ofCurrency.stream().filter(row -> day(row) == lastDay).findFirst().orElseThrow();
  }

  private long day(Row row) {
    return row.quote().at().atZone(zone).toLocalDate().toEpochDay();
  }

  private static int rank(String currency) {
    int index = FIRST.indexOf(currency);
    return index < 0 ? FIRST.size() : index;
  }
}
