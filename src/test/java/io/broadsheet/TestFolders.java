package io.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders in the system's temporary folder, which go when the tests end. */
public final class TestFolders {
  private static final Path ALL = make();

  private TestFolders() {}

  /** Returns an empty folder. */
  public static Path create() {
    try {
      return Files.createTempDirectory(ALL, "folder");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path make() {
    try {
      Path all = Files.createTempDirectory("broadsheet-tests").toRealPath();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(all)));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      System.err.println("What tests left in " + folder + " could not be deleted: " + e);
    }
  }
}
