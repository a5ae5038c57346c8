package io.broadsheet.newsroom;

import io.broadsheet.articles.Body;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Correction;
import io.broadsheet.articles.Picture;
import io.broadsheet.articles.Source;
import io.broadsheet.articles.Topic;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A story's content as the editing screen holds it: what is typed, not yet what is stored.
 *
 * @param emoji the marker; null or empty for none
 * @param headline may be empty
 * @param lede may be empty
 * @param body as the editor made it
 * @param bylines who wrote it
 * @param topics their names, the first being where the story lives
 * @param place null or empty for none
 * @param pictures the first leads
 * @param sources who says it; those without a name are left out
 */
record StoryForm(
    @Nullable String emoji,
    String headline,
    String lede,
    Body body,
    List<String> bylines,
    List<String> topics,
    @Nullable String place,
    List<Picture> pictures,
    List<SourceLine> sources) {

  StoryForm {
    // What a program sends may lack anything.
    Objects.requireNonNull(headline, "headline");
    Objects.requireNonNull(lede, "lede");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(bylines, "bylines");
    Objects.requireNonNull(topics, "topics");
    Objects.requireNonNull(pictures, "pictures");
    Objects.requireNonNull(sources, "sources");
  }

  /**
   * A source as it is typed.
   *
   * @param kind the code of a {@link Source.Kind}
   * @param date an ISO date; null or empty for none
   */
  record SourceLine(String name, String kind, @Nullable String link, @Nullable LocalDate date) {
    SourceLine {
      Objects.requireNonNull(name, "name");
      kind(kind);
    }

    static SourceLine of(Source source) {
      return new SourceLine(source.name(), code(source.kind()), source.link(), source.date());
    }

    Source source() {
      return new Source(name.strip(), kind(kind), filled(link), date);
    }

    private static Source.Kind kind(String code) {
      return Source.Kind.valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  static String code(Source.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static StoryForm of(Content content) {
    return new StoryForm(
        content.emoji(),
        content.headline(),
        content.lede(),
        content.body(),
        content.bylines(),
        content.topics().stream().map(Topic::name).toList(),
        content.place(),
        content.pictures(),
        content.sources().stream().map(SourceLine::of).toList());
  }

  /**
   * Returns what is to be stored.
   *
   * @param known the topics there are; a name that is none of theirs makes a new one
   * @param corrections which the screen does not change
   * @throws io.broadsheet.articles.InvalidArticle if no article may hold it
   */
  Content content(List<Topic> known, List<Correction> corrections) {
    return new Content(
        filled(emoji),
        headline.strip(),
        lede.strip(),
        body,
        filled(bylines),
        filled(topics).stream().map(name -> topic(name, known)).distinct().toList(),
        filled(place),
        pictures,
        sources.stream()
            .filter(source -> !source.name().isBlank())
            .map(SourceLine::source)
            .toList(),
        corrections);
  }

  /** Returns the topic of a typed name: one of those there are, or a new one. */
  static Topic topic(String name, List<Topic> known) {
    return known.stream()
        .filter(topic -> fold(topic.name()).equals(fold(name)))
        .findFirst()
        .orElseGet(() -> Topic.named(name.strip()));
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String filled(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static List<String> filled(List<String> texts) {
    return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
