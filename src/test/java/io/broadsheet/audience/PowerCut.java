package io.broadsheet.audience;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A machine that loses its power at some step of a commit, and what its disk then holds.
 *
 * <p>Bytes that were written but not synced are lost, kept or garbled, by sectors of 512 bytes. The
 * model does nothing that a disk may not do, as SQLite counts on it:
 *
 * <ul>
 *   <li>What a commit in WAL mode with {@code synchronous=FULL} has written is synced when it
 *       returns. So the files as they were after the last commit are sure, and only bytes that have
 *       changed since can suffer: SQLite counts on a write to leave the bytes around it alone
 *       (powersafe overwrite).
 *   <li>A commit that begins the WAL anew writes and syncs its header first, when the database
 *       already holds, and has synced, all that the old WAL held. Only then come the frames.
 *   <li>A checkpoint runs after its commit. It changes the database only when the WAL is synced, so
 *       the WAL is whole while sectors of the database are torn, be it in a commit or while a start
 *       takes up what an earlier power cut has left.
 *   <li>Salts are renamed into place when they are synced, so the file is the old or the new one; a
 *       fresh one that was not renamed yet may hold anything.
 * </ul>
 */
final class PowerCut implements CommitStep.Witness {
  private static final int WAL_HEADER = 32;
  private static final int FULL = 2;

  private final Path folder;
  private final int checkpointPages;
  private Random random = new Random(0);
  private @Nullable Connection known;
  private boolean syncs;
  private DiskFiles synced = new DiskFiles(new byte[0], new byte[0]);
  private volatile @Nullable DiskFiles left;
  private int untilCut;
  private int untilFailure;
  private int failures;

  /**
   * Watches the machine whose data lie in this folder.
   *
   * @param checkpointPages after so many pages in the WAL a commit checkpoints
   */
  PowerCut(Path folder, int checkpointPages) {
    this.folder = folder;
    this.checkpointPages = checkpointPages;
  }

  /** Ends the writer as it is, as nothing else than an error does. */
  private static final class PowerLost extends Error {
    @Serial private static final long serialVersionUID = 1;
  }

  /** Cuts the power at the step that comes after so many others, and lets nothing fail before. */
  void cutAfter(int steps, long seed) {
    spare();
    random = new Random(seed);
    untilCut = steps + 1;
  }

  /**
   * Lets the disk fail at the step that comes after so many others and at those that follow, while
   * the power stays on.
   */
  void failAfter(int steps, int times) {
    spare();
    untilFailure = steps;
    failures = times;
  }

  /** Lets nothing go wrong from now on. */
  void spare() {
    untilCut = 0;
    untilFailure = 0;
    failures = 0;
  }

  boolean happened() {
    return left != null;
  }

  @Override
  public void reached(CommitStep step, Connection connection) throws SQLException {
    if (!connection.equals(known)) {
      meet(connection);
    }
    if (untilCut > 0 && --untilCut == 0) {
      left = lose(step, DiskFiles.read(folder));
      Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
      throw new PowerLost();
    }
    if (step == CommitStep.AFTER_COMMIT && syncs) {
      synced = DiskFiles.read(folder);
    }
    if (untilFailure > 0) {
      untilFailure--;
    } else if (failures > 0) {
      failures--;
      throw new SQLException("a disk's fault, thrown on purpose");
    }
  }

  /** Puts what the disk holds after the cut into another folder. */
  void restore(Path fresh) throws IOException, SQLException {
    DiskFiles disk = left;
    if (disk == null) {
      throw new IllegalStateException("the power is on");
    }
    if (random.nextInt(4) == 0) {
      disk = cutWhileRecovering(disk, fresh);
    }
    disk.write(fresh);
    Files.copy(folder.resolve(SaltFile.NAME), fresh.resolve(SaltFile.NAME));
    if (random.nextInt(8) == 0) {
      byte[] garbage = new byte[random.nextInt(100)];
      random.nextBytes(garbage);
      Files.write(fresh.resolve(SaltFile.NAME + ".new"), garbage);
    }
  }

  /** Looks at a connection that is new, behind which everything is synced. */
  private void meet(Connection connection) throws SQLException {
    known = connection;
    synced = DiskFiles.read(folder);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = " + checkpointPages);
      try (ResultSet row = statement.executeQuery("PRAGMA synchronous")) {
        syncs = row.next() && row.getInt(1) >= FULL;
      }
    }
  }

  private DiskFiles lose(CommitStep step, DiskFiles present) {
    return switch (step) {
      case BEFORE_BEGIN, AFTER_LOG_ROWS, AFTER_CELLS, BEFORE_COMMIT ->
          new DiskFiles(synced.database(), wal(present.wal()));
      case AFTER_COMMIT ->
          switch (random.nextInt(4)) {
            case 0 -> present;
            case 1 ->
                new DiskFiles(
                    DiskFiles.torn(synced.database(), present.database(), 0, random),
                    present.wal());
            default -> new DiskFiles(synced.database(), wal(present.wal()));
          };
      case BEFORE_ACKNOWLEDGE -> syncs ? present : synced;
    };
  }

  /** Returns the WAL when the commit that wrote to it has not synced it. */
  private byte[] wal(byte[] present) {
    byte[] old = synced.wal();
    boolean anew =
        present.length >= WAL_HEADER
            && !Arrays.equals(old, 0, Math.min(old.length, WAL_HEADER), present, 0, WAL_HEADER);
    if (anew && random.nextInt(4) == 0) {
      byte[] header = old.length < WAL_HEADER ? new byte[WAL_HEADER] : old.clone();
      System.arraycopy(present, 0, header, 0, WAL_HEADER);
      return DiskFiles.torn(old, header, 0, random);
    }
    return DiskFiles.torn(old, present, anew ? WAL_HEADER : 0, random);
  }

  /** Cuts the power again, while a start moves what is in the WAL into the database. */
  private DiskFiles cutWhileRecovering(DiskFiles disk, Path scratch)
      throws IOException, SQLException {
    disk.write(scratch);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + scratch.resolve(AudienceFile.NAME));
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT count(*) FROM progress");
    }
    byte[] recovered = Files.readAllBytes(scratch.resolve(AudienceFile.NAME));
    return new DiskFiles(DiskFiles.torn(disk.database(), recovered, 0, random), disk.wal());
  }
}
