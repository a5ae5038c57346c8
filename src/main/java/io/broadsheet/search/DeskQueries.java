package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Makes of questions what the index can be asked. */
final class DeskQueries {
  /** Fewer than the index's 1,024 clauses by far, whatever the words are. */
  private static final int MOST_WORDS = 20;

  /** What a word that is still being typed may be the beginning of. */
  private static final List<DeskField> BEGUN =
      List.of(
          DeskField.HEADLINE,
          DeskField.TOPICS,
          DeskField.BYLINES,
          DeskField.SOURCES,
          DeskField.PLACE);

  private static final Duration FRESH = Duration.ofDays(30);

  private final Analyzer analyzer;

  DeskQueries(Analyzer analyzer) {
    this.analyzer = analyzer;
  }

  /**
   * Returns the query for a question.
   *
   * @param any whether some of the words are enough
   */
  Query of(DeskQuestion question, DeskWords asked, boolean any, Instant now) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    filter(query, question);
    List<Language> languages =
        question.language() == null
            ? Arrays.asList(Language.values())
            : List.of(question.language());
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    int left = MOST_WORDS;
    boolean wanted = false;
    for (DeskWords.Words one : asked.words()) {
      List<Query> ways = new ArrayList<>();
      int most = 0;
      for (Language language : languages) {
        List<WordTerms> stems = stems(one, language, left);
        most = Math.max(most, stems.size());
        if (!stems.isEmpty()) {
          ways.addAll(ways(one, stems, language));
        }
      }
      left -= most;
      if (!ways.isEmpty()) {
        Occur occur = one.missing() ? Occur.MUST_NOT : any ? Occur.SHOULD : Occur.MUST;
        words.add(new DisjunctionMaxQuery(ways, 0.1f), occur);
        wanted |= !one.missing();
      }
    }
    if (!wanted) {
      words.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return query
        .add(words.build(), Occur.MUST)
        .add(
            LongField.newDistanceFeatureQuery(
                DeskForm.UPDATED, 1, now.toEpochMilli(), FRESH.toMillis()),
            Occur.SHOULD)
        .build();
  }

  private static void filter(BooleanQuery.Builder query, DeskQuestion question) {
    if (question.language() != null) {
      keep(query, DeskForm.LANGUAGE, question.language().code());
    }
    if (question.list() != null) {
      keep(query, DeskForm.LIST, question.list().name());
    }
    if (question.topic() != null) {
      keep(query, DeskForm.TOPIC, question.topic());
    }
    if (question.writer() != null) {
      keep(query, DeskForm.WRITER, question.writer());
    }
  }

  private static void keep(BooleanQuery.Builder query, String field, String value) {
    query.add(new TermQuery(new Term(field, value)), Occur.FILTER);
  }

  /** Returns where these words may be found in editions of a language. */
  private static List<Query> ways(DeskWords.Words asked, List<WordTerms> stems, Language language) {
    List<Query> ways = new ArrayList<>();
    for (DeskField field :
        asked.source() ? List.of(DeskField.SOURCES) : Arrays.asList(DeskField.values())) {
      String name = field.in(language);
      ways.add(new BoostQuery(WordTerms.phrase(name, stems), field.weight()));
      if (asked.begun() && stems.size() == 1 && BEGUN.contains(field)) {
        Term begun = new Term(name, asked.text().toLowerCase(Locale.ROOT));
        ways.add(new ConstantScoreQuery(new PrefixQuery(begun)));
      }
    }
    return ways;
  }

  private List<WordTerms> stems(DeskWords.Words asked, Language language, int most) {
    String text = asked.source() ? DeskForm.apart(asked.text()) : asked.text();
    String field = (asked.source() ? DeskField.SOURCES : DeskField.BODY).in(language);
    return Analyzers.terms(analyzer, field, text, most);
  }
}
