package io.broadsheet.commands;

import io.broadsheet.settings.BadSetting;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why a command failed. */
final class Sentences implements IExecutionExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Sentences.class);

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    command.getErr().println(of(e));
    log.debug("The fault in full", e);
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /** Returns the sentence for this fault. */
  static String of(Throwable fault) {
    Throwable root = fault;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal || cause instanceof BadSetting) {
        return String.valueOf(cause.getMessage());
      }
      root = cause;
    }
    if (fault instanceof IOException && fault.getMessage() != null) {
      return fault.getMessage();
    }
    return "This failed unexpectedly: " + root + ".";
  }
}
