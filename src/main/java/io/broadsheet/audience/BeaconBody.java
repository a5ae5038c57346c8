package io.broadsheet.audience;

import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads {@code {"article": ID}}, in which members of other names are allowed and ignored. */
final class BeaconBody {
  private static final JsonFactory JSON = new JsonFactory();

  private BeaconBody() {}

  /**
   * Returns the article's id; empty unless the bytes are one JSON object in which {@code article}
   * is there once and is a positive integer.
   */
  static OptionalLong article(byte[] bytes, int length) {
    long article = 0;
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return OptionalLong.empty();
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean named = json.currentName().equals("article");
        JsonToken value = json.nextToken();
        if (!named) {
          json.skipChildren();
        } else if (article != 0 || value != JsonToken.VALUE_NUMBER_INT || !fits(json)) {
          return OptionalLong.empty();
        } else {
          article = json.getLongValue();
        }
      }
      boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
      return whole && article > 0 ? OptionalLong.of(article) : OptionalLong.empty();
    } catch (JacksonException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean fits(JsonParser json) {
    return json.getNumberType() != JsonParser.NumberType.BIG_INTEGER && json.getLongValue() > 0;
  }
}
