package io.broadsheet.audience;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

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
    Path fresh = file.resolveSibling(NAME + ".new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(fresh, Set.of(CREATE, WRITE, TRUNCATE_EXISTING), ownerOnly(fresh))) {
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(lines.toString());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), READ)) {
      folder.force(true); // the new name is durable only with its folder
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
