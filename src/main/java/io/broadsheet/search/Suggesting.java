package io.broadsheet.search;

import io.broadsheet.kazakh.KazakhLetters;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;

/** Completes what is being typed, from the words that stories have. */
final class Suggesting {
  private static final int LONGEST = 100;
  private static final int SHORTEST = 2;
  private static final int TEXTS = 5;
  private static final int STORIES = 3;

  /** Of the words that begin so, as many are looked at. */
  private static final int LOOKED_AT = 20_000;

  private static final Sort NEWEST =
      new Sort(
          LongField.newSortField(ReadersForm.PUBLISHED, true, SortedNumericSelector.Type.MAX),
          LongField.newSortField(Index.ID, true, SortedNumericSelector.Type.MAX));

  private final Analyzer analyzer;

  Suggesting(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** A word of stories, and of how many. */
  private record Word(String text, int stories) {}

  /** Returns what may be meant in a language; nothing before two letters of a word are typed. */
  Suggestions of(IndexSearcher searcher, String typed, Language language) throws IOException {
    String text = Analyzers.form(typed).stripLeading();
    int last = text.lastIndexOf(' ') + 1;
    String begun = text.substring(last);
    if (text.length() > LONGEST || begun.length() < SHORTEST) {
      return new Suggestions(List.of(), List.of());
    }
    Terms words = MultiTerms.getTerms(searcher.getIndexReader(), ReadersField.WORDS.in(language));
    if (words == null) {
      return new Suggestions(List.of(), List.of());
    }
    String before = written(words, text.substring(0, last));
    Automaton meant = meant(words, begun, language);
    return new Suggestions(
        words(words, meant, begun).stream().map(word -> before + word).toList(),
        stories(searcher, before, begun, meant, language));
  }

  /** Returns words before the last one as stories have them. */
  private static String written(Terms words, String typed) throws IOException {
    TermsEnum all = words.iterator();
    List<String> written = new ArrayList<>();
    for (String word : typed.split(" ", -1)) {
      written.add(known(all, word));
    }
    return String.join(" ", written);
  }

  private static String known(TermsEnum all, String word) throws IOException {
    if (!all.seekExact(new BytesRef(word))) {
      for (String other : others(word)) {
        if (all.seekExact(new BytesRef(other))) {
          return other;
        }
      }
    }
    return word;
  }

  /** Returns a word in other alphabets and layouts. */
  private static List<String> others(String word) {
    return Stream.concat(Transliteration.of(word).stream(), Layouts.of(word).stream())
        .map(Analyzers::plain)
        .toList();
  }

  /** Returns how words of stories begin: as typed, in another alphabet or in another layout. */
  private static Automaton meant(Terms words, String begun, Language language) throws IOException {
    Automaton typed = beginning(begun, language);
    if (begins(words, typed).next() != null) {
      return typed;
    }
    for (String other : others(begun)) {
      Automaton meant = beginning(other, language);
      if (other.length() >= SHORTEST && begins(words, meant).next() != null) {
        return meant;
      }
    }
    return typed;
  }

  /** Returns all words that begin so, in Kazakh also as typed on a Russian keyboard. */
  private static Automaton beginning(String begun, Language language) {
    List<Automaton> parts = new ArrayList<>();
    begun
        .codePoints()
        .mapToObj(
            letter ->
                language == Language.KK
                    ? Automata.makeCharSet(KazakhLetters.meant(letter))
                    : Automata.makeChar(letter))
        .forEach(parts::add);
    parts.add(Automata.makeAnyString());
    return Operations.concatenate(parts);
  }

  private static TermsEnum begins(Terms words, Automaton meant) throws IOException {
    return new CompiledAutomaton(meant).getTermsEnum(words);
  }

  private static List<String> words(Terms terms, Automaton meant, String typed) throws IOException {
    TermsEnum all = begins(terms, meant);
    List<Word> words = new ArrayList<>();
    BytesRef word = all.next();
    for (int i = 0; word != null && i < LOOKED_AT; i++) {
      String text = word.utf8ToString();
      if (!text.equals(typed)) {
        words.add(new Word(text, all.docFreq()));
      }
      word = all.next();
    }
    return words.stream()
        .sorted(Comparator.comparingInt(Word::stories).reversed().thenComparing(Word::text))
        .limit(TEXTS)
        .map(Word::text)
        .toList();
  }

  private List<Long> stories(
      IndexSearcher searcher, String before, String begun, Automaton meant, Language language)
      throws IOException {
    String field = ReadersField.HEADLINE.in(language);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (WordTerms word : Analyzers.terms(analyzer, field, before, LONGEST)) {
      query.add(word.in(field), Occur.MUST);
    }
    BooleanQuery.Builder ending = new BooleanQuery.Builder();
    ending.add(new AutomatonQuery(new Term(field, begun), meant), Occur.SHOULD);
    for (WordTerms word : Analyzers.terms(analyzer, field, begun, 1)) {
      ending.add(word.in(field), Occur.SHOULD);
    }
    query.add(ending.build(), Occur.MUST);
    List<Long> stories = new ArrayList<>();
    for (ScoreDoc found :
        searcher.search(query.build(), new TopFieldCollectorManager(NEWEST, STORIES, 1))
            .scoreDocs) {
      stories.add((Long) Objects.requireNonNull(((FieldDoc) found).fields)[1]);
    }
    return stories;
  }
}
