package io.broadsheet.articles;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The text of a story, as a ProseMirror document; its JSON is what the editor loads and saves.
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
  private static final int SCHEMA = 1;

  /**
   * The document's own attributes.
   *
   * @param schema the version of our schema, 1
   */
  public record Attrs(int schema) {}

  public Body {
    Check.that(
        type.equals("doc") && attrs.schema() == SCHEMA,
        "The body is not a document of schema " + SCHEMA + ".");
    Check.that(content.size() <= 10_000, "The body has more than 10000 blocks.");
    content = List.copyOf(content);
  }

  /** Makes a document of the present schema. */
  public static Body of(List<Block> content) {
    return new Body("doc", new Attrs(SCHEMA), content);
  }

  /** Returns the words without markup, blocks separated by line feeds. */
  public String text() {
    return BodyText.of(this);
  }

  /** Returns the text as HTML, with every character of it escaped. */
  public String html() {
    return BodyHtml.of(this);
  }
}
