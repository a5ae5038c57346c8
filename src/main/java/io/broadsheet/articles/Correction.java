package io.broadsheet.articles;

import java.time.Instant;

/**
 * A public note that something in a story was wrong.
 *
 * @param at when it was put right
 * @param note what was wrong and what is true, 1 to 2,000 characters
 */
public record Correction(Instant at, String note) {
  public Correction {
    Check.line("A correction's note", note, 2_000);
  }
}
