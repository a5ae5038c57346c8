package io.broadsheet.articles;

import java.util.List;

/**
 * What an edition was made from.
 *
 * @param article the other edition
 * @param now what that says: to its readers, or where it has none yet, in its draft
 * @param seen what it said when it was last carried across
 */
public record Original(Article article, Content now, Content seen) {

  /** Returns whether it has moved on since it was last carried across. */
  public boolean movedOn() {
    return !now.equals(seen);
  }

  /** Returns the lines that changed since then. */
  public List<List<TextDiff.Piece>> changes() {
    return TextDiff.changes(seen, now);
  }

  /** Returns what was put right since then, oldest first. */
  public List<Correction> corrections() {
    return now.corrections().stream()
        .filter(correction -> !seen.corrections().contains(correction))
        .toList();
  }
}
