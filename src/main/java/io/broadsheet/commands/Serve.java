package io.broadsheet.commands;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the portal, until it is told to stop. */
@Command(name = "serve", description = "Serves the portal until it is told to stop.")
final class Serve implements Callable<Integer> {
  @Mixin private final ServerOptions options = new ServerOptions();
  @Mixin private final DataOption data = new DataOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (Server server = Server.start("serve", FolderCheck.open(data.folder()), options)) {
      server.await();
      return 0;
    }
  }
}
