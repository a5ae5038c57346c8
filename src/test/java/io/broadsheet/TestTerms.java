package io.broadsheet;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** What a filter of words makes of a text. */
public final class TestTerms {
  private TestTerms() {}

  /**
   * Returns how far each term of a text stands behind the one before, and the term.
   *
   * @param filter makes terms of its words
   */
  public static List<String> of(UnaryOperator<TokenStream> filter, String text) throws IOException {
    WhitespaceTokenizer words = new WhitespaceTokenizer();
    words.setReader(new StringReader(text));
    try (TokenStream stems = filter.apply(words)) {
      CharTermAttribute term = stems.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute position = stems.addAttribute(PositionIncrementAttribute.class);
      List<String> found = new ArrayList<>();
      stems.reset();
      while (stems.incrementToken()) {
        found.add(position.getPositionIncrement() + " " + term);
      }
      stems.end();
      return found;
    }
  }
}
