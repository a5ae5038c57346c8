package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Completes what is being typed, from the words that stories have. */
final class Suggesting {
  private static final int LONGEST = 100;
  private static final int SHORTEST = 2;
  private static final int TEXTS = 5;
  private static final int STORIES = 3;

  /** Of the words that begin so, as many are looked at. */
  private static final int LOOKED_AT = 5_000;

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
    String text = Analyzers.plain(typed).toLowerCase(Locale.ROOT).stripLeading();
    int last = text.lastIndexOf(' ') + 1;
    String begun = text.substring(last);
    if (text.length() > LONGEST || begun.length() < SHORTEST) {
      return new Suggestions(List.of(), List.of());
    }
    String before = text.substring(0, last);
    Terms words = MultiTerms.getTerms(searcher.getIndexReader(), ReadersField.WORDS.in(language));
    if (words == null) {
      return new Suggestions(List.of(), List.of());
    }
    String meant = meant(words, begun);
    return new Suggestions(
        words(words, meant).stream().map(word -> before + word).toList(),
        stories(searcher, before, meant, language));
  }

  /** Returns how words of stories begin: as typed, in another alphabet or in another layout. */
  private static String meant(Terms words, String begun) throws IOException {
    if (!isBegun(words, begun)) {
      List<String> others = new ArrayList<>(Transliteration.of(begun));
      others.addAll(Layouts.of(begun));
      for (String other : others) {
        String plain = Analyzers.plain(other);
        if (plain.length() >= SHORTEST && isBegun(words, plain)) {
          return plain;
        }
      }
    }
    return begun;
  }

  private static boolean isBegun(Terms words, String prefix) throws IOException {
    TermsEnum all = words.iterator();
    return all.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END
        && StringHelper.startsWith(all.term(), new BytesRef(prefix));
  }

  private static List<String> words(Terms terms, String begun) throws IOException {
    TermsEnum all = terms.iterator();
    BytesRef prefix = new BytesRef(begun);
    List<Word> words = new ArrayList<>();
    TermsEnum.SeekStatus found = all.seekCeil(prefix);
    BytesRef word = found == TermsEnum.SeekStatus.END ? null : all.term();
    for (int i = 0; word != null && i < LOOKED_AT && StringHelper.startsWith(word, prefix); i++) {
      if (word.length > prefix.length) {
        words.add(new Word(word.utf8ToString(), all.docFreq()));
      }
      word = all.next();
    }
    return words.stream()
        .sorted(Comparator.comparingInt(Word::stories).reversed().thenComparing(Word::text))
        .limit(TEXTS)
        .map(Word::text)
        .toList();
  }

  private List<Long> stories(IndexSearcher searcher, String before, String begun, Language language)
      throws IOException {
    String field = ReadersField.HEADLINE.in(language);
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (WordTerms word : Analyzers.terms(analyzer, field, before, LONGEST)) {
      query.add(word.in(field), Occur.MUST);
    }
    BooleanQuery.Builder ending = new BooleanQuery.Builder();
    ending.add(new PrefixQuery(new Term(field, begun)), Occur.SHOULD);
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
