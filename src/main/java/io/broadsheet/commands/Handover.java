package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Hands a command's work to the server that has the data folder open. */
final class Handover {
  private Handover() {}

  /**
   * Lets the server do the work, and says what it says.
   *
   * @return the exit status, nothing if no server listens
   * @throws Refusal if the server ends before the work does
   */
  static Optional<Integer> to(DataFolder folder, Request request, Terminal terminal)
      throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try (SocketPath path = SocketPath.of(folder, CommandSocket.FILE)) {
      channel.connect(path.address());
    } catch (IOException e) {
      channel.close();
      return Optional.empty();
    }
    try (Connection connection = new Connection(channel)) {
      return Optional.of(talk(connection, request, terminal));
    }
  }

  private static int talk(Connection connection, Request request, Terminal terminal) {
    try {
      connection.send(request);
      while (true) {
        Reply reply = connection.receive(Reply.class).orElseThrow(Handover::broken);
        if (reply.exit() != null) {
          return reply.exit();
        } else if (reply.out() != null) {
          terminal.out().println(reply.out());
        } else if (reply.err() != null) {
          terminal.err().println(reply.err());
        }
      }
    } catch (IOException e) {
      throw broken();
    }
  }

  private static Refusal broken() {
    return new Refusal(
        "The server stopped before this was done: run the command again to do the rest.");
  }
}
