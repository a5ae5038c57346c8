package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** Excerpts of texts around the words that were looked for. */
final class Snippets {
  private static final int PASSAGES = 2;

  /** Characters of a passage, about. */
  private static final int GOAL = 120;

  private static final int LONGEST = 200;

  /** Beyond it, words are found but not shown. */
  private static final int LOOKED_AT = 20_000;

  private final Analyzer analyzer;
  private final List<Language> languages;

  Snippets(Analyzer analyzer, List<Language> languages) {
    this.analyzer = analyzer;
    this.languages = languages;
  }

  /** Returns an excerpt of each of these documents; its beginning where no word stands in it. */
  List<Found.Snippet> of(IndexSearcher searcher, Query query, int[] documents) throws IOException {
    String[] fields = languages.stream().map(ReadersField.TEXT::in).toArray(String[]::new);
    int[] most = new int[fields.length];
    Arrays.fill(most, PASSAGES);
    Map<String, Object[]> found =
        new Highlighter(searcher, analyzer).objects(fields, query, documents, most);
    List<Found.Snippet> snippets = new ArrayList<>();
    for (int i = 0; i < documents.length; i++) {
      Found.Snippet snippet = new Found.Snippet(List.of());
      for (Object[] ofField : found.values()) {
        if (ofField[i] instanceof Found.Snippet shown) {
          snippet = shown;
        }
      }
      snippets.add(snippet);
    }
    return snippets;
  }

  private static final class Highlighter extends UnifiedHighlighter {
    Highlighter(IndexSearcher searcher, Analyzer analyzer) {
      super(
          UnifiedHighlighter.builder(searcher, analyzer)
              .withFormatter(new Pieces())
              .withMaxLength(LOOKED_AT)
              .withMaxNoHighlightPassages(1)
              .withBreakIterator(
                  () ->
                      LengthGoalBreakIterator.createMinLength(
                          BreakIterator.getSentenceInstance(), GOAL, 0.5f)));
    }

    Map<String, Object[]> objects(String[] fields, Query query, int[] documents, int[] most)
        throws IOException {
      return highlightFieldsAsObjects(fields, query, documents, most);
    }
  }

  /** Makes pieces of passages: words that were looked for, and what stands between them. */
  private static final class Pieces extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String text) {
      List<Found.Piece> pieces = new ArrayList<>();
      Passage[] inOrder = passages.clone();
      Arrays.sort(inOrder, Comparator.comparingInt(Passage::getStartOffset));
      int end = 0;
      for (Passage passage : inOrder) {
        int start = start(passage, text);
        if (start > end) {
          pieces.add(new Found.Piece(pieces.isEmpty() ? "… " : " … ", false));
        } else if (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
          pieces.add(new Found.Piece(" ", false));
        }
        end = end(start, passage, text);
        cut(passage, start, end, text, pieces);
      }
      if (end < text.strip().length()) {
        pieces.add(new Found.Piece(" …", false));
      }
      return new Found.Snippet(pieces);
    }

    /** Returns where a passage begins to be shown: shortly before its first word in a long one. */
    private static int start(Passage passage, String text) {
      int start = passage.getStartOffset();
      int first = passage.getNumMatches() == 0 ? start : passage.getMatchStarts()[0];
      return first < start + LONGEST - GOAL / 2 ? start : word(text, start, first - GOAL / 2);
    }

    private static int end(int start, Passage passage, String text) {
      int end = passage.getEndOffset();
      return end <= start + LONGEST ? end : word(text, start + LONGEST - GOAL, start + LONGEST);
    }

    /** Returns where the last word begins between these offsets; the latter if none does. */
    private static int word(String text, int from, int to) {
      int space = text.lastIndexOf(' ', to);
      if (space > from) {
        return space + 1;
      }
      return Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static void cut(
        Passage passage, int start, int end, String text, List<Found.Piece> pieces) {
      int at = start;
      for (int i = 0; i < passage.getNumMatches(); i++) {
        int from = passage.getMatchStarts()[i];
        int to = passage.getMatchEnds()[i];
        if (from >= at && to <= end) {
          add(text.substring(at, from), false, pieces);
          add(text.substring(from, to), true, pieces);
          at = to;
        }
      }
      add(text.substring(at, end).stripTrailing(), false, pieces);
    }

    private static void add(String text, boolean found, List<Found.Piece> pieces) {
      if (!text.isEmpty()) {
        pieces.add(new Found.Piece(text.replaceAll("\\s+", " "), found));
      }
    }
  }
}
