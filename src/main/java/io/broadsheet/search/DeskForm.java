package io.broadsheet.search;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.DeskList;
import io.broadsheet.articles.Edition;
import io.broadsheet.articles.Source;
import io.broadsheet.articles.Topic;
import io.broadsheet.settings.Language;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;

/** For the newsroom: the words that were written last of every edition. */
final class DeskForm implements Form {
  static final String LANGUAGE = "language";
  static final String LIST = "list";
  static final String TOPIC = "topic";
  static final String WRITER = "writer";
  static final String UPDATED = "updated";

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  private final Analyzer analyzer = Analyzers.ofDesk(false);
  private final Analyzer asking = Analyzers.ofDesk(true);

  @Override
  public String version() {
    return "7";
  }

  @Override
  public Analyzer analyzer() {
    return analyzer;
  }

  @Override
  public Analyzer asking() {
    return asking;
  }

  @Override
  public Edition.Mark mark(Edition.Mark mark) {
    return mark;
  }

  @Override
  public Document write(Edition edition) {
    Article article = edition.article();
    Content content = edition.draft().content();
    Language language = article.language();
    Document document = new Document();
    document.add(new LongField(UPDATED, edition.draft().at().toEpochMilli(), Store.NO));
    keep(document, LANGUAGE, language.code());
    for (DeskList list : edition.lists()) {
      keep(document, LIST, list.name());
    }
    content.topics().forEach(topic -> keep(document, TOPIC, topic.slug()));
    keep(document, WRITER, edition.draft().by());
    content.bylines().forEach(byline -> keep(document, WRITER, byline));
    for (DeskField field : DeskField.values()) {
      document.add(
          new TextField(field.in(language), Analyzers.plain(text(field, content)), Store.NO));
    }
    return document;
  }

  private static void keep(Document document, String name, String value) {
    document.add(new StringField(name, value, Store.NO));
  }

  private static String text(DeskField field, Content content) {
    return switch (field) {
      case HEADLINE -> content.headline();
      case LEDE -> content.lede();
      case BODY -> content.body().text();
      case BYLINES -> lines(content.bylines());
      case TOPICS -> lines(content.topics().stream().map(Topic::name).toList());
      case SOURCES -> lines(content.sources().stream().map(DeskForm::words).toList());
      case PLACE -> content.place() == null ? "" : content.place();
    };
  }

  private static String words(Source source) {
    return apart(source.link() == null ? source.name() : source.name() + " " + source.link());
  }

  /** Returns a text in which the parts of addresses are words, so that one part finds it. */
  static String apart(String text) {
    return NO_WORD.matcher(text).replaceAll(" ");
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines);
  }
}
