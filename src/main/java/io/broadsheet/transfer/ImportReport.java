package io.broadsheet.transfer;

/**
 * How an import ended.
 *
 * @param taken records that were not there before
 * @param changed records that were there and said something else
 * @param unchanged records that were there as they are
 * @param refused records that were left out
 * @param complete whether all files were read to their end; false if it was told to stop
 */
public record ImportReport(
    long taken, long changed, long unchanged, long refused, boolean complete) {
  /** Returns how many records were read. */
  public long records() {
    return taken + changed + unchanged + refused;
  }
}
