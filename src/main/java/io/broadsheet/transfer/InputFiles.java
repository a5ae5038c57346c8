package io.broadsheet.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of an import. */
final class InputFiles {
  private static final Set<String> ENDINGS = Set.of("json", "jsonl", "ndjson", "csv");

  private InputFiles() {}

  /**
   * Returns the files that are named, and of folders those in them whose names end in json, jsonl,
   * ndjson or csv, by their names.
   *
   * @throws IOException if one is not there or cannot be read; the message is one sentence
   */
  static List<Path> of(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (!Files.exists(path)) {
        throw new IOException("There is no " + path + ": look at the name.");
      }
      if (!Files.isReadable(path)) {
        throw new IOException(path + " cannot be read: change its permissions.");
      }
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> inFolder(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, 32, new FileVisitOption[0])) {
      List<Path> files =
          all.filter(Files::isRegularFile).filter(InputFiles::isOurs).sorted().toList();
      if (files.isEmpty()) {
        throw new IOException(
            "In "
                + folder
                + " is nothing to import: no file whose name ends in .json, .jsonl or"
                + " .csv.");
      }
      return files;
    } catch (UncheckedIOException e) {
      throw new IOException(folder + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static boolean isOurs(Path file) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.contains(ending);
  }
}
