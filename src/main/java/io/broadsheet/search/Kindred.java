package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/** Finds the stories that tell of the same as a text does, by the words that mark it most. */
final class Kindred {
  /** How many words mark a text, and what share of them another one must have. */
  private static final int WORDS = 25;

  private static final double SHARED = 0.3;

  /** What is older than a text by more is no news beside it. */
  private static final Duration FRESH = Duration.ofDays(365);

  private static final int SHORTEST_WORD = 3;

  /** A word that more of all stories have, in per cent, marks none of them. */
  private static final int USUAL = 15;

  private static final int LOOKED_AT = 10_000;
  private static final float OF_TODAY = 2f;
  private static final Duration HALF = Duration.ofDays(30);

  private final Analyzer analyzer;
  private final List<Language> languages;
  private final Set<String> texts;
  private final Map<Language, Set<?>> idle = new EnumMap<>(Language.class);

  Kindred(Analyzer analyzer, List<Language> languages) {
    this.analyzer = analyzer;
    this.languages = languages;
    this.texts = languages.stream().map(ReadersField.TEXT::in).collect(Collectors.toSet());
    for (Language language : languages) {
      idle.put(language, StopWords.terms(language, analyzer));
    }
  }

  /**
   * A text and when it was written.
   *
   * @param found whether it is one of those that are looked at
   */
  private record Written(Language language, String text, Instant at, boolean found) {}

  /** Returns the nearest to a story that readers see; none if it is not found. */
  List<Long> of(IndexSearcher searcher, long article, int limit) throws IOException {
    Optional<Written> written = written(searcher, article);
    return written.isPresent() ? of(searcher, written.get(), article, limit) : List.of();
  }

  /**
   * Returns the nearest to a text.
   *
   * @param except the story that it is of
   */
  List<Long> of(
      IndexSearcher searcher, Language language, String text, Instant now, long except, int limit)
      throws IOException {
    return of(searcher, new Written(language, Analyzers.composed(text), now, false), except, limit);
  }

  private Optional<Written> written(IndexSearcher searcher, long article) throws IOException {
    TopDocs found = searcher.search(new TermQuery(Index.key(article)), 1);
    if (found.scoreDocs.length == 0) {
      return Optional.empty();
    }
    int id = found.scoreDocs[0].doc;
    Document document = searcher.storedFields().document(id, texts);
    for (Language language : languages) {
      String text = document.get(ReadersField.TEXT.in(language));
      if (text != null) {
        Instant at = Instant.ofEpochMilli(Index.number(searcher, id, ReadersForm.PUBLISHED));
        return Optional.of(new Written(language, text, at, true));
      }
    }
    return Optional.empty();
  }

  private List<Long> of(IndexSearcher searcher, Written written, long except, int limit)
      throws IOException {
    List<BooleanClause> words = words(searcher, written);
    if (words.size() < 2) {
      return List.of();
    }
    BooleanQuery.Builder same = new BooleanQuery.Builder();
    words.forEach(same::add);
    same.setMinimumNumberShouldMatch(Math.max(2, (int) Math.round(words.size() * SHARED)));
    Query query =
        new BooleanQuery.Builder()
            .add(same.build(), Occur.MUST)
            .add(
                new BoostQuery(
                    LongField.newDistanceFeatureQuery(
                        ReadersForm.PUBLISHED, 1, written.at().toEpochMilli(), HALF.toMillis()),
                    OF_TODAY),
                Occur.SHOULD)
            .add(
                LongField.newRangeQuery(
                    ReadersForm.PUBLISHED,
                    written.at().minus(FRESH).toEpochMilli(),
                    Long.MAX_VALUE),
                Occur.FILTER)
            .add(
                new TermQuery(new Term(ReadersForm.LANGUAGE, written.language().code())),
                Occur.FILTER)
            .add(new TermQuery(Index.key(except)), Occur.MUST_NOT)
            .build();
    List<Long> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
      found.add(Index.number(searcher, hit.doc, Index.ID));
    }
    return found;
  }

  private List<BooleanClause> words(IndexSearcher searcher, Written written) throws IOException {
    String field = ReadersField.TEXT.in(written.language());
    MoreLikeThis like = new MoreLikeThis(searcher.getIndexReader());
    like.setAnalyzer(analyzer);
    like.setMinTermFreq(1);
    like.setMinDocFreq(written.found() ? 2 : 1);
    like.setMaxDocFreqPct(USUAL);
    like.setMinWordLen(SHORTEST_WORD);
    like.setMaxQueryTerms(WORDS);
    like.setMaxNumTokensParsed(LOOKED_AT);
    like.setStopWords(idle.get(written.language()));
    like.setBoost(true);
    return ((BooleanQuery) like.like(field, new StringReader(written.text()))).clauses();
  }
}
