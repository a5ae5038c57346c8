package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;

/** The server's ear in its data folder: does the work of commands that are run beside it. */
final class CommandSocket implements AutoCloseable {
  static final String FILE = "broadsheet.sock";
  private static final Logger log = LoggerFactory.getLogger(CommandSocket.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BeanFactory portal;
  private final Path file;
  private final ServerSocketChannel channel;
  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  private CommandSocket(BeanFactory portal, Path file, ServerSocketChannel channel) {
    this.portal = portal;
    this.file = file;
    this.channel = channel;
  }

  /** Opens the socket of a folder that this process has locked, for its owner only. */
  static CommandSocket open(DataFolder folder, BeanFactory portal) throws IOException {
    Path file = folder.resolve(FILE);
    CommandSocket socket = new CommandSocket(portal, file, bind(folder, file));
    Thread.ofPlatform().name("commands").daemon().start(socket::accept);
    return socket;
  }

  /** Binds behind a closed door, so that nobody else can connect before the mode is set. */
  private static ServerSocketChannel bind(DataFolder folder, Path file) throws IOException {
    Path door = folder.resolve(".socket");
    Path made = door.resolve("s");
    Files.deleteIfExists(made);
    Files.deleteIfExists(door);
    Files.createDirectory(
        door, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try (SocketPath path = SocketPath.of(folder, ".socket/s")) {
      channel.bind(path.address());
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
      Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.delete(door);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private void accept() {
    while (!closing) {
      try {
        SocketChannel accepted = channel.accept();
        workers.add(Thread.ofPlatform().name("command").daemon().start(() -> work(accepted)));
      } catch (IOException e) {
        if (!closing) {
          log.warn("Commands beside this server are no longer heard: {}", e.getMessage());
        }
        return;
      }
    }
  }

  private void work(SocketChannel accepted) {
    try (Connection connection = new Connection(accepted)) {
      new RemoteCommand(connection, portal, () -> closing).run();
    } catch (IOException e) {
      log.debug("A command's caller has gone", e);
    } finally {
      workers.remove(Thread.currentThread());
    }
  }

  /** Hears no more commands and waits until those under way have come to a record's end. */
  @Override
  public void close() throws IOException {
    closing = true;
    channel.close();
    Files.deleteIfExists(file);
    try {
      for (Thread worker : workers) {
        worker.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
