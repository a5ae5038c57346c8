package io.broadsheet.commands;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.BeanFactory;
import picocli.CommandLine.Mixin;

/**
 * A command that works on a data folder: in the server that has the folder open, or by itself where
 * none has.
 */
abstract class FolderCommand {
  @Mixin private final DataOption data = new DataOption();

  /** Returns the folder, absolute. */
  final Path data() {
    return data.folder();
  }

  /**
   * Does the work.
   *
   * @param portal the features
   * @param terminal where to report
   * @return the exit status
   * @throws Refusal if it cannot be done
   */
  abstract int work(BeanFactory portal, Terminal terminal) throws IOException, InterruptedException;
}
