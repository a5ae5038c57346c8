package io.broadsheet.media;

import io.broadsheet.articles.Picture;
import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Database;
import io.broadsheet.web.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pictures: each file is stored once under the hash of its content, with its renditions.
 *
 * <p>Renditions are drawn anew from the pixels, so nothing of a file's metadata, such as where it
 * was taken, and nothing hidden in it reaches readers.
 */
public final class Media {
  /** The most bytes that a picture's file may have. */
  public static final int LARGEST_FILE = 20_000_000;

  private final Database database;
  private final Path folder;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();

  /** Opens the pictures of this folder. */
  public Media(Database database, DataFolder folder, InstantSource clock) {
    this.database = database;
    this.folder = folder.resolve("media");
    this.clock = clock;
  }

  /**
   * Takes a picture in; one that is there already is found by its content.
   *
   * @param file a JPEG, PNG, WebP or GIF file of up to {@link #LARGEST_FILE} bytes
   * @throws UnfitPicture if it is none of these, too large, or damaged
   * @throws IOException if it cannot be stored
   */
  public StoredPicture store(byte[] file) throws UnfitPicture, IOException {
    String hash = checked(file);
    Optional<StoredPicture> known = find(hash).filter(this::isComplete);
    if (known.isPresent()) {
      return known.get();
    }
    turn.lock(); // a decoded picture is large: one at a time is in memory
    try {
      return take(hash, Decoding.decode(file, Picture.WIDEST), file);
    } finally {
      turn.unlock();
    }
  }

  /**
   * Returns what {@link #store} would, and stores nothing.
   *
   * @throws UnfitPicture if it could not be stored
   */
  public StoredPicture preview(byte[] file) throws UnfitPicture {
    String hash = checked(file);
    Optional<StoredPicture> known = find(hash);
    if (known.isPresent()) {
      return known.get();
    }
    turn.lock();
    try {
      return describe(hash, Decoding.decode(file, Picture.WIDEST));
    } finally {
      turn.unlock();
    }
  }

  private static String checked(byte[] file) throws UnfitPicture {
    if (file.length > LARGEST_FILE) {
      throw UnfitPicture.heavy();
    }
    return Sha256.hex(file);
  }

  /** A folder put together from backups of different days may lack files that the table knows. */
  private boolean isComplete(StoredPicture stored) {
    return Picture.renditions(stored.width()).stream()
        .allMatch(width -> rendition(stored.hash(), width).isPresent());
  }

  /** Returns the picture whose file has this hash. */
  public Optional<StoredPicture> find(String hash) {
    return database.read(
        sql ->
            sql.sql("SELECT hash, width, height, color FROM picture WHERE hash = :hash")
                .param("hash", hash)
                .query(StoredPicture.class)
                .optional());
  }

  /** Returns the file of a rendition, if there is one of this width. */
  Optional<Path> rendition(String hash, int width) {
    Path file = shelf(hash).resolve(hash + "-" + width + ".webp");
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  private StoredPicture take(String hash, Decoding.Decoded decoded, byte[] file)
      throws IOException {
    Path shelf = Files.createDirectories(shelf(hash));
    for (int width : Picture.renditions(decoded.width())) {
      byte[] webp = Rendering.webp(Rendering.scaled(decoded.picture(), width));
      write(shelf.resolve(hash + "-" + width + ".webp"), webp);
    }
    write(shelf.resolve(hash), file);
    StoredPicture stored = describe(hash, decoded);
    // Last, so that what the table knows is there.
    database.write(sql -> insert(sql, stored));
    return stored;
  }

  private static StoredPicture describe(String hash, Decoding.Decoded decoded) {
    return new StoredPicture(
        hash, decoded.width(), decoded.height(), Rendering.color(decoded.picture()));
  }

  private int insert(JdbcClient sql, StoredPicture stored) {
    return sql.sql(
            """
            INSERT INTO picture (hash, width, height, color, at)
            VALUES (:hash, :width, :height, :color, :at) ON CONFLICT (hash) DO NOTHING
            """)
        .param("hash", stored.hash())
        .param("width", stored.width())
        .param("height", stored.height())
        .param("color", stored.color())
        .param("at", clock.millis())
        .update();
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
