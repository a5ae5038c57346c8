package io.broadsheet.audience;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a beacon says: {@code {"article": ID}}, with {@code "referrer": HOST} or {@code "depth": 1}
 * to 4 where it knows; members of other names are allowed and ignored.
 *
 * @param article positive
 * @param referrer a host; empty where none is said, or something that is none
 * @param depth the quarters that were read; 0 for a view
 */
record BeaconBody(long article, String referrer, int depth) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads a body; empty unless the bytes are one JSON object in which {@code article} is there once
   * and is a positive integer, and {@code depth}, where it is there, is 1 to 4.
   */
  static Optional<BeaconBody> of(byte[] bytes, int length) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
      return json.nextToken() == JsonToken.START_OBJECT ? read(json) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<BeaconBody> read(JsonParser json) {
    long article = 0;
    long depth = 0;
    String referrer = "";
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "article" -> {
          long id = number(json, value);
          if (article != 0 || id <= 0) {
            return Optional.empty();
          }
          article = id;
        }
        case "depth" -> {
          depth = number(json, value);
          if (depth < 1 || depth > View.WHOLE) {
            return Optional.empty();
          }
        }
        case "referrer" -> {
          referrer = value == JsonToken.VALUE_STRING ? Hosts.named(json.getString()) : "";
          json.skipChildren();
        }
        default -> json.skipChildren();
      }
    }
    boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
    return whole && article > 0
        ? Optional.of(new BeaconBody(article, referrer, (int) depth))
        : Optional.empty();
  }

  /** Returns a positive integer, or 0 if it is anything else. */
  private static long number(JsonParser json, JsonToken value) {
    boolean fits =
        value == JsonToken.VALUE_NUMBER_INT
            && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    return fits ? Math.max(0, json.getLongValue()) : 0;
  }
}
