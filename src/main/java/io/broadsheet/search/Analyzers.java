package io.broadsheet.search;

import io.broadsheet.kazakh.KazakhStemFilter;
import io.broadsheet.russian.RussianStemFilter;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Makes terms of words: one stem of all forms, in each language by its own rules. */
final class Analyzers {
  /** Of words that stand in different texts, so that no phrase reaches from one to the other. */
  private static final int GAP = 100;

  /** What hyphenates or stresses a word without being part of it, and dots that are left out. */
  private static final NormalizeCharMap PLAIN = plainly();

  private Analyzers() {}

  private static NormalizeCharMap plainly() {
    NormalizeCharMap.Builder plain = new NormalizeCharMap.Builder();
    plain.add("\u00ad", "");
    plain.add("\u0301", "");
    plain.add("ё", "е");
    plain.add("Ё", "Е");
    return plain.build();
  }

  /**
   * Returns the analyzer of the desk's fields.
   *
   * @param asking whether of questions to them
   */
  static Analyzer ofDesk(boolean asking) {
    Map<String, Analyzer> fields = new HashMap<>();
    for (Language language : Language.values()) {
      Analyzer stems = stems(language, asking);
      for (DeskField field : DeskField.values()) {
        fields.put(field.in(language), stems);
      }
    }
    return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
  }

  /**
   * Returns the analyzer of the readers' fields.
   *
   * @param asking whether of questions to them
   */
  static Analyzer ofReaders(boolean asking) {
    Map<String, Analyzer> fields = new HashMap<>();
    for (Language language : Language.values()) {
      Analyzer stems = stems(language, asking);
      for (ReadersField field : ReadersField.values()) {
        fields.put(
            field.in(language), field == ReadersField.WORDS ? new Terms(words -> words) : stems);
      }
    }
    return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
  }

  /** Returns a text as analyzers expect it: letters composed with their marks. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Returns a text without what analyzers pass over, its letters as they take them. */
  static String plain(String text) {
    return composed(text)
        .replace("\u00ad", "")
        .replace("\u0301", "")
        .replace('ё', 'е')
        .replace('Ё', 'Е');
  }

  /** Returns a word as {@link ReadersField#WORDS} has it. */
  static String form(String word) {
    return plain(word).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the terms that an analyzer makes of the words of a text, in their order.
   *
   * @param most of at most so many words
   */
  static List<WordTerms> terms(Analyzer analyzer, String field, String text, int most) {
    List<WordTerms> words = new ArrayList<>();
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute position = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (words.size() < most && tokens.incrementToken()) {
        if (position.getPositionIncrement() > 0 && !terms.isEmpty()) {
          words.add(new WordTerms(terms));
          terms.clear();
        }
        terms.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("words in memory could not be read", e);
    }
    if (words.size() < most && !terms.isEmpty()) {
      words.add(new WordTerms(terms));
    }
    return words;
  }

  private static Analyzer stems(Language language, boolean asking) {
    return switch (language) {
      case KK -> new Terms(asking ? KazakhStemFilter::ofQuestion : KazakhStemFilter::ofText);
      case RU -> new Terms(RussianStemFilter::new);
      case EN -> new Terms(words -> new PorterStemFilter(new EnglishPossessiveFilter(words)));
    };
  }

  /** Makes a term of a word. */
  @FunctionalInterface
  private interface Stemming {
    TokenStream of(TokenStream words);
  }

  /** Words in lower case, then stems of them. */
  private static final class Terms extends Analyzer {
    private final Stemming stemming;

    Terms(Stemming stemming) {
      this.stemming = stemming;
    }

    @Override
    protected Reader initReader(String field, Reader text) {
      return new MappingCharFilter(PLAIN, text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, stemming.of(new LowerCaseFilter(words)));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return new LowerCaseFilter(in);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }
}
