package io.broadsheet.articles;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The text of a story, as a ProseMirror document; its JSON is what the editor loads and saves.
 *
 * <p>Schema 2 added to schema 1 attributions, pictures, embedded pages, boxes of facts, links to
 * stories, charts and cells that reach further. It has all that schema 1 had, so an older document
 * becomes one of schema 2 by being read.
 *
 * @param type always {@code doc}, as ProseMirror names its root
 * @param attrs which version of our schema the blocks follow
 * @param content the blocks from top to bottom, up to 10,000
 */
@JsonPropertyOrder({"type", "attrs", "content"})
public record Body(
    @JsonProperty("type") String type,
    @JsonProperty("attrs") Attrs attrs,
    @JsonProperty("content") List<Block> content) {
  private static final Attrs PRESENT = new Attrs(2);
  private static final int WORDS_A_MINUTE = 180;

  /**
   * The document's own attributes.
   *
   * @param schema the version of our schema, 1 or 2
   */
  public record Attrs(int schema) {}

  public Body {
    Check.that(
        "doc".equals(type) && attrs != null && attrs.schema() >= 1 && attrs.schema() <= 2,
        "The body is not a document of schema 1 or 2.");
    attrs = PRESENT;
    content = Check.list(content);
    Check.that(content.size() <= 10_000, "The body has more than 10000 blocks.");
  }

  /** Makes a document of the present schema. */
  public static Body of(List<Block> content) {
    return new Body("doc", PRESENT, content);
  }

  /**
   * Reads what an editor sends.
   *
   * @throws InvalidArticle if it is no document of ours, with the reason for its author
   */
  public static Body read(JsonMapper json, String document) {
    try {
      return Objects.requireNonNullElseGet(
          json.readValue(document, Body.class),
          () -> {
            throw new InvalidArticle("The body is missing.");
          });
    } catch (InvalidTypeIdException e) {
      throw new InvalidArticle(
          "The body holds a “" + e.getTypeId() + "” where no story can have one.");
    } catch (JacksonException e) {
      if (e.getCause() instanceof InvalidArticle reason) {
        throw reason;
      }
      throw new InvalidArticle("The body is no document: " + e.getOriginalMessage());
    }
  }

  /** Returns the words without markup, blocks separated by line feeds. */
  public String text() {
    return BodyText.of(this);
  }

  /** Returns how many words a reader reads, in any of the languages. */
  public int words() {
    return WordCount.of(text());
  }

  /** Returns how long a reader takes, in begun minutes of 180 words, at least one. */
  public int minutes() {
    return Math.max(1, Math.ceilDiv(words(), WORDS_A_MINUTE));
  }

  /** Returns the ids of the stories to which it leads by links of their own, each once. */
  public List<Long> linkedArticles() {
    return content.stream()
        .filter(Block.StoryLink.class::isInstance)
        .map(block -> ((Block.StoryLink) block).attrs().article())
        .distinct()
        .toList();
  }

  /**
   * Returns the text as HTML, with every character of it escaped, without what changes by itself.
   */
  public String html() {
    return html("", Insets.none());
  }

  /**
   * Returns the text as HTML, with every character of it escaped.
   *
   * @param origin stands before the paths of pictures; empty for pages of this site
   * @param insets writes what changes without the text
   */
  public String html(String origin, Insets insets) {
    return BodyHtml.of(this, origin, insets);
  }
}
