package io.broadsheet.transfer;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Correction;
import io.broadsheet.articles.Picture;
import io.broadsheet.articles.Source;
import io.broadsheet.articles.Topic;
import io.broadsheet.settings.Site;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes articles as <a href="http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json">ninjs 3.3</a>,
 * so that {@link NinjsReader} reads them as they were.
 *
 * <p>The schema allows no members of our own, so what ninjs has no place for stands where it allows
 * text: a correction is a description whose role ends in its time, the date of a source its
 * literal, the marker before a headline a headline of its own.
 */
final class NinjsWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Site site;
  private final ExchangedBody bodies;

  NinjsWriter(Site site, ExchangedBody bodies) {
    this.site = site;
    this.bodies = bodies;
  }

  /** Returns an article as UTF-8 JSON; equal articles give equal bytes. */
  byte[] write(Article article) {
    Content content = article.content();
    ObjectNode item = NODES.objectNode();
    item.putObject("standard")
        .put("name", "ninjs")
        .put("version", "3.3")
        .put("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.3.json");
    item.put("uri", article.uri());
    item.put("type", "text");
    item.put("version", Long.toString(article.version()));
    item.put("language", article.language().code());
    item.put("pubStatus", status(article));
    item.put("firstCreated", article.published().toString());
    item.put("versionCreated", article.updated().toString());
    putTime(item, "embargoedUntil", article.embargo());
    putTime(item, "expires", article.expires());
    if (article.breakingUntil() != null) {
      item.put("urgency", 1);
      putTime(item, "breakingUntil", article.breakingUntil());
    }
    item.putArray("altIds").addObject().put("role", "story").put("value", article.story());
    headlines(item.putArray("headlines"), content);
    putUnlessEmpty(item, "descriptions", descriptions(content));
    item.putArray("bodies")
        .addObject()
        .put("role", "main")
        .put("contentType", "text/html")
        .put("value", bodies.html(article.language(), content.body()));
    bylines(item, content.bylines());
    putUnlessEmpty(item, "subjects", subjects(content.topics()));
    if (content.place() != null) {
      item.putArray("places").addObject().put("name", content.place());
    }
    putUnlessEmpty(item, "infoSources", sources(content.sources()));
    putUnlessEmpty(item, "associations", pictures(content.pictures()));
    return Json.MAPPER.writeValueAsBytes(item);
  }

  private static String status(Article article) {
    return switch (article.state()) {
      case PUBLISHED, SCHEDULED -> "usable";
      case DRAFT, REVIEW -> "withheld";
      case WITHDRAWN -> "canceled";
    };
  }

  private static void headlines(ArrayNode headlines, Content content) {
    headlines
        .addObject()
        .put("role", "main")
        .put("contentType", "text/plain")
        .put("value", content.headline());
    if (content.emoji() != null) {
      headlines.addObject().put("role", "emoji").put("value", content.emoji());
    }
  }

  private static ArrayNode descriptions(Content content) {
    ArrayNode descriptions = NODES.arrayNode();
    if (!content.lede().isEmpty()) {
      describe(descriptions, "summary", content.lede());
    }
    for (Correction correction : content.corrections()) {
      describe(descriptions, NinjsReader.CORRECTION + correction.at(), correction.note());
    }
    return descriptions;
  }

  private static void describe(ArrayNode descriptions, String role, String text) {
    descriptions.addObject().put("role", role).put("contentType", "text/plain").put("value", text);
  }

  /** People are read by programs, the line by people. */
  private static void bylines(ObjectNode item, List<String> names) {
    if (!names.isEmpty()) {
      item.put("by", String.join(", ", names));
      ArrayNode people = item.putArray("people");
      names.forEach(name -> people.addObject().put("name", name).put("rel", "author"));
    }
  }

  private static ArrayNode subjects(List<Topic> topics) {
    ArrayNode subjects = NODES.arrayNode();
    for (Topic topic : topics) {
      subjects
          .addObject()
          .put("name", topic.name())
          .put("rel", "about")
          .put("uri", NinjsSubjects.SCHEME + topic.slug());
    }
    return subjects;
  }

  private static ArrayNode sources(List<Source> sources) {
    ArrayNode written = NODES.arrayNode();
    for (Source source : sources) {
      ObjectNode one =
          written
              .addObject()
              .put("name", source.name())
              .put("role", source.kind().name().toLowerCase(Locale.ROOT));
      if (source.link() != null) {
        one.put("uri", source.link());
      }
      if (source.date() != null) {
        one.put("literal", source.date().toString());
      }
    }
    return written;
  }

  private ArrayNode pictures(List<Picture> pictures) {
    ArrayNode associations = NODES.arrayNode();
    for (Picture picture : pictures) {
      ObjectNode one =
          associations
              .addObject()
              .put("name", "picture " + (associations.size() + 1))
              .put("uri", "urn:sha256:" + picture.hash())
              .put("type", "picture");
      ArrayNode descriptions = NODES.arrayNode();
      if (!picture.caption().isEmpty()) {
        describe(descriptions, "caption", picture.caption());
      }
      if (!picture.alt().isEmpty()) {
        describe(descriptions, "alt", picture.alt());
      }
      putUnlessEmpty(one, "descriptions", descriptions);
      if (!picture.credit().isEmpty()) {
        one.put("by", picture.credit());
      }
      renditions(one.putArray("renditions"), picture);
    }
    return associations;
  }

  private void renditions(ArrayNode renditions, Picture picture) {
    String origin = Objects.toString(site.url(), "");
    for (int width : picture.renditions()) {
      renditions
          .addObject()
          .put("name", Integer.toString(width))
          .put("href", origin + picture.path(width))
          .put("contentType", "image/webp")
          .put("width", width);
    }
  }

  private static void putTime(ObjectNode item, String name, @Nullable Instant time) {
    if (time != null) {
      item.put(name, time.toString());
    }
  }

  private static void putUnlessEmpty(ObjectNode item, String name, ArrayNode list) {
    if (!list.isEmpty()) {
      item.set(name, list);
    }
  }
}
