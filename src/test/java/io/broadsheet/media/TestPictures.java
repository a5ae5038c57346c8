package io.broadsheet.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** Files of pictures as cameras, agencies and attackers write them. */
final class TestPictures {
  private TestPictures() {}

  static byte[] encoded(int width, int height, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Puts an EXIF segment behind the start of a JPEG, with texts by tag and, if wanted, a place. */
  static byte[] withExif(byte[] jpeg, Map<Integer, String> texts, boolean place) {
    int entries = texts.size() + (place ? 1 : 0);
    ByteBuffer tiff = ByteBuffer.allocate(60_000);
    tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) entries);
    int free = 8 + 2 + entries * 12 + 4;
    for (Map.Entry<Integer, String> text : new TreeMap<>(texts).entrySet()) {
      byte[] value = (text.getValue() + "\0\0\0\0").getBytes(StandardCharsets.UTF_8);
      entry(tiff, text.getKey(), 2, value.length, free);
      tiff.put(free, value);
      free += value.length;
    }
    if (place) {
      entry(tiff, 0x8825, 4, 1, free);
      ByteBuffer gps = tiff.duplicate().position(free);
      gps.putShort((short) 2);
      gps.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
      entry(gps, 2, 5, 3, free + 2 + 24 + 4);
      gps.putInt(0);
      for (int part : new int[] {43, 14, 24}) {
        gps.putInt(part).putInt(1);
      }
      free = gps.position();
    }
    return withSegment(jpeg, 0xe1, "Exif\0\0", Arrays.copyOf(tiff.array(), free));
  }

  private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
    out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** Puts an IPTC block in UTF-8 into a JPEG, with texts by data set of its second record. */
  static byte[] withIptc(byte[] jpeg, Map<Integer, String> texts) {
    ByteBuffer iptc = ByteBuffer.allocate(10_000);
    iptc.put(new byte[] {0x1c, 1, 90, 0, 3, 0x1b, '%', 'G'});
    for (Map.Entry<Integer, String> text : texts.entrySet()) {
      byte[] value = text.getValue().getBytes(StandardCharsets.UTF_8);
      iptc.put((byte) 0x1c).put((byte) 2).put(text.getKey().byteValue());
      iptc.putShort((short) value.length).put(value);
    }
    if (iptc.position() % 2 == 1) {
      iptc.put((byte) 0);
    }
    int length = iptc.position();
    ByteBuffer block = ByteBuffer.allocate(12 + length);
    block.put("8BIM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0x0404);
    block.putShort((short) 0).putInt(length).put(iptc.array(), 0, length);
    return withSegment(jpeg, 0xed, "Photoshop 3.0\0", block.array());
  }

  static byte[] withXmp(byte[] jpeg, String creator, String credit, String description) {
    String packet =
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="%s">
        <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """
            .formatted(credit, creator, description);
    return withSegment(
        jpeg, 0xe1, "http://ns.adobe.com/xap/1.0/\0", packet.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts a segment behind the start of a JPEG. */
  static byte[] withSegment(byte[] jpeg, int marker, String name, byte[] content) {
    ByteBuffer all = ByteBuffer.allocate(jpeg.length + 4 + name.length() + content.length);
    all.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker);
    all.putShort((short) (2 + name.length() + content.length));
    all.put(name.getBytes(StandardCharsets.ISO_8859_1)).put(content);
    return all.put(jpeg, 2, jpeg.length - 2).array();
  }

  static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
