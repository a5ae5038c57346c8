package io.broadsheet.transfer;

import tools.jackson.databind.JsonNode;

/** A record as it was found in a file of stories. */
sealed interface Found {
  /** Returns its number within the file, from 1. */
  long record();

  /** Returns the line on which it begins, from 1. */
  long line();

  /**
   * An object that can be read.
   *
   * @param size about how many characters it has
   */
  record Item(long record, long line, JsonNode json, int size) implements Found {}

  /** Something that cannot be read, and why. */
  record Damaged(long record, long line, String reason) implements Found {}
}
