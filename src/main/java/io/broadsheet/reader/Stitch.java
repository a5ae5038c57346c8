package io.broadsheet.reader;

import io.broadsheet.web.ContentEncoding;
import io.broadsheet.web.ReadyBody;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Joins fragments into one body without compressing anything again. */
final class Stitch {
  /** RFC 1952: magic, deflate, no flags, no time, nothing special, unknown system. */
  private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  /** An empty final block with fixed codes: bits 1, 01, 0000000, padded to bytes. */
  private static final byte[] LAST_BLOCK = {3, 0};

  private static final int GZIP_TRAILER = 8;

  private Stitch() {}

  /** Joins the fragments in their order into one body of this encoding. */
  static ReadyBody join(ContentEncoding encoding, Fragment... fragments) {
    byte[] body =
        switch (encoding) {
          case GZIP -> gzip(fragments);
          case ZSTD, IDENTITY -> plainly(encoding, fragments);
        };
    return new ReadyBody(encoding, name(fragments), body);
  }

  private static byte[] plainly(ContentEncoding encoding, Fragment[] fragments) {
    byte[] body = new byte[size(encoding, fragments)];
    copy(encoding, fragments, body, 0);
    return body;
  }

  private static byte[] gzip(Fragment[] fragments) {
    int around = GZIP_HEADER.length + LAST_BLOCK.length + GZIP_TRAILER;
    byte[] body = new byte[around + size(ContentEncoding.GZIP, fragments)];
    int crc = 0;
    int length = 0;
    for (Fragment fragment : fragments) {
      crc = Crc.join(crc, fragment.crc(), fragment.shift());
      // RFC 1952 keeps the length modulo 2^32, as an int's overflow does.
      length += fragment.length();
    }
    System.arraycopy(GZIP_HEADER, 0, body, 0, GZIP_HEADER.length);
    int at = copy(ContentEncoding.GZIP, fragments, body, GZIP_HEADER.length);
    ByteBuffer.wrap(body, at, body.length - at)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(LAST_BLOCK)
        .putInt(crc)
        .putInt(length);
    return body;
  }

  private static int size(ContentEncoding encoding, Fragment[] fragments) {
    int size = 0;
    for (Fragment fragment : fragments) {
      size = Math.addExact(size, fragment.in(encoding).length);
    }
    return size;
  }

  private static int copy(ContentEncoding encoding, Fragment[] fragments, byte[] body, int start) {
    int at = start;
    for (Fragment fragment : fragments) {
      byte[] bytes = fragment.in(encoding);
      System.arraycopy(bytes, 0, body, at, bytes.length);
      at += bytes.length;
    }
    return at;
  }

  /**
   * Names the contents by 128 bits made from the fragments' hashes and their order.
   *
   * <p>Each step is a bijection of what went before, and the fragments' hashes are SHA-256, so two
   * pages share a name only by a chance of 2^-128.
   */
  private static String name(Fragment[] fragments) {
    long high = fragments.length;
    long low = ~high;
    for (Fragment fragment : fragments) {
      high = Long.rotateLeft(high, 23) * 0x9E3779B97F4A7C15L + fragment.high();
      low = Long.rotateLeft(low, 29) * 0xD1B54A32D192ED03L + fragment.low();
    }
    byte[] name = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name);
  }
}
