package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Makes of readers' questions what the index can be asked. */
final class Queries {
  /** Fewer than the index's 1,024 clauses by far, whatever the words are. */
  private static final int MOST_WORDS = 20;

  /** How much more a word tells in a headline than further below. */
  private static final float IN_HEADLINE = 0.6f;

  /** How much it tells besides that a word has the very form that was typed: organ, organizes. */
  private static final float AS_TYPED = 0.2f;

  /** How much a word tells that was not typed so. */
  private static final float GUESSED = 0.7f;

  /** How much it tells of a story that it is of today, and after how long half of that. */
  private static final float OF_TODAY = 0.5f;

  private static final Duration HALF = Duration.ofDays(90);

  /** How much it tells that it is in the reader's own language. */
  private static final float FAVOURED = 2f;

  private static final Query NOTHING = new MatchNoDocsQuery("no word was asked for");

  private final Analyzer analyzer;
  private final List<Language> languages;
  private final ZoneId zone;
  private final Spelling spelling = new Spelling();

  Queries(Analyzer analyzer, List<Language> languages, ZoneId zone) {
    this.analyzer = analyzer;
    this.languages = languages;
    this.zone = zone;
  }

  /**
   * What a question was understood to be.
   *
   * @param query for the index: its words alone, so that documents that cannot come first are
   *     passed over
   * @param favour what tells the better of the best besides: that a story has the words as they
   *     were typed, is fresh, and in the reader's own language
   * @param ranked whether some word tells the better stories from others
   * @param instead the text with words that were changed; null if none was
   */
  record Understood(Query query, Query favour, boolean ranked, @Nullable String instead) {}

  /**
   * A word and how it was understood.
   *
   * @param in the languages in which it tells something
   */
  private record Reading(
      Asked.Item item, @Nullable String instead, List<Query> ways, List<Language> in) {
    boolean isNeeded() {
      return !item.missing() && item.needed();
    }

    /** Returns what was looked for. */
    Asked.Item meant() {
      return instead == null ? item : item.saying(instead);
    }
  }

  /** Returns the query for a question to an index. */
  Understood of(Question question, Asked asked, IndexReader index, Instant now) throws IOException {
    List<Reading> readings = readings(question, asked, index);
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    BooleanQuery.Builder favour = favour(question, now);
    boolean ranked = false;
    boolean optional = false;
    for (Reading reading : readings) {
      if (reading.item().missing()) {
        query.add(any(reading.ways()), Occur.MUST_NOT);
      } else {
        boolean needed = reading.item().needed();
        wanted.add(any(reading.ways()), needed ? Occur.MUST : Occur.SHOULD);
        asTyped(reading).forEach(way -> favour.add(way, Occur.SHOULD));
        ranked = true;
        optional |= !needed;
      }
    }
    if (ranked) {
      boolean any = optional && readings.stream().noneMatch(Reading::isNeeded);
      query.add(wanted.setMinimumNumberShouldMatch(any ? 1 : 0).build(), Occur.MUST);
    } else {
      boolean asks = !readings.isEmpty() || asked.from() != null || asked.until() != null;
      query.add(asks ? MatchAllDocsQuery.INSTANCE : NOTHING, Occur.MUST);
      // Words need none: each stands in a field of its language.
      BooleanQuery.Builder inLanguage = new BooleanQuery.Builder();
      languages(question)
          .forEach(
              language ->
                  inLanguage.add(term(ReadersForm.LANGUAGE, language.code()), Occur.SHOULD));
      query.add(inLanguage.build(), Occur.FILTER);
    }
    filter(query, question, asked);
    return new Understood(query.build(), favour.build(), ranked, instead(readings, asked));
  }

  private List<Language> languages(Question question) {
    return question.language() == null ? languages : List.of(question.language());
  }

  private static BooleanQuery.Builder favour(Question question, Instant now) {
    BooleanQuery.Builder favour = new BooleanQuery.Builder();
    favour.add(
        new BoostQuery(
            LongField.newDistanceFeatureQuery(
                ReadersForm.PUBLISHED, 1, now.toEpochMilli(), HALF.toMillis()),
            OF_TODAY),
        Occur.SHOULD);
    if (question.favoured() != null && question.language() == null) {
      Query own = term(ReadersForm.LANGUAGE, question.favoured().code());
      favour.add(new BoostQuery(new ConstantScoreQuery(own), FAVOURED), Occur.SHOULD);
    }
    return favour;
  }

  /** Returns where a word has the very form that was typed. */
  private static List<Query> asTyped(Reading reading) {
    Asked.Item meant = reading.meant();
    if (meant.where() != ReadersField.TEXT) {
      return List.of();
    }
    String form = Analyzers.form(meant.bare());
    return reading.in().stream()
        .<Query>map(
            language -> new BoostQuery(term(ReadersField.WORDS.in(language), form), AS_TYPED))
        .toList();
  }

  private static @Nullable String instead(List<Reading> readings, Asked asked) {
    if (readings.stream().allMatch(reading -> reading.instead() == null)) {
      return null;
    }
    return Stream.concat(
            readings.stream().map(reading -> reading.meant().typed()), asked.days().stream())
        .collect(Collectors.joining(" "));
  }

  private void filter(BooleanQuery.Builder query, Question question, Asked asked) {
    if (question.topic() != null) {
      query.add(term(ReadersForm.TOPIC, question.topic()), Occur.FILTER);
    }
    if (question.year() != null) {
      query.add(term(ReadersForm.YEAR, Integer.toString(question.year())), Occur.FILTER);
    }
    if (asked.from() != null || asked.until() != null) {
      query.add(
          LongField.newRangeQuery(
              ReadersForm.PUBLISHED,
              asked.from() == null ? Long.MIN_VALUE : start(asked.from()),
              asked.until() == null ? Long.MAX_VALUE : start(asked.until()) - 1),
          Occur.FILTER);
    }
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static Query term(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private List<Reading> readings(Question question, Asked asked, IndexReader index)
      throws IOException {
    List<Language> in = languages(question);
    List<Reading> readings = read(asked, in, index, true);
    boolean idle =
        readings.stream()
            .allMatch(reading -> reading.item().missing() || reading.in().size() < in.size());
    return idle ? read(asked, in, index, false) : readings;
  }

  /**
   * Reads what was asked.
   *
   * @param telling whether words that only ask and join are left out
   */
  private List<Reading> read(Asked asked, List<Language> in, IndexReader index, boolean telling)
      throws IOException {
    List<Reading> readings = new ArrayList<>();
    int left = MOST_WORDS;
    for (Asked.Item item : asked.items()) {
      if (left > 0) {
        Reading reading = read(item, in, index, telling, left);
        left -= terms(item, in.getFirst(), left).size();
        if (!reading.ways().isEmpty()) {
          readings.add(reading);
        }
      }
    }
    return readings;
  }

  private Reading read(
      Asked.Item item, List<Language> in, IndexReader index, boolean telling, int most)
      throws IOException {
    List<Query> ways = new ArrayList<>();
    boolean plain = item.where() == ReadersField.TEXT && !item.phrase() && !item.missing();
    boolean known = false;
    List<Language> tells = new ArrayList<>();
    for (Language language : in) {
      if (!telling || !plain || !StopWords.contains(language, item.bare())) {
        tells.add(language);
        List<WordTerms> terms = terms(item, language, most);
        known |= isKnown(terms, item.where(), language, index);
        ways.addAll(ways(item, terms, language));
      }
    }
    boolean idle = tells.size() < in.size();
    if (!plain || known) {
      return new Reading(item, null, ways, tells);
    }
    return idle ? new Reading(item, null, List.of(), tells) : guessed(item, ways, in, index, most);
  }

  /** Reads a word that no story has: written in another alphabet, layout or way. */
  private Reading guessed(
      Asked.Item item, List<Query> ways, List<Language> in, IndexReader index, int most)
      throws IOException {
    for (Guess guess :
        List.<Guess>of(spelling::transliterated, spelling::retyped, spelling::respelled)) {
      List<Query> guesses = new ArrayList<>();
      Spelling.Word best = null;
      for (Language language : in) {
        for (Spelling.Word word : guess.of(item, language, index)) {
          guesses.addAll(guesses(item, word.text(), language, most));
          best = best == null || word.likeness() > best.likeness() ? word : best;
        }
      }
      if (best != null) {
        return new Reading(item, best.text(), guesses, in);
      }
    }
    return new Reading(item, null, ways, in);
  }

  /** A way to guess what was meant by a word. */
  @FunctionalInterface
  private interface Guess {
    List<Spelling.Word> of(Asked.Item item, Language language, IndexReader index)
        throws IOException;
  }

  private List<Query> guesses(Asked.Item item, String word, Language language, int most) {
    Asked.Item other = item.saying(word);
    return ways(other, terms(other, language, most), language).stream()
        .<Query>map(way -> new BoostQuery(way, GUESSED))
        .toList();
  }

  private static boolean isKnown(
      List<WordTerms> words, ReadersField where, Language language, IndexReader index)
      throws IOException {
    for (WordTerms word : words) {
      for (String term : word.terms()) {
        if (index.docFreq(new Term(where.in(language), term)) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns where these words may be found in editions of a language. */
  private static List<Query> ways(Asked.Item item, List<WordTerms> words, Language language) {
    String field = item.where().in(language);
    if (words.isEmpty()) {
      return List.of();
    }
    if (words.size() > 1 && (item.phrase() || item.missing() || item.needed())) {
      return List.of(WordTerms.phrase(field, words));
    }
    List<Query> ways = new ArrayList<>();
    for (WordTerms word : words) {
      ways.add(word.in(field));
      if (item.where() == ReadersField.TEXT) {
        ways.add(new BoostQuery(word.in(ReadersField.HEADLINE.in(language)), IN_HEADLINE));
      }
    }
    return ways;
  }

  private static Query any(List<Query> ways) {
    if (ways.size() == 1) {
      return ways.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    ways.forEach(way -> any.add(way, Occur.SHOULD));
    return any.build();
  }

  private List<WordTerms> terms(Asked.Item item, Language language, int most) {
    String text = item.where() == ReadersField.SOURCE ? DeskForm.apart(item.text()) : item.text();
    return Analyzers.terms(analyzer, item.where().in(language), text, most);
  }
}
