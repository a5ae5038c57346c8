package io.broadsheet.media;

import io.broadsheet.articles.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** The files of pictures: each as it was handed in, and its renditions beside it. */
final class Renditions {
  private final Path folder;

  Renditions(Path folder) {
    this.folder = folder;
  }

  /** In what renditions are written. */
  enum Format {
    WEBP,
    JPG;

    byte[] write(BufferedImage picture) throws IOException {
      return switch (this) {
        case WEBP -> Rendering.webp(picture);
        case JPG -> Rendering.jpeg(picture);
      };
    }

    /** Returns the end of a file's name. */
    String ending() {
      return this == WEBP ? ".webp" : ".jpg";
    }
  }

  /** One of the files that a picture has in the end. */
  record Rendition(String hash, int width, Format format) {}

  /** Returns all that there are of a picture in the end, the narrowest first. */
  static List<Rendition> of(StoredPicture stored) {
    return Picture.renditions(stored.width()).stream()
        .flatMap(
            width ->
                Arrays.stream(Format.values())
                    .map(format -> new Rendition(stored.hash(), width, format)))
        .toList();
  }

  /** Returns the file of a rendition, whether it is there or not. */
  Path file(Rendition one) {
    return shelf(one.hash()).resolve(one.hash() + "-" + one.width() + one.format().ending());
  }

  /** Returns the file that was handed in. */
  Path original(String hash) {
    return shelf(hash).resolve(hash);
  }

  /** Returns those that are not there yet. */
  List<Rendition> missing(StoredPicture stored) {
    return of(stored).stream().filter(one -> !Files.isRegularFile(file(one))).toList();
  }

  void keep(String hash, byte[] original) throws IOException {
    Files.createDirectories(shelf(hash));
    write(original(hash), original);
  }

  /**
   * Draws those that are missing from what was handed in.
   *
   * @throws UnfitPicture if that cannot be decoded any more
   * @throws IOException if it is gone, or a file cannot be written
   */
  void make(StoredPicture stored) throws IOException, UnfitPicture {
    List<Rendition> missing = missing(stored);
    if (missing.isEmpty()) {
      return;
    }
    byte[] file = Files.readAllBytes(original(stored.hash()));
    Decoding.Decoded decoded = Decoding.decode(file, Picture.WIDEST);
    for (Rendition one : missing) {
      write(file(one), one.format().write(Rendering.scaled(decoded.picture(), one.width())));
    }
  }

  private Path shelf(String hash) {
    return folder.resolve(hash.substring(0, 2));
  }

  /** Puts a file in place whole and durably, or not at all. */
  private static void write(Path file, byte[] content) throws IOException {
    Path fresh = Files.createTempFile(file.getParent(), "taking", null);
    try {
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
