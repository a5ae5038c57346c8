package io.broadsheet.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Makes smaller ones of an upright picture. */
final class Rendering {
  private static final float QUALITY = 0.8f;

  private Rendering() {}

  /** Returns the picture in this width. */
  static BufferedImage scaled(BufferedImage picture, int width) {
    BufferedImage step = picture;
    // Halving keeps what a single long jump would leave out.
    while (step.getWidth() / 2 >= width) {
      step = resized(step, step.getWidth() / 2, Math.max(1, step.getHeight() / 2));
    }
    int height = Math.max(1, Math.round((float) picture.getHeight() * width / picture.getWidth()));
    return step.getWidth() == width && step.getHeight() == height
        ? step
        : resized(step, width, height);
  }

  /** Returns the picture's average colour as {@code #rrggbb}. */
  static String color(BufferedImage picture) {
    int rgb = scaled(picture, 1).getRGB(0, 0);
    return "#%06x".formatted(rgb & 0xffffff);
  }

  static byte[] webp(BufferedImage picture) throws IOException {
    return encoded(picture, "webp");
  }

  static byte[] jpeg(BufferedImage picture) throws IOException {
    return encoded(picture, "jpeg");
  }

  private static byte[] encoded(BufferedImage picture, String format) throws IOException {
    ImageWriter writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(picture), format).next();
    try {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionType(quality.getCompressionTypes()[0]);
      quality.setCompressionQuality(QUALITY);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
        writer.setOutput(out);
        writer.write(null, new IIOImage(picture, null, null), quality);
      }
      return bytes.toByteArray();
    } finally {
      writer.dispose();
    }
  }

  /** Returns an opaque picture to draw on: what shines through a picture is paper. */
  static BufferedImage white(int width, int height) {
    BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = paper.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    return paper;
  }

  private static BufferedImage resized(BufferedImage picture, int width, int height) {
    BufferedImage smaller = white(width, height);
    Graphics2D canvas = smaller.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    canvas.drawImage(picture, 0, 0, width, height, null);
    canvas.dispose();
    return smaller;
  }
}
