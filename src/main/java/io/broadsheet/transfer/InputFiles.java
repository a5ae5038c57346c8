package io.broadsheet.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of an import. */
final class InputFiles {
  private static final Set<String> ENDINGS = Set.of("json", "jsonl", "ndjson", "csv");

  private InputFiles() {}

  /**
   * A file to take in.
   *
   * @param root the folder that was named and holds it, or its own where it was named itself; what
   *     its stories ask for must lie in there
   */
  record Input(Path file, Path root) {}

  /**
   * Returns the files that are named, and of folders those in them whose names end in json, jsonl,
   * ndjson or csv, by their names.
   *
   * @throws IOException if one is not there or cannot be read; the message is one sentence
   */
  static List<Input> of(List<Path> named) throws IOException {
    List<Input> files = new ArrayList<>();
    for (Path path : named) {
      if (!Files.exists(path)) {
        throw new IOException("There is no " + path + ": look at the name.");
      }
      if (!Files.isReadable(path)) {
        throw new IOException(path + " cannot be read: change its permissions.");
      }
      if (Files.isDirectory(path)) {
        inFolder(path).forEach(file -> files.add(new Input(file, path)));
      } else {
        files.add(new Input(path, folderOf(path)));
      }
    }
    return files;
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
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
