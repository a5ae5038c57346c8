package io.broadsheet.rates;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * Tells the desk that a price moved.
 *
 * @param id its number
 * @param at when that was noticed
 * @param known whose price it is
 * @param sold whether it is the price at which the office sells, and not that at which it buys
 * @param from the price before
 * @param to the price now
 * @param hours within how many it moved
 */
public record RateNote(
    long id,
    Instant at,
    RateHistory.Known known,
    boolean sold,
    BigDecimal from,
    BigDecimal to,
    int hours) {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** Returns by how many hundredths the price moved, below 0 if it fell, rounded half up. */
  public BigDecimal percent() {
    return to.subtract(from).multiply(HUNDRED).divide(from, 2, RoundingMode.HALF_UP);
  }
}
