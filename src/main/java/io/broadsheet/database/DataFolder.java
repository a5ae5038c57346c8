package io.broadsheet.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one folder that holds everything a portal knows, apart from an external PostgreSQL.
 *
 * @param path an existing, writable folder, absolute
 */
public record DataFolder(Path path) {
  /** SQLite allows 512, with its own files' names and what ends them. */
  private static final int LONGEST = 480;

  /**
   * Opens the folder, making it where it is missing.
   *
   * @throws IOException if it cannot be made or written to; the message is one sentence for the
   *     operator
   */
  public static DataFolder at(Path path) throws IOException {
    Path folder = path.toAbsolutePath().normalize();
    int length = folder.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST) {
      throw new IOException(
          "The path of the data folder has "
              + length
              + " bytes, more than the "
              + LONGEST
              + " that SQLite can use: name one that is shorter with --data.");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          "The data folder " + folder + " cannot be made: name another with --data.", e);
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(
          "The data folder "
              + folder
              + " cannot be written to: change its permissions or name"
              + " another with --data.");
    }
    return new DataFolder(folder);
  }

  /** Returns the path of a file or folder directly inside. */
  public Path resolve(String name) {
    return path.resolve(name);
  }
}
