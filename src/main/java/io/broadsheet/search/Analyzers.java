package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.tartarus.snowball.ext.RussianStemmer;

/** Makes one stem of the forms of a word, in each language by its own rules. */
final class Analyzers {
  /** What hyphenates or stresses a word without being part of it. */
  private static final Pattern UNSEEN = Pattern.compile("[\\u00ad\\u0301]");

  private Analyzers() {}

  /** Returns the analyzer of all fields. */
  static Analyzer all() {
    Map<String, Analyzer> fields = new HashMap<>();
    for (Language language : Language.values()) {
      Analyzer analyzer = of(language);
      for (DeskField field : DeskField.values()) {
        fields.put(field.in(language), analyzer);
      }
    }
    return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), fields);
  }

  /** Returns a text as all analyzers take it: composed, and as if it were written plainly. */
  static String plain(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return UNSEEN.matcher(composed).replaceAll("").replace('ё', 'е').replace('Ё', 'Е');
  }

  private static Analyzer of(Language language) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, stems(language, words));
      }

      @Override
      protected TokenStream normalize(String field, TokenStream in) {
        return new LowerCaseFilter(in);
      }
    };
  }

  private static TokenStream stems(Language language, TokenStream words) {
    return switch (language) {
      case KK -> new LowerCaseFilter(words);
      case RU -> new SnowballFilter(new LowerCaseFilter(words), new RussianStemmer());
      case EN -> new PorterStemFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
    };
  }
}
