package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/** Finds published stories by readers' words, in any of their forms. */
public final class Search {
  /** Up to how many stories are counted. */
  public static final int COUNTED = 10_000;

  /** How many stories can be paged through. */
  public static final int DEEPEST = 1_000;

  private static final SortField NEWEST =
      LongField.newSortField(ReadersForm.PUBLISHED, true, SortedNumericSelector.Type.MAX);
  private static final SortField BY_ID =
      LongField.newSortField(Index.ID, true, SortedNumericSelector.Type.MAX);

  private static final Sort LATEST = new Sort(NEWEST, BY_ID);

  /** Of so many that have the words best it is looked which are fresh; the others come behind. */
  private static final int LOOKED_AT = 300;

  private final KeptIndex index;
  private final List<Language> languages;
  private final Queries queries;
  private final Snippets snippets;
  private final Suggesting suggesting;
  private final Kindred kindred;
  private final InstantSource clock;

  /**
   * Opens the search of an index.
   *
   * @param languages in which there are pages
   * @param zone in which days begin
   */
  Search(KeptIndex index, List<Language> languages, ZoneId zone, InstantSource clock) {
    this.index = index;
    this.languages = List.copyOf(languages);
    this.queries = new Queries(index.form().asking(), languages, zone);
    this.snippets = new Snippets(index.form().analyzer(), languages);
    this.suggesting = new Suggesting(index.form().asking());
    this.kindred = new Kindred(index.form().asking(), languages);
    this.clock = clock;
  }

  /**
   * Returns what a question finds; no text fails. Where nothing has all that the question's
   * operators ask for, its words are looked for.
   *
   * @param offset how many of the best stories to leave out; beyond {@link #DEEPEST} there is
   *     nothing
   * @param limit at most so many, 1 to 1,000
   */
  public Found ask(Question question, int offset, int limit) {
    if (question.isBlank()) {
      return new Found(0, List.of(), null, index.isComplete());
    }
    Page page = new Page(offset, Math.clamp(limit, 1, Math.max(1, DEEPEST - offset)));
    return read(
        searcher -> {
          Queries.Understood understood = understood(searcher, question);
          List<Hit> hits =
              page.offset() >= DEEPEST ? List.of() : hits(searcher, question, understood, page);
          return new Found(
              StoryCount.of(searcher, understood.query(), COUNTED),
              shown(searcher, understood, hits),
              understood.instead(),
              index.isComplete());
        });
  }

  private Queries.Understood understood(IndexSearcher searcher, Question question)
      throws IOException {
    Asked asked = Asked.of(question.text());
    Queries.Understood understood = understood(searcher, question, asked);
    boolean nothing =
        asked.isStrict() && searcher.search(understood.query(), 1).scoreDocs.length == 0;
    return nothing ? understood(searcher, question, asked.plainly()) : understood;
  }

  private Queries.Understood understood(IndexSearcher searcher, Question question, Asked asked)
      throws IOException {
    return queries.of(question, asked, searcher.getIndexReader(), clock.instant());
  }

  private record Page(int offset, int limit) {
    int end() {
      return offset + limit;
    }
  }

  /** What is read of a document that was found. */
  private record Hit(int document, float score, long article, long story) {
    static Hit of(IndexSearcher searcher, ScoreDoc found) throws IOException {
      return new Hit(
          found.doc,
          Float.isNaN(found.score) ? 0 : found.score,
          Index.number(searcher, found.doc, Index.ID),
          Index.number(searcher, found.doc, ReadersForm.STORY));
    }
  }

  /** Returns the best edition of each story on the page. */
  private List<Hit> hits(
      IndexSearcher searcher, Question question, Queries.Understood understood, Page page)
      throws IOException {
    boolean best = understood.ranked() && question.order() == Question.Order.BEST;
    int editions = question.language() == null ? languages.size() : 1;
    int wanted = page.end() * editions;
    ScoreDoc[] top =
        best ? best(searcher, understood, wanted) : latest(searcher, understood, wanted);
    List<Hit> hits = new ArrayList<>();
    Set<Long> stories = new HashSet<>();
    for (ScoreDoc found : top) {
      Hit hit = Hit.of(searcher, found);
      if (stories.add(hit.story())
          && stories.size() > page.offset()
          && hits.size() < page.limit()) {
        hits.add(hit);
      }
    }
    return hits;
  }

  private ScoreDoc[] best(IndexSearcher searcher, Queries.Understood understood, int wanted)
      throws IOException {
    int looked = Math.max(wanted, LOOKED_AT);
    TopDocs found = searcher.search(understood.query(), new TopScoreDocCollectorManager(looked, 1));
    ScoreDoc[] all = found.scoreDocs;
    int favoured = Math.min(all.length, LOOKED_AT);
    ScoreDoc[] first =
        new Favouring(understood.favour())
            .rescore(searcher, new TopDocs(found.totalHits, Arrays.copyOf(all, favoured)), favoured)
            .scoreDocs;
    System.arraycopy(first, 0, all, 0, favoured);
    return Arrays.copyOf(all, Math.min(all.length, wanted));
  }

  /** Adds to how well a story has the words what else tells for it. */
  private static final class Favouring extends QueryRescorer {
    Favouring(Query favour) {
      super(favour);
    }

    @Override
    protected float combine(float words, boolean favoured, float favour) {
      return favoured ? words + favour : words;
    }
  }

  private static ScoreDoc[] latest(
      IndexSearcher searcher, Queries.Understood understood, int wanted) throws IOException {
    return searcher.search(understood.query(), new TopFieldCollectorManager(LATEST, wanted, 1))
        .scoreDocs;
  }

  private List<Found.Hit> shown(
      IndexSearcher searcher, Queries.Understood understood, List<Hit> hits) throws IOException {
    int[] documents = hits.stream().mapToInt(Hit::document).toArray();
    List<Found.Snippet> excerpts = snippets.of(searcher, understood.query(), documents);
    List<Found.Hit> shown = new ArrayList<>();
    for (int i = 0; i < documents.length; i++) {
      Hit hit = hits.get(i);
      String uri = Index.text(searcher, hit.document(), ReadersForm.URI);
      shown.add(new Found.Hit(hit.article(), uri, hit.score(), excerpts.get(i)));
    }
    return shown;
  }

  /** Returns how many of the stories that a question finds there are of each kind. */
  public Facets facets(Question question) {
    return read(
        searcher -> StoryCount.facets(searcher, understood(searcher, question).query(), COUNTED));
  }

  /** Returns what may be meant by a text that is being typed. */
  public Suggestions suggest(String typed, Language language) {
    return read(searcher -> suggesting.of(searcher, typed, language));
  }

  /**
   * Returns published stories in the language of this one that tell of the same, the nearest first;
   * none that is a year older, and none at all while the index is being built.
   *
   * @param limit at most so many
   */
  public List<Long> related(long article, int limit) {
    return index.isComplete() ? read(searcher -> kindred.of(searcher, article, limit)) : List.of();
  }

  /**
   * Returns published stories of a language that tell of the same as a text, the nearest first, as
   * {@link #related(long, int)} does.
   *
   * @param except the article that the text is of
   */
  public List<Long> related(Language language, String text, long except, int limit) {
    return index.isComplete()
        ? read(searcher -> kindred.of(searcher, language, text, clock.instant(), except, limit))
        : List.of();
  }

  /** Has somebody hear of what is found. */
  public void follow(SearchListener listener) {
    index.follow(listener);
  }

  private <T> T read(Index.Reading<T> reading) {
    try {
      return index.open().read(reading);
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }

  /** Waits until all that was saved in this process so far is found. */
  public void flush() throws InterruptedException {
    index.flush();
  }
}
