package io.broadsheet.reader;

import com.github.luben.zstd.Zstd;
import io.broadsheet.web.ContentEncoding;
import io.broadsheet.web.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a page, compressed once in each encoding so that pieces can be joined without
 * compressing again.
 *
 * <p>The deflate segment ends in a full flush: it closes at a byte boundary and refers to nothing
 * before itself, so that segments one after the other are one deflate stream (RFC 1951, with the
 * empty final block that {@link Stitch} adds). Zstandard frames may simply follow one another (RFC
 * 8878 section 3). Immutable.
 */
final class Fragment implements Part {
  /** Higher levels take several times as long for one or two hundredths fewer bytes. */
  private static final int ZSTD_LEVEL = 7;

  private static final int DEFLATE_LEVEL = 6;

  private final byte[] identity;
  private final byte[] deflated;
  private final byte[] zstd;
  private final int crc;
  private final int shift;
  private final long high;
  private final long low;

  private Fragment(byte[] contents) {
    CRC32 checksum = new CRC32();
    checksum.update(contents);
    ByteBuffer digest = ByteBuffer.wrap(Sha256.of(contents));
    this.identity = contents;
    this.deflated = deflate(contents);
    this.zstd = Zstd.compress(contents, ZSTD_LEVEL);
    this.crc = (int) checksum.getValue();
    this.shift = Crc.shift(contents.length);
    this.high = digest.getLong();
    this.low = digest.getLong();
  }

  /** Compresses these bytes, which are not copied and must not change any more. */
  static Fragment of(byte[] contents) {
    return new Fragment(contents);
  }

  /** Compresses this text in UTF-8. */
  static Fragment of(String contents) {
    return new Fragment(contents.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the last fragment if it has this text, so that unchanged bytes stay one object. */
  static Fragment renewed(@Nullable Fragment last, String contents) {
    byte[] bytes = contents.getBytes(StandardCharsets.UTF_8);
    return last != null && Arrays.equals(last.identity, bytes) ? last : new Fragment(bytes);
  }

  @Override
  public Fragment now() {
    return this;
  }

  /** Returns the bytes as they stand in a page of this encoding; not to be changed. */
  byte[] in(ContentEncoding encoding) {
    return switch (encoding) {
      case ZSTD -> zstd;
      case GZIP -> deflated;
      case IDENTITY -> identity;
    };
  }

  /** Returns the number of bytes that are held, in all encodings together. */
  @Override
  public int weight() {
    return identity.length + deflated.length + zstd.length;
  }

  /** Returns the number of bytes before compression. */
  int length() {
    return identity.length;
  }

  int crc() {
    return crc;
  }

  /** Returns {@link Crc#shift} of the length. */
  int shift() {
    return shift;
  }

  /** Returns the first 64 bits of the contents' SHA-256. */
  long high() {
    return high;
  }

  /** Returns the next 64 bits of the contents' SHA-256. */
  long low() {
    return low;
  }

  private static byte[] deflate(byte[] contents) {
    if (contents.length == 0) {
      return contents;
    }
    Deflater deflater = new Deflater(DEFLATE_LEVEL, true);
    try {
      deflater.setInput(contents);
      byte[] segment = new byte[contents.length / 2 + 64];
      int length = 0;
      while (true) {
        length += deflater.deflate(segment, length, segment.length - length, Deflater.FULL_FLUSH);
        if (length < segment.length) {
          return Arrays.copyOf(segment, length);
        }
        segment = Arrays.copyOf(segment, segment.length * 2);
      }
    } finally {
      deflater.end();
    }
  }
}
