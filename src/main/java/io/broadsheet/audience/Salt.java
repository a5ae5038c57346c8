package io.broadsheet.audience;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret of one UTC day, without which nobody can tell whose key a visitor's key is.
 *
 * @param day the days from 1970-01-01
 * @param key0 the first half of the key
 * @param key1 the second half of the key
 */
record Salt(long day, long key0, long key1) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Salt fresh(long day) {
    return new Salt(day, RANDOM.nextLong(), RANDOM.nextLong());
  }

  /**
   * Reads what {@link #line} wrote.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static Salt parse(String line) {
    String[] fields = line.split(" ", -1);
    if (fields.length != 3 || fields[1].length() != 16 || fields[2].length() != 16) {
      throw new IllegalArgumentException("not a day and two numbers of 16 digits");
    }
    return new Salt(
        Long.parseLong(fields[0]),
        HexFormat.fromHexDigitsToLong(fields[1]),
        HexFormat.fromHexDigitsToLong(fields[2]));
  }

  String line() {
    HexFormat hex = HexFormat.of();
    return day + " " + hex.toHexDigits(key0) + " " + hex.toHexDigits(key1);
  }

  /** Returns the key of a reader of this day. */
  long visitor(long network, String agent) {
    return SipHash.of(key0, key1, network, agent);
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "salt of day " + day;
  }
}
