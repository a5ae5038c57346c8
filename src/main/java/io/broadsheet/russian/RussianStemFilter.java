package io.broadsheet.russian;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Makes terms of Russian words in lower case and without ё: all stems of a word, at one position.
 */
public final class RussianStemFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final RussianStemmer stemmer = new RussianStemmer();
  private final Deque<String> further = new ArrayDeque<>();
  private State word = captureState();

  /** Makes terms of these words. */
  public RussianStemFilter(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!further.isEmpty()) {
      restoreState(word);
      position.setPositionIncrement(0);
      term.setEmpty().append(further.remove());
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    List<String> stems = stemmer.of(term.toString());
    if (stems.size() > 1) {
      word = captureState();
      further.addAll(stems.subList(1, stems.size()));
    }
    term.setEmpty().append(stems.getFirst());
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    further.clear();
  }
}
