package io.broadsheet.reader;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes what machines read in a page, as JSON-LD. */
final class LinkedData {
  private final JsonMapper json;

  LinkedData(JsonMapper json) {
    this.json = json;
  }

  /** Returns JSON that cannot end its script element. */
  String write(Map<String, Object> data) {
    return json.writeValueAsString(data).replace("<", "\\u003c");
  }
}
