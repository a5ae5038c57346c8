package io.broadsheet.reader;

/** A place in a page, filled by a fragment that may be another one the next time. */
interface Part {
  /** Returns what stands there now; the same object as long as its bytes are the same. */
  Fragment now();

  /** Returns the bytes that go when the page that holds it does, roughly; 0 for what is shared. */
  default int weight() {
    return 0;
  }
}
