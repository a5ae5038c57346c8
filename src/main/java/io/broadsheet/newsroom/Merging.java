package io.broadsheet.newsroom;

import io.broadsheet.articles.Content;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Offers the screen of a story what came of two versions that were written at once. */
final class Merging {
  /** What a reader sees of a block, a picture or a source, by the names that its JSON has. */
  private static final Set<String> SEEN =
      Set.of("text", "title", "attribution", "caption", "credit", "alt", "name", "url");

  private final JsonMapper json;

  Merging(JsonMapper json) {
    this.json = json;
  }

  /**
   * A field of a story, put together.
   *
   * @param name as the form names it; the blocks of the text are {@code body}
   * @param label what the screen calls it
   * @param parts in their order; a field that holds one value has it as one item
   */
  record Field(String name, String label, List<Part> parts) {}

  /**
   * A run of items.
   *
   * @param agreed what is to be taken; null where one is to decide
   * @param mine what the asking screen has
   * @param theirs what was saved meanwhile
   */
  record Part(@Nullable List<JsonNode> agreed, @Nullable Side mine, @Nullable Side theirs) {}

  /**
   * What one side has.
   *
   * @param text how it reads, a line each
   */
  record Side(List<JsonNode> items, List<String> text) {}

  /**
   * Puts two versions together.
   *
   * @param base what both began from
   */
  List<Field> merge(Content base, Content mine, Content theirs, Texts texts) {
    JsonNode began = tree(base);
    JsonNode one = tree(mine);
    JsonNode other = tree(theirs);
    return began
        .propertyStream()
        .map(
            property -> {
              String name = property.getKey();
              return new Field(
                  name,
                  texts.text("edit." + name),
                  ThreeWay.merge(
                          items(property.getValue()), items(one.get(name)), items(other.get(name)))
                      .stream()
                      .map(Merging::part)
                      .toList());
            })
        .toList();
  }

  private JsonNode tree(Content content) {
    return json.valueToTree(StoryForm.of(content));
  }

  private static List<JsonNode> items(JsonNode value) {
    if (value.isObject()) {
      return items(value.get("content"));
    }
    return value.isArray() ? value.valueStream().toList() : List.of(value);
  }

  private static Part part(ThreeWay.Part<JsonNode> part) {
    return switch (part) {
      case ThreeWay.Part.Agreed<JsonNode>(List<JsonNode> items) -> new Part(items, null, null);
      case ThreeWay.Part.Torn<JsonNode>(List<JsonNode> mine, List<JsonNode> theirs) ->
          new Part(null, side(mine), side(theirs));
    };
  }

  private static Side side(List<JsonNode> items) {
    return new Side(
        items, items.stream().map(Merging::text).filter(line -> !line.isBlank()).toList());
  }

  private static String text(JsonNode node) {
    if (node.isString()) {
      return node.stringValue();
    }
    if (node.isArray()) {
      // Runs of words follow each other without a gap; blocks do not.
      String gap = node.path(0).has("text") ? "" : " ";
      return node.valueStream().map(Merging::text).collect(Collectors.joining(gap));
    }
    return node.propertyStream()
        .filter(property -> SEEN.contains(property.getKey()) || property.getValue().isContainer())
        .map(property -> text(property.getValue()))
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining(" "));
  }
}
