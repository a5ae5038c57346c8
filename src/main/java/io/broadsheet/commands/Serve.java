package io.broadsheet.commands;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the portal, until it is told to stop. */
@Command(name = "serve", description = "Serves the portal until it is told to stop.")
final class Serve implements OwnCommand {
  @Mixin private final ServerOptions options = new ServerOptions();
  @Mixin private final DataOption data = new DataOption();

  @Override
  public int run(Terminal terminal) throws IOException, InterruptedException {
    try (Server server =
        Server.start("serve", FolderCheck.open(data.folder()), options, terminal, portal -> {})) {
      server.await();
      return 0;
    }
  }
}
