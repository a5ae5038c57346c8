package io.broadsheet.search;

import io.broadsheet.articles.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index in its folder: one writer that stays open, and searchers that see what it wrote. */
final class Index implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Index.class);

  /** The id as a term, by which an edition is replaced. */
  private static final String KEY = "key";

  /** The id as a number, in whose order editions are compared with the database. */
  static final String ID = "id";

  private static final String VERSION = "version";
  private static final String DRAFT = "draft";

  private static final Sort BY_ID =
      new Sort(
          LongField.newSortField(ID, false, SortedNumericSelector.Type.MIN),
          new SortField(VERSION, SortField.Type.LONG),
          new SortField(DRAFT, SortField.Type.LONG));

  private static final double MEGABYTE = 1 << 20;
  private static final double SHARE_OF_HEAP = 16;
  private static final double SMALLEST_BUFFER = 16;
  private static final double LARGEST_BUFFER = 128;

  private final Form form;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private Index(Form form, FSDirectory directory, IndexWriter writer) throws IOException {
    this.form = form;
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
  }

  /**
   * Opens the index of a folder; one that cannot be read begins empty.
   *
   * @throws IOException if the folder cannot be written to
   */
  static Index open(Path folder, Form form) throws IOException {
    if (!readable(folder, form)) {
      clear(folder);
    }
    FSDirectory directory = FSDirectory.open(folder);
    IndexWriterConfig config = new IndexWriterConfig(form.analyzer());
    config.setRAMBufferSizeMB(buffer());
    // What is lost of it is written again at the next start.
    config.setCommitOnClose(false);
    IndexWriter writer = new IndexWriter(directory, config);
    writer.setLiveCommitData(Map.of("form", form.version()).entrySet(), false);
    return new Index(form, directory, writer);
  }

  /** Larger buffers build an index faster; small heaps have other uses for theirs. */
  private static double buffer() {
    return Math.clamp(
        Runtime.getRuntime().maxMemory() / MEGABYTE / SHARE_OF_HEAP,
        SMALLEST_BUFFER,
        LARGEST_BUFFER);
  }

  private static boolean readable(Path folder, Form form) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return true;
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return form.version().equals(reader.getIndexCommit().getUserData().get("form"));
      }
    } catch (CorruptIndexException
        | IndexFormatTooOldException
        | IndexFormatTooNewException
        | java.io.EOFException
        | java.nio.file.NoSuchFileException e) {
      log.warn("The search index is damaged and is built again: {}", e.getMessage());
      return false;
    }
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** Writes editions down, in place of what was known of them. */
  void put(Collection<Edition> editions) throws IOException {
    for (Edition edition : editions) {
      writer.updateDocument(key(edition.article().id()), document(edition));
    }
  }

  private Document document(Edition edition) {
    Document document = form.write(edition);
    Edition.Mark mark = form.mark(edition.mark());
    document.add(new StringField(KEY, Long.toString(mark.article()), Field.Store.NO));
    document.add(new LongField(ID, mark.article(), Field.Store.NO));
    document.add(new NumericDocValuesField(VERSION, mark.version()));
    document.add(new NumericDocValuesField(DRAFT, mark.draft()));
    return document;
  }

  void remove(Collection<Long> articles) throws IOException {
    writer.deleteDocuments(articles.stream().map(Index::key).toArray(Term[]::new));
  }

  /** Returns by what an edition is found. */
  static Term key(long article) {
    return new Term(KEY, Long.toString(article));
  }

  /**
   * Returns what is known of the editions with these ids, as it was when last {@linkplain #show()
   * shown}.
   *
   * @param first of the ids
   * @param last of the ids
   */
  Map<Long, Edition.Mark> marks(long first, long last) throws IOException {
    Map<Long, Edition.Mark> marks = new HashMap<>();
    return read(
        searcher -> {
          Query query = LongPoint.newRangeQuery(ID, first, last);
          int count = Math.max(1, searcher.count(query));
          for (Object[] values :
              values(searcher.search(query, new TopFieldCollectorManager(BY_ID, count, count)))) {
            long id = (Long) values[0];
            marks.put(id, new Edition.Mark(id, (Long) values[1], (Long) values[2]));
          }
          return marks;
        });
  }

  /** Returns a number that a document has, such as {@link #ID}. */
  static long number(IndexSearcher searcher, int document, String field) throws IOException {
    LeafReaderContext leaf = leaf(searcher, document);
    SortedNumericDocValues numbers = DocValues.getSortedNumeric(leaf.reader(), field);
    if (!numbers.advanceExact(document - leaf.docBase)) {
      throw new IllegalArgumentException("it has no " + field);
    }
    return numbers.nextValue();
  }

  /** Returns a text that a document has and that is not looked for. */
  static String text(IndexSearcher searcher, int document, String field) throws IOException {
    LeafReaderContext leaf = leaf(searcher, document);
    BinaryDocValues texts = DocValues.getBinary(leaf.reader(), field);
    if (!texts.advanceExact(document - leaf.docBase)) {
      throw new IllegalArgumentException("it has no " + field);
    }
    return texts.binaryValue().utf8ToString();
  }

  private static LeafReaderContext leaf(IndexSearcher searcher, int document) {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }

  /** Something that is read in one moment of the index. */
  @FunctionalInterface
  interface Reading<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  /** Reads in the present moment of the index. */
  <T> T read(Reading<T> reading) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return reading.in(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /**
   * Returns the ids that a query finds.
   *
   * @param sort ends with the id
   * @param counted up to how many are counted
   */
  DeskFound ask(Query query, Sort sort, int offset, int limit, int counted) throws IOException {
    return read(
        searcher -> {
          TopFieldDocs top =
              searcher.search(query, new TopFieldCollectorManager(sort, offset + limit, counted));
          List<Long> ids =
              values(top).stream()
                  .skip(offset)
                  .map(values -> (Long) values[values.length - 1])
                  .toList();
          return new DeskFound((int) Math.min(counted, top.totalHits.value()), ids, true, true);
        });
  }

  private static List<Object[]> values(TopFieldDocs top) {
    List<Object[]> values = new ArrayList<>();
    for (ScoreDoc hit : top.scoreDocs) {
      values.add(Objects.requireNonNull(((FieldDoc) hit).fields));
    }
    return values;
  }

  /** Has searchers see what was written. */
  void show() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Has what was written outlast the process. */
  void commit() throws IOException {
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    try (directory;
        writer;
        searchers) {
      log.debug("The search index closes");
    }
  }
}
