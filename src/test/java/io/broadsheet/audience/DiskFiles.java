package io.broadsheet.audience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What a disk holds of the audience's database and of its WAL; nothing where there is none. */
final class DiskFiles {
  private static final int SECTOR = 512;

  private final byte[] database;
  private final byte[] wal;

  DiskFiles(byte[] database, byte[] wal) {
    this.database = database;
    this.wal = wal;
  }

  static DiskFiles read(Path folder) {
    return new DiskFiles(
        bytes(folder.resolve(AudienceFile.NAME)),
        bytes(folder.resolve(AudienceFile.NAME + "-wal")));
  }

  byte[] database() {
    return database;
  }

  byte[] wal() {
    return wal;
  }

  void write(Path folder) throws IOException {
    Files.write(folder.resolve(AudienceFile.NAME), database);
    Files.write(folder.resolve(AudienceFile.NAME + "-wal"), wal);
  }

  /**
   * Returns what may be left of a file whose changes were not synced: of each sector that changed
   * the new bytes, the old ones or neither, up to some length.
   *
   * @param sure as many bytes at its beginning are synced all the same
   */
  static byte[] torn(byte[] old, byte[] present, int sure, Random random) {
    int kept = random.nextInt(5) * 25;
    long seed = random.nextLong();
    int length = present.length;
    if (length > old.length) {
      int more =
          switch (random.nextInt(3)) {
            case 0 -> length - old.length;
            case 1 -> 0;
            default -> random.nextInt(length - old.length);
          };
      length = Math.max(old.length + more, sure);
    }
    byte[] torn = new byte[length];
    for (int sector = 0; sector < length; sector += SECTOR) {
      tear(torn, old, present, sector, kept, new Random(seed ^ sector));
    }
    System.arraycopy(present, 0, torn, 0, Math.min(sure, length));
    return torn;
  }

  private static void tear(
      byte[] torn, byte[] old, byte[] present, int sector, int kept, Random fate) {
    int until = Math.min(sector + SECTOR, torn.length);
    boolean keeps = fate.nextInt(100) < kept;
    boolean garbles = fate.nextInt(3) == 0;
    int tornAt = fate.nextInt(3) == 0 ? sector + fate.nextInt(SECTOR) : until;
    for (int at = sector; at < until; at++) {
      byte before = at < old.length ? old[at] : 0;
      if (before == present[at] || (keeps && at < tornAt)) {
        torn[at] = present[at];
      } else {
        torn[at] = garbles ? (byte) fate.nextInt() : before;
      }
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
