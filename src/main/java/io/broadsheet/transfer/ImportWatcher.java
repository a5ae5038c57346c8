package io.broadsheet.transfer;

/** Follows an import while it runs; called on the thread that imports. */
public interface ImportWatcher {
  /** Hears what became of a record, in the order of the records. */
  void record(ImportLine line);

  /**
   * Hears how far the import is, after each few hundred records.
   *
   * @param records read so far
   * @param bytes read so far
   * @param total size of all files, in bytes
   */
  void progress(long records, long bytes, long total);

  /** Tells whether the import should end; what was taken until then stays. */
  boolean stopped();
}
