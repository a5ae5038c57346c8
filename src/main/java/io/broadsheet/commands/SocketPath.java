package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The address of a folder's socket, by a short detour where the folder's own path is too long.
 *
 * <p>An address of a Unix domain socket holds about a hundred bytes. A longer path is reached
 * through a link in a temporary folder, which only has to last while the socket is opened.
 */
final class SocketPath implements AutoCloseable {
  private static final int LONGEST = 100;

  private final Path path;
  private final @Nullable Path detour;

  private SocketPath(Path path, @Nullable Path detour) {
    this.path = path;
    this.detour = detour;
  }

  static SocketPath of(DataFolder folder, String file) throws IOException {
    Path path = folder.resolve(file);
    if (path.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      return new SocketPath(path, null);
    }
    Path detour = Files.createTempDirectory("bs");
    Path link = Files.createSymbolicLink(detour.resolve("d"), folder.path());
    return new SocketPath(link.resolve(file), detour);
  }

  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(path);
  }

  @Override
  public void close() throws IOException {
    if (detour != null) {
      Files.delete(detour.resolve("d"));
      Files.delete(detour);
    }
  }
}
