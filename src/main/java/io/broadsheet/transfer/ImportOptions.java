package io.broadsheet.transfer;

/**
 * How files are to be taken in.
 *
 * @param dryRun whether to tell only what would become of each record, and take nothing
 * @param cleaned whether files of single views hold no repeats, so that every row counts
 */
public record ImportOptions(boolean dryRun, boolean cleaned) {
  /** Takes everything in, and drops repeats. */
  public static final ImportOptions PLAIN = new ImportOptions(false, false);
}
