package io.broadsheet.commands;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;

/** All commands: {@code broadsheet NAME …}. */
@Command(
    name = "broadsheet",
    description = "A news portal in one process.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {Serve.class})
public final class Commands {

  /** Runs the command that the arguments name and returns its exit status: 0, 1 or 2. */
  public static int run(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return new CommandLine(new Commands())
        .setOut(out)
        .setErr(err)
        .setExecutionStrategy(Commands::runLast)
        .setExecutionExceptionHandler(new Sentences())
        .execute(arguments);
  }

  /** Runs the command named last; one that only groups others is a question left open. */
  private static int runLast(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandLine command = last.commandSpec().commandLine();
    if (!command.getSubcommands().isEmpty() && !last.isUsageHelpRequested()) {
      throw new ParameterException(command, "Which command? One of these is needed.");
    }
    return new RunLast().execute(parsed);
  }
}
