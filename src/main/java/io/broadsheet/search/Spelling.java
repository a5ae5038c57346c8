package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** What was meant by a word that no story has. */
final class Spelling {
  /** Shorter words have too many neighbours. */
  private static final int SHORTEST = 4;

  /** Nobody slips in a word that is longer. */
  private static final int LONGEST = 40;

  private static final int MOST = 2;

  /**
   * A word that stories have.
   *
   * @param likeness to what was typed, 0 to 1
   */
  record Word(String text, float likeness) {}

  private final DirectSpellChecker checker = new DirectSpellChecker();

  Spelling() {
    checker.setMinQueryLength(SHORTEST);
    checker.setMinPrefix(1);
    checker.setMaxEdits(2);
    checker.setAccuracy(0.6f);
  }

  /** Returns how the word is written in the alphabet of a language, if stories there have that. */
  List<Word> transliterated(Asked.Item item, Language language, IndexReader index)
      throws IOException {
    return written(Transliteration.of(item.bare()), language, index);
  }

  /**
   * Returns what the same keys write in another layout, if stories of a language have that; some
   * signs are letters there.
   */
  List<Word> retyped(Asked.Item item, Language language, IndexReader index) throws IOException {
    List<Word> written = written(Layouts.of(item.text()), language, index);
    return written.isEmpty() ? written(Layouts.of(item.bare()), language, index) : written;
  }

  /**
   * Returns the words of stories in a language that are spelled most like this one. Names are
   * written in Latin in many ways, so that what is nearly such a word in Cyrillic is meant, too.
   */
  List<Word> respelled(Asked.Item item, Language language, IndexReader index) throws IOException {
    String word = item.bare();
    if (word.length() > LONGEST) {
      return List.of();
    }
    List<Word> words = near(Analyzers.form(word), MOST, language, index);
    List<String> ways = Transliteration.isLatin(word) ? Transliteration.of(word) : List.of();
    return words.isEmpty() && !ways.isEmpty() ? near(ways.getFirst(), 1, language, index) : words;
  }

  private static List<Word> written(List<String> words, Language language, IndexReader index)
      throws IOException {
    List<Word> written = new ArrayList<>();
    for (String word : words) {
      String plain = Analyzers.plain(word);
      if (index.docFreq(new Term(ReadersField.WORDS.in(language), plain)) > 0) {
        written.add(new Word(plain, 1));
      }
    }
    return written;
  }

  private List<Word> near(String word, int most, Language language, IndexReader index)
      throws IOException {
    SuggestWord[] near =
        checker.suggestSimilar(
            new Term(ReadersField.WORDS.in(language), word),
            most,
            index,
            SuggestMode.SUGGEST_ALWAYS);
    return Arrays.stream(near)
        .map(suggested -> new Word(suggested.string, suggested.score))
        .toList();
  }
}
