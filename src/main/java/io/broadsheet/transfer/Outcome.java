package io.broadsheet.transfer;

/** What became of a record. */
public enum Outcome {
  /** It was not there before. */
  TAKEN,
  /** It was there and said something else. */
  CHANGED,
  /** It was there as it is. */
  UNCHANGED,
  /** It was left out, for the reason given. */
  REFUSED
}
