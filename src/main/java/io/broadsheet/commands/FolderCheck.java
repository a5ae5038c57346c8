package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps Broadsheet out of folders that belong to something else. */
final class FolderCheck {
  /** Says that a folder was made by {@code demo}. */
  static final String DEMO_MARK = "broadsheet.demo";

  private static final Set<String> MARKS = Set.of(FolderLock.FILE, DEMO_MARK, "broadsheet.db");

  /** What may lie in a folder that is still to be filled. */
  private static final Set<String> HARMLESS =
      Set.of("broadsheet.yaml", "lost+found", ".DS_Store", ".gitkeep");

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private FolderCheck() {}

  /**
   * Opens a data folder, making it where it is missing.
   *
   * @throws Refusal if it cannot be used, or has files in it but none of ours
   */
  static DataFolder open(Path folder) throws IOException {
    refuseForeign(folder);
    try {
      return DataFolder.at(folder);
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private static void refuseForeign(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new Refusal(folder + " is a file: name a folder with --data.");
    }
    if (!Files.isReadable(folder)) {
      throw new Refusal(
          "The data folder "
              + folder
              + " cannot be read: change its permissions or name another with --data.");
    }
    if (MARKS.stream().noneMatch(mark -> Files.exists(folder.resolve(mark)))
        && !holdsNothing(folder)) {
      throw new Refusal(
          folder
              + " holds files that are not Broadsheet's: name an empty folder, or one that"
              + " Broadsheet made, with --data.");
    }
  }

  /** Tells whether a folder has nothing in it but what an operator may have prepared. */
  static boolean holdsNothing(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(file -> HARMLESS.contains(String.valueOf(file.getFileName())));
    }
  }

  /**
   * Refuses a folder in which a database file is plainly none.
   *
   * @throws Refusal naming the file
   */
  static void refuseDamaged(DataFolder folder) throws IOException {
    try (DirectoryStream<Path> databases = Files.newDirectoryStream(folder.path(), "*.db")) {
      for (Path file : databases) {
        if (!Files.isRegularFile(file) || (Files.size(file) > 0 && !beginsAsSqlite(file))) {
          throw new Refusal(
              "The file "
                  + file
                  + " is damaged, it is not a SQLite database: restore it from a backup, with the"
                  + " files of the same name that end in -wal and -shm.");
        }
      }
    }
  }

  private static boolean beginsAsSqlite(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
    }
  }
}
