package io.broadsheet.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * What an analyzer makes of a word: its stem, or several where it may be a form of several words.
 *
 * @param terms each of them stands for the word; not empty
 */
record WordTerms(List<String> terms) {
  WordTerms {
    terms = List.copyOf(terms);
  }

  /** Returns a query for the word, as one word however many terms it has. */
  Query in(String field) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(field, terms.getFirst()));
    }
    SynonymQuery.Builder any = new SynonymQuery.Builder(field);
    terms.forEach(term -> any.addTerm(new Term(field, term)));
    return any.build();
  }

  /** Returns a query for words that follow each other. */
  static Query phrase(String field, List<WordTerms> words) {
    if (words.size() == 1) {
      return words.getFirst().in(field);
    }
    MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
    for (WordTerms word : words) {
      phrase.add(word.terms.stream().map(term -> new Term(field, term)).toArray(Term[]::new));
    }
    return phrase.build();
  }
}
