package io.broadsheet.reader;

/**
 * Joins CRC-32 values of parts into that of the whole without reading the parts again.
 *
 * <p>A CRC is a polynomial over GF(2) modulo p; appending n bytes multiplies it by x^(8n). This is
 * zlib's {@code crc32_combine_op} (crc32.c, since 1.2.12). Bits are reflected: the highest bit is
 * the coefficient of x^0.
 */
final class Crc {
  private static final int POLYNOMIAL = 0xEDB88320;
  private static final int ONE = 1 << 31;

  /** x^(2^n) mod p; the order of x divides 2^32 - 1, so 32 of them are all. */
  private static final int[] POWERS = new int[32];

  static {
    int power = ONE >>> 1;
    for (int n = 0; n < POWERS.length; n++) {
      POWERS[n] = power;
      power = times(power, power);
    }
  }

  private Crc() {}

  /** Returns x^(8 · length) mod p, by which a CRC is multiplied when this many bytes follow. */
  static int shift(long length) {
    int shift = ONE;
    int k = 3;
    for (long n = length; n != 0; n >>>= 1, k++) {
      if ((n & 1) != 0) {
        shift = times(POWERS[k & 31], shift);
      }
    }
    return shift;
  }

  /**
   * Returns the CRC of two parts, one after the other.
   *
   * @param left the CRC of the first part
   * @param right the CRC of the second part
   * @param shiftOfRight {@link #shift} of the second part's length
   */
  static int join(int left, int right, int shiftOfRight) {
    return times(shiftOfRight, left) ^ right;
  }

  /** Multiplies two polynomials modulo p. */
  private static int times(int a, int b) {
    int product = 0;
    int factor = b;
    for (int rest = a; rest != 0; rest <<= 1) {
      if (rest < 0) {
        product ^= factor;
      }
      factor = (factor >>> 1) ^ (POLYNOMIAL & -(factor & 1));
    }
    return product;
  }
}
