package io.broadsheet.transfer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON from strangers: neither deep nesting nor huge values can exhaust memory. */
final class Json {
  /** The most bytes or characters that one record may have. */
  static final int LARGEST_RECORD = 16 << 20;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(LARGEST_RECORD)
                          .maxNameLength(1_000)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .build();

  private Json() {}

  /**
   * Reads one object.
   *
   * @throws Unfit if it is something else, or no JSON
   */
  static JsonNode object(String text) {
    JsonNode node;
    try {
      node = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new Unfit(reason(e), e);
    }
    if (!node.isObject()) {
      throw new Unfit("It is JSON, but not an object.");
    }
    return node;
  }

  /** Returns in a sentence why something is no JSON. */
  static String reason(JacksonException e) {
    String original = e.getOriginalMessage();
    int source = original.indexOf('\n');
    String first = source < 0 ? original : original.substring(0, source);
    int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    return "It is not JSON that can be read: "
        + first
        + (column > 0 ? " at column " + column : "")
        + ".";
  }
}
