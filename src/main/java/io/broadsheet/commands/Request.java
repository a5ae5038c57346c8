package io.broadsheet.commands;

import java.nio.file.Path;
import java.util.List;

/**
 * The one line that a client sends.
 *
 * @param folder the absolute path that relative paths among the arguments start from
 * @param arguments the command as it was typed
 */
record Request(String folder, List<String> arguments) {
  Request {
    if (!Path.of(folder).isAbsolute()) {
      throw new IllegalArgumentException("the folder must be absolute");
    }
    arguments = List.copyOf(arguments);
  }
}
