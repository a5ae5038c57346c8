package io.broadsheet.media;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes a file from outside into an upright, opaque picture of the size that pages use.
 *
 * <p>The size that a file claims is read from its header and refused before a single pixel is
 * decoded, so that a few bytes cannot ask for gigabytes; of a large picture only every other pixel
 * is decoded. Nothing is read of the metadata but which side is up.
 */
final class Decoding {
  private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp", "gif");
  private static final int LONGEST_SIDE = 20_000;
  private static final long MOST_PIXELS = 50_000_000;

  /** About as much memory as a decoder may need, at three bytes a pixel. */
  private static final double DECODED_PIXELS = 30_000_000;

  /** Within so many bytes a drawing says that it is one, whatever comments go before. */
  private static final int SVG_HEAD = 4_096;

  private Decoding() {}

  /**
   * A decoded picture.
   *
   * @param width of the upright picture as it was handed in, in pixels
   * @param height of the upright picture as it was handed in, in pixels
   * @param picture is upright, and as wide as the widest rendition or a little more
   */
  record Decoded(int width, int height, BufferedImage picture) {}

  static Decoded decode(byte[] file, int widest) throws UnfitPicture {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      ImageReader reader = reader(in, file);
      try {
        return decode(reader, in, file, widest);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Decoders of damaged files fail in every way there is.
      throw new UnfitPicture(
          UnfitPicture.Reason.DAMAGED, "It is damaged: it cannot be decoded.", e);
    }
  }

  /** Decoders in Java go before native ones: damage must not reach the process's memory. */
  private static ImageReader reader(ImageInputStream in, byte[] file)
      throws IOException, UnfitPicture {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    List<ImageReader> fit =
        StreamSupport.stream(Spliterators.spliteratorUnknownSize(readers, 0), false)
            .filter(Decoding::isOurs)
            .sorted(Comparator.comparing(reader -> reader.getClass().getName().contains("luciad")))
            .toList();
    if (fit.isEmpty()) {
      throw new UnfitPicture(
          isSvg(file) ? UnfitPicture.Reason.SVG : UnfitPicture.Reason.OTHER,
          "It is no JPEG, PNG, WebP or GIF picture.");
    }
    return fit.getFirst();
  }

  private static boolean isSvg(byte[] file) {
    int head = Math.min(file.length, SVG_HEAD);
    return new String(file, 0, head, StandardCharsets.ISO_8859_1)
        .toLowerCase(Locale.ROOT)
        .contains("<svg");
  }

  private static boolean isOurs(ImageReader reader) {
    try {
      return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      return false;
    }
  }

  private static Decoded decode(ImageReader reader, ImageInputStream in, byte[] file, int widest)
      throws IOException, UnfitPicture {
    reader.setInput(in, true, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    long pixels = (long) width * height;
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || pixels > MOST_PIXELS) {
      throw new UnfitPicture(
          UnfitPicture.Reason.VAST,
          "It has %d × %d pixels; at most %d million are allowed."
              .formatted(width, height, MOST_PIXELS / 1_000_000));
    }
    int every = Math.max(1, (int) Math.ceil(Math.sqrt(pixels / DECODED_PIXELS)));
    ImageReadParam param = reader.getDefaultReadParam();
    param.setSourceSubsampling(every, every, 0, 0);
    int orientation = isJpeg(file) ? orientation(file) : 1;
    boolean turned = orientation >= 5;
    BufferedImage lying = narrowed(reader.read(0, param), turned, widest);
    return new Decoded(
        turned ? height : width, turned ? width : height, upright(lying, orientation));
  }

  /** What no page will show is left out before the picture is turned, which needs room for two. */
  private static BufferedImage narrowed(BufferedImage lying, boolean turned, int widest) {
    int width = turned ? lying.getHeight() : lying.getWidth();
    return width <= widest
        ? lying
        : Rendering.scaled(
            lying, Math.max(1, Math.round((float) lying.getWidth() * widest / width)));
  }

  private static boolean isJpeg(byte[] file) {
    return file.length > 2 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8;
  }

  /** Returns the EXIF orientation, 1 to 8, 1 where there is none. */
  private static int orientation(byte[] jpeg) throws IOException {
    try {
      Metadata metadata =
          JpegMetadataReader.readMetadata(
              new ByteArrayInputStream(jpeg), List.of(new ExifReader()));
      for (ExifIFD0Directory exif : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
        Integer value = exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        if (value != null && value >= 1 && value <= 8) {
          return value;
        }
      }
      return 1;
    } catch (JpegProcessingException e) {
      return 1; // a picture without readable metadata is shown as it lies
    }
  }

  private static BufferedImage upright(BufferedImage lying, int orientation) {
    int width = lying.getWidth();
    int height = lying.getHeight();
    AffineTransform turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
          default -> new AffineTransform();
        };
    boolean turned = orientation >= 5;
    BufferedImage upright = Rendering.white(turned ? height : width, turned ? width : height);
    Graphics2D canvas = upright.createGraphics();
    canvas.drawImage(lying, turn, null);
    canvas.dispose();
    return upright;
  }
}
