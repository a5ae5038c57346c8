package io.broadsheet.search;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/**
 * Counts the stories whose editions are found, each once, up to a number; and those of each value
 * of some fields.
 */
final class StoryCount extends SimpleCollector {
  private final int most;
  private final Set<Long> stories = new HashSet<>();
  private final List<Values> fields;
  private @Nullable NumericDocValues keys;

  private StoryCount(int most, List<Values> fields) {
    this.most = most;
    this.fields = fields;
  }

  /** Returns how many stories a query finds. */
  static int of(IndexSearcher searcher, Query query, int most) throws IOException {
    return count(searcher, query, most, List.of());
  }

  /** Returns how many stories of each kind a query finds. */
  static Facets facets(IndexSearcher searcher, Query query, int most) throws IOException {
    Values topics = new Values(ReadersForm.TOPIC);
    Values years = new Values(ReadersForm.YEAR);
    Values languages = new Values(ReadersForm.LANGUAGE);
    int all = count(searcher, query, most, List.of(topics, years, languages));
    Map<String, Integer> ofTopics = new HashMap<>();
    topics.stories.forEach((slug, of) -> ofTopics.put(slug, of.size()));
    Map<Integer, Integer> ofYears = new HashMap<>();
    years.stories.forEach((year, of) -> ofYears.put(Integer.valueOf(year), of.size()));
    Map<Language, Integer> ofLanguages = new HashMap<>();
    languages.stories.forEach(
        (code, of) ->
            Language.of(code).ifPresent(language -> ofLanguages.put(language, of.size())));
    return new Facets(ofTopics, ofYears, ofLanguages, all < most);
  }

  private static int count(IndexSearcher searcher, Query query, int most, List<Values> fields)
      throws IOException {
    return searcher.search(
        query,
        new CollectorManager<StoryCount, Integer>() {
          @Override
          public StoryCount newCollector() {
            return new StoryCount(most, fields);
          }

          @Override
          public Integer reduce(Collection<StoryCount> counts) {
            return counts.stream().mapToInt(count -> count.stories.size()).sum();
          }
        });
  }

  /** The stories of each value of a field. */
  private static final class Values {
    private final String field;
    private final Map<String, Set<Long>> stories = new HashMap<>();
    private @Nullable SortedSetDocValues values;

    Values(String field) {
      this.field = field;
    }

    void read(LeafReaderContext context) throws IOException {
      values = DocValues.getSortedSet(context.reader(), field);
    }

    void collect(int document, long story) throws IOException {
      if (values != null && values.advanceExact(document)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          String value = values.lookupOrd(values.nextOrd()).utf8ToString();
          stories.computeIfAbsent(value, key -> new HashSet<>()).add(story);
        }
      }
    }
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    if (stories.size() >= most) {
      throw new CollectionTerminatedException();
    }
    keys = context.reader().getNumericDocValues(ReadersForm.STORY);
    for (Values field : fields) {
      field.read(context);
    }
  }

  @Override
  public void collect(int document) throws IOException {
    if (keys != null && keys.advanceExact(document)) {
      long story = keys.longValue();
      stories.add(story);
      for (Values field : fields) {
        field.collect(document, story);
      }
    }
    if (stories.size() >= most) {
      throw new CollectionTerminatedException();
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
