package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serve}: the portal, until it is told to stop. */
@Command(name = "serve", description = "Serves the portal until it is told to stop.")
final class Serve implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).",
      defaultValue = "8080",
      converter = Port.class)
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "The data folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Override
  public Integer call() throws IOException {
    Server.run(DataFolder.at(data), host, port);
    return 0;
  }
}
