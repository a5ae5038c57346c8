package io.broadsheet.transfer;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * One JSON document: an object, or an array of them, of which one at a time is in memory.
 *
 * <p>Behind damage nothing can be told apart any more, so it ends the document.
 */
final class JsonDocument implements StoryRecords {
  private final Bounded reader;
  private final JsonParser parser;
  private boolean inArray;
  private boolean ended;
  private long record;

  JsonDocument(InputStream in) {
    // Unlike the reader made for a charset's name, this one does not replace broken characters.
    reader = new Bounded(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    parser = Json.MAPPER.createParser(reader);
  }

  @Override
  public @Nullable Found next() throws IOException {
    if (ended) {
      return null;
    }
    reader.recordBegins();
    record++;
    try {
      return read();
    } catch (JacksonException e) {
      ended = true;
      return new Found.Damaged(record, line(), reason(e) + " What follows it is left out.");
    }
  }

  private @Nullable Found read() {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_ARRAY && record == 1 && !inArray) {
      inArray = true;
      token = parser.nextToken();
    }
    if (token == JsonToken.END_ARRAY && inArray) {
      inArray = false;
      token = parser.nextToken();
    }
    if (token == null) {
      ended = true;
      return null;
    }
    long line = line();
    if (token == JsonToken.START_OBJECT) {
      JsonNode json = parser.readValueAsTree();
      return new Found.Item(record, line, json, reader.size());
    }
    parser.skipChildren();
    return new Found.Damaged(record, line, "It is JSON, but not an object.");
  }

  private long line() {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private static String reason(JacksonException e) {
    return switch (e.getCause()) {
      case CharacterCodingException _ -> "It is not UTF-8: save the file in that encoding.";
      case TooLarge _ -> "It is longer than " + Json.LARGEST_RECORD + " characters.";
      case IOException fault -> throw new UncheckedIOException(fault);
      case null, default -> Json.reason(e);
    };
  }

  @Override
  public void close() {
    parser.close();
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Stops reading where a single record would fill the memory. */
  private static final class Bounded extends FilterReader {
    private long left;
    private boolean begun;

    Bounded(Reader in) {
      super(in);
    }

    void recordBegins() {
      left = Json.LARGEST_RECORD;
    }

    int size() {
      return (int) (Json.LARGEST_RECORD - left);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      if (read > 0 && !begun) {
        begun = true;
        if (target[offset] == '\ufeff') {
          target[offset] = ' ';
        }
      }
      left -= read;
      if (left < 0) {
        throw new TooLarge();
      }
      return read;
    }
  }
}
