package io.broadsheet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one folder that holds everything a portal knows, apart from an external PostgreSQL.
 *
 * @param path an existing, writable folder, absolute
 */
public record DataFolder(Path path) {

  /**
   * Opens the folder, making it where it is missing.
   *
   * @throws IOException if it cannot be made or written to; the message is one sentence for the
   *     operator
   */
  public static DataFolder at(Path path) throws IOException {
    Path folder = path.toAbsolutePath().normalize();
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
