package io.broadsheet.reader;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Source;
import io.broadsheet.articles.Teaser;
import io.broadsheet.articles.Topic;
import io.broadsheet.reader.view.Frame;
import io.broadsheet.reader.view.Image;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.Story;
import io.broadsheet.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns articles into what their pages show. */
final class StoryViews {
  private final House house;
  private final LinkedData linked;

  StoryViews(House house, LinkedData linked) {
    this.house = house;
    this.linked = linked;
  }

  /**
   * Returns what people read.
   *
   * @param editions of the story; may hold the article itself
   * @param told whether it is told as it happens, by entries
   */
  Story story(Article article, List<Teaser> editions, boolean told) {
    return story(article, editions, told, null);
  }

  /** Returns what those read who were given a link to what is not published. */
  Story preview(Article article, String notice) {
    return story(article, List.of(), false, notice);
  }

  private Story story(
      Article article, List<Teaser> editions, boolean told, @Nullable String notice) {
    Content content = article.content();
    House.Common common = house.in(article.language());
    Words words = common.words();
    List<Image> images = content.pictures().stream().map(Pictures::inStory).toList();
    return new Story(
        words,
        article.id(),
        notice,
        topic(article),
        content.emoji(),
        content.headline(),
        content.lede(),
        content.bylines(),
        content.place(),
        common.dates().full(article.published()),
        article.updated().isAfter(article.published())
            ? common.dates().after(article.updated(), article.published())
            : null,
        content.body().minutes(),
        images.isEmpty() ? null : images.getFirst(),
        content.body().html("", StorySplit.MARKS),
        told ? StorySplit.ENTRIES : "",
        StorySplit.REACTIONS,
        images.isEmpty() ? images : images.subList(1, images.size()),
        content.sources().stream().map(source -> source(source, common)).toList(),
        content.corrections().stream()
            .map(put -> new Story.Correction(common.dates().full(put.at()), put.note()))
            .toList(),
        editions.stream()
            .filter(edition -> edition.id() != article.id())
            .map(
                edition ->
                    new Story.Edition(
                        edition.path(), edition.language().code(), edition.headline()))
            .toList());
  }

  /** Returns what machines read. */
  Frame.ArticleData data(Article article) {
    Content content = article.content();
    String image =
        content.pictures().isEmpty() ? null : house.absolute(content.pictures().getFirst().path());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "NewsArticle");
    data.put("headline", content.headline());
    if (!content.lede().isEmpty()) {
      data.put("description", content.lede());
    }
    data.put("inLanguage", article.language().code());
    data.put("datePublished", article.published().toString());
    data.put("dateModified", article.updated().toString());
    if (!content.bylines().isEmpty()) {
      data.put("author", content.bylines().stream().map(name -> named("Person", name)).toList());
    }
    data.put("publisher", named("Organization", house.site().name()));
    data.put("mainEntityOfPage", house.absolute(article.path()));
    if (image != null) {
      data.put("image", image);
    }
    return new Frame.ArticleData(house.site().url() == null ? null : image, linked.write(data));
  }

  private static Map<String, String> named(String type, String name) {
    return Map.of("@type", type, "name", name);
  }

  private static @Nullable Link topic(Article article) {
    List<Topic> topics = article.content().topics();
    return topics.isEmpty() ? null : Items.topic(article.language(), topics.getFirst());
  }

  private Story.Source source(Source source, House.Common common) {
    String kind =
        source.kind() == Source.Kind.OWN
            ? house.site().name()
            : common.words().text("source." + source.kind().name().toLowerCase(Locale.ROOT));
    return new Story.Source(
        source.name(),
        source.link(),
        source.date() == null ? kind : kind + ", " + common.dates().date(source.date()));
  }
}
