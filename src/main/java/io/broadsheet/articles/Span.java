package io.broadsheet.articles;

import org.jspecify.annotations.Nullable;

/**
 * How far a cell of a table reaches.
 *
 * @param colspan how many columns, 1 to 20; null for 1
 * @param rowspan how many rows, 1 to 20; null for 1
 */
public record Span(@Nullable Integer colspan, @Nullable Integer rowspan) {
  /** The most columns or rows. */
  static final int MOST = 20;

  public Span {
    colspan = checked(colspan);
    rowspan = checked(rowspan);
  }

  /** Returns how many columns a cell takes. */
  static int columns(@Nullable Span span) {
    return span == null || span.colspan == null ? 1 : span.colspan;
  }

  /** Returns how many rows a cell takes. */
  static int rows(@Nullable Span span) {
    return span == null || span.rowspan == null ? 1 : span.rowspan;
  }

  /** Returns null for what every cell has that says nothing. */
  static @Nullable Span orNull(@Nullable Span span) {
    return columns(span) == 1 && rows(span) == 1 ? null : span;
  }

  private static int checked(@Nullable Integer cells) {
    int reach = cells == null ? 1 : cells;
    Check.that(
        reach >= 1 && reach <= MOST,
        "A cell that reaches over " + reach + " columns or rows is not of 1 to " + MOST + ".");
    return reach;
  }
}
