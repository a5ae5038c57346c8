package io.broadsheet.kazakh;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Makes terms of Kazakh words in lower case, in whatever alphabet they are.
 *
 * <p>A text has two terms for each word, at one position: its stem, and what all ways of writing
 * that stem have in common. A question has one of them: the stem where it was written with Kazakh
 * letters, which then finds no other word, else what is common to all.
 */
public final class KazakhStemFilter extends TokenFilter {
  /** No word begins with it, so that no stem is taken for a skeleton. */
  private static final char SKELETON = '~';

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final boolean asking;
  private @Nullable State word;
  private String second = "";

  private KazakhStemFilter(TokenStream words, boolean asking) {
    super(words);
    this.asking = asking;
  }

  /** Returns the terms of a text. */
  public static TokenStream ofText(TokenStream words) {
    return new KazakhStemFilter(words, false);
  }

  /** Returns the terms of a question. */
  public static TokenStream ofQuestion(TokenStream words) {
    return new KazakhStemFilter(words, true);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (word != null) {
      restoreState(word);
      word = null;
      position.setPositionIncrement(0);
      term.setEmpty().append(second);
      return true;
    }
    if (!input.incrementToken()) {
      return false;
    }
    String written = term.toString();
    String stem = KazakhStemmer.stem(KazakhLetters.cyrillic(written));
    String skeleton = SKELETON + KazakhLetters.skeleton(stem);
    if (asking) {
      term.setEmpty().append(KazakhLetters.isSpecial(written) ? stem : skeleton);
    } else {
      word = captureState();
      second = skeleton;
      term.setEmpty().append(stem);
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    word = null;
  }
}
