package io.broadsheet.articles;

import io.broadsheet.settings.Language;
import java.time.Instant;
import java.util.List;

/**
 * What editors put first on the front page of a language.
 *
 * @param version counts the savings, for good; 0 before the first
 * @param slots in the order of the page, each story once
 * @param by who saved it; empty before the first
 * @param at when it was saved
 */
public record FrontPage(
    Language language, long version, List<FrontSlot> slots, String by, Instant at) {
  /** How many stories can be put on it at most, those whose time has not come among them. */
  public static final int MOST = 24;

  /** How many of them it shows at once at most: one that leads, and two columns behind it. */
  public static final int SHOWN = 9;

  public FrontPage {
    slots = List.copyOf(slots);
    Check.that(slots.size() <= MOST, "The front page takes " + MOST + " stories at most.");
    Check.that(
        slots.stream().mapToLong(FrontSlot::article).distinct().count() == slots.size(),
        "A story stands on the front page once.");
  }
}
