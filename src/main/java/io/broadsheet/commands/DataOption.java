package io.broadsheet.commands;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}, as all commands that work on a data folder have it. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "data",
      description = "The data folder (default: ./${DEFAULT-VALUE}).")
  private Path folder = Path.of("data");

  /** Returns the folder, absolute. */
  Path folder() {
    return folder;
  }
}
