package io.broadsheet.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JacksonException;

/** One command that a client has handed to this server. */
final class RemoteCommand {
  private final Connection connection;
  private final BeanFactory portal;
  private final BooleanSupplier closing;
  private final AtomicBoolean left = new AtomicBoolean();

  RemoteCommand(Connection connection, BeanFactory portal, BooleanSupplier closing) {
    this.connection = connection;
    this.portal = portal;
    this.closing = closing;
  }

  /** Hears the request, does the work and answers with what the command says and its status. */
  void run() throws IOException {
    Optional<Request> request = hear();
    if (request.isEmpty()) {
      return;
    }
    Thread.ofVirtual().start(this::watch);
    try (PrintWriter out = new PrintWriter(new LineWriter(line -> say(Reply.out(line))));
        PrintWriter err = new PrintWriter(new LineWriter(line -> say(Reply.err(line))))) {
      Terminal terminal = new Terminal(out, err, () -> left.get() || closing.getAsBoolean());
      int status =
          Commands.line(out, err, Path.of(request.get().folder()), parsed -> work(parsed, terminal))
              .execute(request.get().arguments().toArray(String[]::new));
      out.flush();
      say(Reply.exit(status));
    }
  }

  private Optional<Request> hear() throws IOException {
    try {
      return connection.receive(Request.class);
    } catch (JacksonException | IllegalArgumentException e) {
      say(
          Reply.err(
              "The server did not understand the command: use the same release of Broadsheet for both."));
      say(Reply.exit(2));
      return Optional.empty();
    }
  }

  private int work(ParseResult parsed, Terminal terminal) throws IOException, InterruptedException {
    if (parsed.commandSpec().userObject() instanceof FolderCommand command) {
      return command.work(portal, terminal);
    }
    throw new Refusal("This command is not for a server to do.");
  }

  /** A client says nothing after its request, so whatever ends the waiting is its end. */
  private void watch() {
    try {
      Optional<Request> more = connection.receive(Request.class);
      left.set(more.isEmpty());
    } catch (IOException | JacksonException e) {
      left.set(true);
    }
  }

  private void say(Reply reply) {
    try {
      connection.send(reply);
    } catch (IOException e) {
      left.set(true);
    }
  }
}
