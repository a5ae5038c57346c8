package io.broadsheet.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The last state of something that moves, as one event that needs none before it.
 *
 * <p>One thread changes it, any may read it. Who was too slow for some states gets the last one.
 */
final class Feed {
  private static final byte[] NONE = {};

  private final String name;
  private byte[] data = NONE;
  private volatile Event event = new Event(0, ByteBuffer.wrap(NONE));

  /** An event's number among the feed's, and its bytes, of which everyone reads a duplicate. */
  record Event(long number, ByteBuffer bytes) {}

  Feed(String name) {
    this.name = name;
  }

  /** Returns the last event; its number is 0 if there has been none. */
  Event event() {
    return event;
  }

  /** Makes this JSON the last state and tells whether it is another one than before. */
  boolean set(byte[] json) {
    if (Arrays.equals(data, json)) {
      return false;
    }
    data = json;
    String text = "event: " + name + "\ndata: " + new String(json, StandardCharsets.UTF_8) + "\n\n";
    event = new Event(event.number() + 1, StandardCharsets.UTF_8.encode(text).asReadOnlyBuffer());
    return true;
  }
}
