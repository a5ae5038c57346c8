package io.broadsheet.rates;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Quotes as JSON: rows in an array, or in an object under the codes of their currencies.
 *
 * @param row how its rows are read
 */
record JsonFeed(FeedRow row) implements SourceFormat {
  private static final int LONGEST_NUMBER = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  @Override
  public void read(Reader text, Instant now, QuoteSink sink) throws SourceFailure, IOException {
    String path = row.source().fields().rows();
    JsonNode rows = parsed(text).at(pointer(path));
    if (rows.isArray()) {
      for (JsonNode one : rows) {
        row.read("", name -> field(one, name), now, sink);
      }
    } else if (rows.isObject()) {
      for (Map.Entry<String, JsonNode> one : rows.properties()) {
        row.read(one.getKey(), name -> field(one.getValue(), name), now, sink);
      }
    } else {
      throw new SourceFailure("It is JSON, but has no rows under “" + path + "”.");
    }
  }

  private static JsonNode parsed(Reader text) throws SourceFailure {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof CharacterCodingException) {
          throw new SourceFailure("It has bytes that are no text of the encoding it names.", e);
        }
      }
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new SourceFailure("It breaks off or is no JSON at line " + line + ".", e);
    }
  }

  private static Optional<String> field(JsonNode one, String name) {
    JsonNode value = one.at(pointer(name));
    if (value.isNumber()) {
      return Optional.of(digits(value.decimalValue()));
    }
    return value.isString() && !value.stringValue().isBlank()
        ? Optional.of(value.stringValue().strip())
        : Optional.empty();
  }

  /**
   * Returns a number as it is typed; one of more digits than any price, such as 1E999, as it is.
   */
  private static String digits(BigDecimal number) {
    return Math.abs(number.scale()) <= LONGEST_NUMBER ? number.toPlainString() : number.toString();
  }

  private static JsonPointer pointer(String path) {
    return JsonPointer.compile(path.isEmpty() || path.startsWith("/") ? path : "/" + path);
  }
}
