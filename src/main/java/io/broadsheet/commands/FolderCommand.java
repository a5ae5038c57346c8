package io.broadsheet.commands;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.BeanFactory;

/**
 * A command that works on a data folder: in the server that has the folder open, or by itself where
 * none has.
 */
interface FolderCommand {
  /** Returns the folder, absolute. */
  Path data();

  /**
   * Does the work.
   *
   * @param portal the features
   * @param terminal where to report
   * @return the exit status
   * @throws Refusal if it cannot be done
   */
  int work(BeanFactory portal, Terminal terminal) throws IOException, InterruptedException;
}
