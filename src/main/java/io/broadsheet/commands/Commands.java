package io.broadsheet.commands;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands: {@code broadsheet NAME …}. */
@Command(
    name = "broadsheet",
    description = "A news portal in one process.",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    scope = ScopeType.INHERIT,
    subcommands = {
      Serve.class,
      Demo.class,
      ImportFiles.class,
      RatesCommands.class,
      StaffCommands.class,
      ApiKeyCommands.class,
      Test.class,
      Bench.class
    })
public final class Commands {

  /** Runs the command that the arguments name and returns its exit status: 0, 1 or 2. */
  public static int run(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Path folder = Path.of("").toAbsolutePath();
    Request request = new Request(folder.toString(), List.of(arguments));
    Terminal terminal = new Terminal(out, err, () -> false);
    FolderWork work = new FolderWork(request, terminal);
    return line(out, err, folder, last -> run(last, work, terminal)).execute(arguments);
  }

  /** Says which release this is, as its jar does. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String release = Commands.class.getPackage().getImplementationVersion();
      return new String[] {"Broadsheet " + (release == null ? "(unpacked)" : release)};
    }
  }

  /** What runs the command that was named last. */
  @FunctionalInterface
  interface Runner {
    int run(ParseResult last) throws Exception;
  }

  /** Returns the commands, with relative paths starting from this folder. */
  static CommandLine line(PrintWriter out, PrintWriter err, Path folder, Runner runner) {
    return new CommandLine(new Commands())
        .registerConverter(Path.class, path -> folder.resolve(path).normalize())
        .setOut(out)
        .setErr(err)
        .setExecutionStrategy(parsed -> runLast(parsed, runner))
        .setParameterExceptionHandler(Commands::explain)
        .setExecutionExceptionHandler(new Sentences());
  }

  private static int run(ParseResult last, FolderWork work, Terminal terminal)
      throws IOException, InterruptedException {
    CommandSpec command = last.commandSpec();
    return switch (command.userObject()) {
      case FolderCommand beside ->
          work.run(beside, command.qualifiedName().substring("broadsheet ".length()));
      case OwnCommand own -> own.run(terminal);
      default -> throw new IllegalStateException(command.qualifiedName() + " does nothing");
    };
  }

  private static int explain(ParameterException fault, String[] arguments) {
    CommandLine command = fault.getCommandLine();
    command.getErr().println(fault.getMessage());
    UnmatchedArgumentException.printSuggestions(fault, command.getErr());
    command.usage(command.getErr());
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int runLast(ParseResult parsed, Runner runner) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    CommandLine command = last.commandSpec().commandLine();
    if (!command.getSubcommands().isEmpty()) {
      throw new ParameterException(command, "No command was given: choose one of these.");
    }
    try {
      return runner.run(last);
    } catch (Exception e) {
      throw new ExecutionException(command, "failed", e);
    }
  }
}
