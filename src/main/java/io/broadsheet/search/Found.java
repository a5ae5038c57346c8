package io.broadsheet.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What readers' words found.
 *
 * @param total how many stories, counted up to {@link Search#COUNTED}
 * @param hits those that were asked for, the best first
 * @param instead the text that was looked for because nobody writes some word of what was typed;
 *     null if that was looked for
 * @param complete whether all stories are in the index already
 */
public record Found(int total, List<Hit> hits, @Nullable String instead, boolean complete) {
  public Found {
    hits = List.copyOf(hits);
  }

  /**
   * An edition that was found; of a story's editions the best alone is.
   *
   * @param uri where it came from or what it is known as elsewhere
   * @param score how well it answers; only comparable within one answer
   * @param snippet what it says of the words
   */
  public record Hit(long article, String uri, float score, Snippet snippet) {}

  /**
   * An excerpt of a text.
   *
   * @param pieces in their order, which together are the excerpt
   */
  public record Snippet(List<Piece> pieces) {
    public Snippet {
      pieces = List.copyOf(pieces);
    }

    /** Returns the excerpt. */
    public String text() {
      return String.join("", pieces.stream().map(Piece::text).toList());
    }
  }

  /**
   * A piece of an excerpt.
   *
   * @param found whether it is one of the words that were looked for
   */
  public record Piece(String text, boolean found) {}
}
