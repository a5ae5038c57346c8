package io.broadsheet.audience;

import java.time.Instant;

/**
 * A view that an old site noted.
 *
 * @param at when it was, not before 1970
 * @param article the article's id, positive
 * @param visitor what the old site knew the reader by; kept as a keyed hash
 */
public record PastView(Instant at, long article, String visitor) {
  public PastView {
    if (article <= 0 || at.getEpochSecond() < 0) {
      throw new IllegalArgumentException("article ids are positive, and times are after 1970");
    }
  }
}
