package io.broadsheet.media;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes a file from outside into an upright, opaque picture.
 *
 * <p>The size that a file claims is read from its header and refused before a single pixel is
 * decoded, so that a few bytes cannot ask for gigabytes.
 */
final class Decoding {
  private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp", "gif");
  private static final int LONGEST_SIDE = 20_000;
  private static final long MOST_PIXELS = 50_000_000;

  private Decoding() {}

  static BufferedImage decode(byte[] file) throws UnfitPicture {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      while (readers.hasNext()) {
        ImageReader reader = readers.next();
        if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          try {
            return upright(read(reader, in), orientation(file));
          } finally {
            reader.dispose();
          }
        }
      }
      throw new UnfitPicture("It is no JPEG, PNG, WebP or GIF picture.");
    } catch (IOException | RuntimeException e) {
      // Decoders of damaged files fail in every way there is.
      throw new UnfitPicture("It is damaged: it cannot be decoded.", e);
    }
  }

  private static BufferedImage read(ImageReader reader, ImageInputStream in)
      throws IOException, UnfitPicture {
    reader.setInput(in, true, true);
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new UnfitPicture(
          "It has %d × %d pixels; at most %d million are allowed."
              .formatted(width, height, MOST_PIXELS / 1_000_000));
    }
    return reader.read(0);
  }

  /** Returns the EXIF orientation, 1 to 8, 1 where there is none. */
  private static int orientation(byte[] file) throws IOException {
    try {
      Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file));
      for (ExifIFD0Directory exif : metadata.getDirectoriesOfType(ExifIFD0Directory.class)) {
        Integer value = exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        if (value != null && value >= 1 && value <= 8) {
          return value;
        }
      }
      return 1;
    } catch (ImageProcessingException e) {
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
    BufferedImage upright =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = upright.createGraphics();
    canvas.setBackground(Color.WHITE);
    canvas.clearRect(0, 0, upright.getWidth(), upright.getHeight());
    canvas.drawImage(lying, turn, null);
    canvas.dispose();
    return upright;
  }
}
