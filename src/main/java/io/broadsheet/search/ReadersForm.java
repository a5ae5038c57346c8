package io.broadsheet.search;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Edition;
import io.broadsheet.articles.Source;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Topic;
import io.broadsheet.settings.Language;
import java.time.ZoneId;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** For readers: the words of published editions; of others it keeps only that they are known. */
final class ReadersForm implements Form {
  static final String LANGUAGE = "language";
  static final String TOPIC = "topic";
  static final String YEAR = "year";
  static final String PUBLISHED = "published";

  /** What the editions of a story share. */
  static final String STORY = "story";

  static final String URI = "uri";

  private static final FieldType TEXT =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false, false);
  private static final FieldType SHOWN_TEXT =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false, true);
  private static final FieldType LINE =
      type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false, false);
  private static final FieldType WORDS = type(IndexOptions.DOCS, true, false);

  private final Analyzer analyzer = Analyzers.ofReaders(false);
  private final Analyzer asking = Analyzers.ofReaders(true);
  private final ZoneId zone;

  /**
   * Describes the form.
   *
   * @param zone whose years the stories' are
   */
  ReadersForm(ZoneId zone) {
    this.zone = zone;
  }

  private static FieldType type(IndexOptions options, boolean withoutNorms, boolean stored) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(withoutNorms);
    type.setStored(stored);
    type.freeze();
    return type;
  }

  @Override
  public String version() {
    return "10 " + zone;
  }

  @Override
  public Analyzer analyzer() {
    return analyzer;
  }

  @Override
  public Analyzer asking() {
    return asking;
  }

  /** What is being written is none of the readers' business. */
  @Override
  public Edition.Mark mark(Edition.Mark mark) {
    return new Edition.Mark(mark.article(), mark.version(), 0);
  }

  @Override
  public Document write(Edition edition) {
    return edition.article().state() == State.PUBLISHED
        ? published(edition.article())
        : new Document();
  }

  /** Writes a published edition down. */
  private Document published(Article article) {
    Language language = article.language();
    Content content = article.content();
    Document document = new Document();
    document.add(new BinaryDocValuesField(URI, new BytesRef(article.uri())));
    document.add(new NumericDocValuesField(STORY, key(article.story())));
    document.add(new LongField(PUBLISHED, article.published().toEpochMilli(), Store.NO));
    keep(document, LANGUAGE, language.code());
    keep(document, YEAR, Integer.toString(article.published().atZone(zone).getYear()));
    content.topics().forEach(topic -> keep(document, TOPIC, topic.slug()));
    String text = Analyzers.composed(content.lede() + "\n" + content.body().text()).strip();
    String headline = Analyzers.composed(content.headline());
    String bylines = Analyzers.composed(lines(content.bylines()));
    String field = ReadersField.TEXT.in(language);
    document.add(new Field(field, text, SHOWN_TEXT));
    document.add(new Field(field, headline, TEXT));
    document.add(new Field(field, about(content), TEXT));
    document.add(new Field(ReadersField.HEADLINE.in(language), headline, LINE));
    document.add(new Field(ReadersField.SOURCE.in(language), sources(content), LINE));
    document.add(new Field(ReadersField.AUTHOR.in(language), bylines, LINE));
    document.add(new Field(ReadersField.WORDS.in(language), headline + "\n" + text, WORDS));
    return document;
  }

  private static void keep(Document document, String name, String value) {
    document.add(new StringField(name, value, Store.NO));
    document.add(new SortedSetDocValuesField(name, new BytesRef(value)));
  }

  /** Returns a number for a story that, as far as chance goes, no other has. */
  static long key(String story) {
    return StringHelper.murmurhash3_x64_128(new BytesRef(story))[0];
  }

  private static String about(Content content) {
    String place = content.place() == null ? "" : content.place() + "\n";
    return Analyzers.composed(
        place
            + lines(content.topics().stream().map(Topic::name).toList())
            + "\n"
            + lines(content.bylines())
            + "\n"
            + lines(content.sources().stream().map(Source::name).toList()));
  }

  private static String sources(Content content) {
    return lines(content.sources().stream().map(ReadersForm::words).toList());
  }

  private static String words(Source source) {
    return DeskForm.apart(
        Analyzers.composed(
            source.link() == null ? source.name() : source.name() + " " + source.link()));
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }
}
