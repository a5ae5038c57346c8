package io.broadsheet.audience;

import io.broadsheet.database.OwnerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The salts that are valid, today's first, in a file of their own that only its owner may read.
 *
 * <p>It lies beside the log and not in it, so that a backup of the log cannot tell who read what.
 */
final class SaltFile {
  static final String NAME = "visitor-salt";

  private final Path file;

  SaltFile(Path folder) {
    this.file = folder.resolve(NAME);
  }

  /** Returns the salts that were stored last; none if there is no file. */
  List<Salt> read() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file, StandardCharsets.US_ASCII).stream().map(Salt::parse).toList();
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
      throw new DamagedAudience(
          "The file "
              + file
              + " is damaged: delete it and start again; readers of the last half hour may then"
              + " be counted a second time.",
          e);
    }
  }

  /** Stores these salts and none besides, durably or, if it fails, not at all. */
  void write(List<Salt> salts) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Salt salt : salts) {
      lines.append(salt.line()).append('\n');
    }
    OwnerFile.write(file, lines.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
