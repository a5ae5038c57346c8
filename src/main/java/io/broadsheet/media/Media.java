package io.broadsheet.media;

import io.broadsheet.articles.Picture;
import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Database;
import io.broadsheet.web.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pictures: each file is stored once under the hash of its content, with its renditions.
 *
 * <p>Renditions are drawn anew from the pixels, so nothing of a file's metadata, such as where it
 * was taken, and nothing hidden in it reaches readers. They are drawn after a picture was taken in,
 * one picture at a time; what is still to be drawn the table knows, so that a restart goes on with
 * it.
 */
public final class Media implements AutoCloseable {
  /** The most bytes that a picture's file may have. */
  public static final int LARGEST_FILE = 20_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Media.class);
  private static final int READER_WAITS_SECONDS = 15;
  private static final int LOOKS_AGAIN_SECONDS = 60;

  private final Database database;
  private final Renditions files;
  private final InstantSource clock;
  private final PictureLibrary library;
  private final ReentrantLock turn = new ReentrantLock();
  private final Semaphore due = new Semaphore(1);
  private final Thread drawing;

  /** Opens the pictures of this folder. */
  public Media(Database database, DataFolder folder, InstantSource clock) {
    this.database = database;
    this.files = new Renditions(folder.resolve("media"));
    this.clock = clock;
    this.library = new PictureLibrary(database, clock);
    this.drawing = Thread.ofPlatform().name("renditions").daemon().unstarted(this::draw);
  }

  /** Begins to draw what is still to be drawn, and goes on with what comes. */
  void start() {
    drawing.start();
  }

  /** Stops drawing; what was begun is drawn at the next start. */
  @Override
  public void close() {
    drawing.interrupt();
  }

  /**
   * Takes a picture in; one that is there already is found by its content. Its renditions follow.
   *
   * @param file a JPEG, PNG, WebP or GIF file of up to {@link #LARGEST_FILE} bytes
   * @throws UnfitPicture if it is none of these, too large, or damaged
   * @throws IOException if it cannot be stored
   */
  public StoredPicture store(byte[] file) throws UnfitPicture, IOException {
    String hash = checked(file);
    Optional<StoredPicture> known = find(hash);
    boolean whole = known.isPresent() && Files.isRegularFile(files.original(hash));
    if (whole && files.missing(known.get()).isEmpty()) {
      return known.get();
    }
    StoredPicture stored = whole ? known.get() : described(hash, file);
    if (!whole) {
      files.keep(hash, file);
    }
    // Last, so that what the table knows is there.
    database.write(sql -> insert(sql, stored));
    due.release();
    return stored;
  }

  /**
   * Returns what {@link #store} would, and stores nothing.
   *
   * @throws UnfitPicture if it could not be stored
   */
  public StoredPicture preview(byte[] file) throws UnfitPicture {
    String hash = checked(file);
    Optional<StoredPicture> known = find(hash);
    return known.isPresent() ? known.get() : described(hash, file);
  }

  private static String checked(byte[] file) throws UnfitPicture {
    if (file.length > LARGEST_FILE) {
      throw UnfitPicture.heavy();
    }
    return Sha256.hex(file);
  }

  private StoredPicture described(String hash, byte[] file) throws UnfitPicture {
    turn.lock(); // a decoded picture is large: one at a time is in memory
    try {
      Decoding.Decoded decoded = Decoding.decode(file, Picture.WIDEST);
      return new StoredPicture(
          hash, decoded.width(), decoded.height(), Rendering.color(decoded.picture()));
    } finally {
      turn.unlock();
    }
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

  /** Keeps what is said of pictures, by which they are found again. */
  public void remember(List<Picture> pictures) {
    library.remember(pictures);
  }

  /**
   * Returns pictures with what was last said of them, the last used first.
   *
   * @param words all of which are said of each; none for any picture
   * @param from how many to leave out, zero or more
   * @param most how many to return
   */
  public List<Picture> used(String words, int from, int most) {
    return library.find(words, from, most);
  }

  /**
   * How far the renditions of a picture have come.
   *
   * @param made those that are there, zero or more
   * @param all those that there will be, one or more
   */
  public record Progress(int made, int all) {}

  /** Returns how far the renditions of a picture have come; empty for one that is not known. */
  public Optional<Progress> progress(String hash) {
    return find(hash)
        .map(
            stored -> {
              int all = Renditions.of(stored).size();
              return new Progress(all - files.missing(stored).size(), all);
            });
  }

  /**
   * Returns the file of a rendition, which is drawn now if it was not yet; empty if there is none.
   *
   * @throws TimeoutException if other pictures are being drawn for too long
   * @throws IOException if it cannot be drawn
   */
  Optional<Path> rendition(Renditions.Rendition wanted)
      throws IOException, TimeoutException, InterruptedException {
    Path file = files.file(wanted);
    if (Files.isRegularFile(file)) {
      return Optional.of(file);
    }
    Optional<StoredPicture> stored =
        find(wanted.hash()).filter(known -> Renditions.of(known).contains(wanted));
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    if (!turn.tryLock(READER_WAITS_SECONDS, TimeUnit.SECONDS)) {
      throw new TimeoutException("Other pictures are being drawn.");
    }
    try {
      files.make(stored.get());
    } catch (UnfitPicture e) {
      throw new IOException("The stored file of " + wanted.hash() + " cannot be decoded.", e);
    } finally {
      turn.unlock();
    }
    return Optional.of(file);
  }

  private void draw() {
    try {
      while (true) {
        // Also what another process took in is drawn after a while.
        if (due.tryAcquire(LOOKS_AGAIN_SECONDS, TimeUnit.SECONDS)) {
          due.drainPermits();
        }
        drawDue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drawDue() throws InterruptedException {
    for (String hash : hashesDue()) {
      turn.lockInterruptibly();
      try {
        files.make(find(hash).orElseThrow());
        database.write(
            sql ->
                sql.sql("DELETE FROM picture_due WHERE hash = :hash").param("hash", hash).update());
      } catch (IOException | UnfitPicture | RuntimeException e) {
        // The others must not wait for one; this one is tried again with the next.
        LOG.warn("The renditions of picture {} could not be drawn.", hash, e);
      } finally {
        turn.unlock();
      }
    }
  }

  private List<String> hashesDue() {
    try {
      return database.read(
          sql ->
              sql.sql("SELECT hash FROM picture_due ORDER BY at, hash").query(String.class).list());
    } catch (RuntimeException e) {
      LOG.warn("Which renditions are to be drawn could not be read.", e);
      return List.of();
    }
  }

  private int insert(JdbcClient sql, StoredPicture stored) {
    sql.sql(
            """
            INSERT INTO picture (hash, width, height, color, at, used_at)
            VALUES (:hash, :width, :height, :color, :at, :at) ON CONFLICT (hash) DO NOTHING
            """)
        .param("hash", stored.hash())
        .param("width", stored.width())
        .param("height", stored.height())
        .param("color", stored.color())
        .param("at", clock.millis())
        .update();
    return sql.sql(
            """
            INSERT INTO picture_due (hash, at) VALUES (:hash, :at) ON CONFLICT (hash) DO NOTHING
            """)
        .param("hash", stored.hash())
        .param("at", clock.millis())
        .update();
  }
}
