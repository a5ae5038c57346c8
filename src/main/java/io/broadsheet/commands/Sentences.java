package io.broadsheet.commands;

import io.broadsheet.audience.DamagedAudience;
import io.broadsheet.rates.InvalidQuote;
import io.broadsheet.settings.BadSetting;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one sentence why a command failed and what to do about it. */
final class Sentences implements IExecutionExceptionHandler {
  private static final String TRACE = "BROADSHEET_TRACE";

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    command.getErr().println(of(e));
    if (System.getenv(TRACE) != null) {
      e.printStackTrace(command.getErr());
    }
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  /** Returns the sentence for this fault: that of its outermost cause of which one is known. */
  static String of(Throwable fault) {
    Throwable innermost = fault;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      String sentence = known(cause);
      if (sentence != null) {
        return sentence;
      }
      innermost = cause;
    }
    return "This failed unexpectedly ("
        + firstLine(innermost)
        + "): to see the whole fault, set the variable "
        + TRACE
        + " and run it again.";
  }

  private static @Nullable String known(Throwable cause) {
    return switch (cause) {
      case Refusal refusal -> refusal.getMessage();
      case InvalidQuote quote -> quote.getMessage();
      case BadSetting bad -> bad.getMessage();
      case DamagedAudience damaged -> damaged.getMessage();
      case PortInUseException taken ->
          "Port "
              + taken.getPort()
              + " is taken by another program: stop it, or choose another port with --port"
              + " (0 takes any free one).";
      case BindException bind ->
          "Broadsheet cannot listen on this address ("
              + bind.getMessage()
              + "): name an address of this machine with --host, and a port you may open with"
              + " --port.";
      case SQLiteException sqlite -> sqlite(sqlite.getResultCode());
      case SQLException sql when String.valueOf(sql.getSQLState()).matches("(08|28|3D).*") ->
          "PostgreSQL cannot be reached ("
              + firstLine(sql)
              + "): start it, or correct broadsheet.database.url.";
      case FlywayValidateException flyway ->
          "The database was made by another release of Broadsheet, whose tables this one does"
              + " not know: use the release that made it, or a later one.";
      case AccessDeniedException denied ->
          denied.getFile() + " cannot be opened: change its permissions.";
      case NoSuchFileException missing -> "There is no " + missing.getFile() + ": check the name.";
      case FileSystemException file -> file.getMessage() + ": check the file and its permissions.";
      default -> null;
    };
  }

  private static @Nullable String sqlite(SQLiteErrorCode code) {
    return switch (code.code & 0xff) {
      case 8 -> "The data folder cannot be written: change the permissions of the files in it.";
      case 11, 26 ->
          "A database file in the data folder is damaged: restore the folder from a backup.";
      case 13 -> "The disk of the data folder is full: make room on it.";
      case 14 -> "The data folder cannot be opened: change the permissions of the files in it.";
      default -> null;
    };
  }

  private static String firstLine(Throwable fault) {
    return fault.toString().lines().findFirst().orElse("");
  }
}
