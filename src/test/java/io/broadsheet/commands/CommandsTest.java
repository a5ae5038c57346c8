package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

  @Test
  void noCommandIsAUsageError() {
    Finished finished = run();
    assertThat(finished.status()).isEqualTo(2);
    assertThat(finished.out()).isEmpty();
    assertThat(finished.err()).contains("Usage: broadsheet").contains("serve").contains("bench");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sreve", "export", "backup", "restore", "staf", "--colour"})
  void whatIsNoCommandIsAUsageError(String typed) {
    Finished finished = run(typed);
    assertThat(finished.status()).isEqualTo(2);
    assertThat(finished.out()).isEmpty();
    assertThat(finished.err()).contains("'" + typed + "'").contains("Usage: broadsheet");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelp(List<String> command) {
    List<String> line = new ArrayList<>(command);
    line.add("--help");
    Finished finished = run(line.toArray(String[]::new));
    assertThat(finished.status()).isZero();
    assertThat(finished.out()).startsWith("Usage: broadsheet " + String.join(" ", command));
    assertThat(finished.err()).isEmpty();
  }

  static List<List<String>> commands() {
    List<List<String>> all = new ArrayList<>();
    collect(List.of(), line(new StringWriter(), new StringWriter()), all);
    return all;
  }

  private static void collect(List<String> path, CommandLine line, List<List<String>> all) {
    all.add(path);
    for (Map.Entry<String, CommandLine> sub : line.getSubcommands().entrySet()) {
      List<String> deeper = new ArrayList<>(path);
      deeper.add(sub.getKey());
      collect(deeper, sub.getValue(), all);
    }
  }

  @Test
  void theVersionIsSaid() {
    Finished finished = run("--version");
    assertThat(finished.status()).isZero();
    assertThat(finished.out()).startsWith("Broadsheet ");
  }

  @Test
  void aProcessEndsWithTheStatusOfItsCommand() {
    assertThat(TestProcess.plain().run().status()).isEqualTo(2);
    assertThat(TestProcess.plain().run("--help").status()).isZero();
    Finished test = TestProcess.plain().run("test", "--all");
    assertThat(test)
        .isEqualTo(
            new Finished(
                1,
                "",
                "Tests are run from the sources: type ./broadsheet test --all in their folder.\n"));
  }

  private static Finished run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    return new Finished(line(out, err).execute(arguments), out.toString(), err.toString());
  }

  private static CommandLine line(StringWriter out, StringWriter err) {
    return Commands.line(
        new PrintWriter(out, true), new PrintWriter(err, true), Path.of("/"), last -> 0);
  }
}
