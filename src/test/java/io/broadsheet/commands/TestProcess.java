package io.broadsheet.commands;

import io.broadsheet.TestFolders;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * How tests start Broadsheet in processes of its own, from the compiled classes.
 *
 * <p>Such a process sees none of this machine's {@code BROADSHEET_} variables and no {@code
 * broadsheet.yaml} but those that the test gives it.
 *
 * @param javaOptions options for its virtual machine
 * @param environment variables to set
 * @param workingFolder where it runs
 */
public record TestProcess(
    List<String> javaOptions, Map<String, String> environment, Path workingFolder) {
  private static final long PATIENCE_SECONDS = 120;

  /** Returns a process without options in a fresh working folder. */
  public static TestProcess plain() {
    return new TestProcess(List.of(), Map.of(), TestFolders.create());
  }

  /** Returns the same with these options for the virtual machine. */
  public TestProcess withJavaOptions(String... options) {
    return new TestProcess(List.of(options), environment, workingFolder);
  }

  /** Returns the same with these environment variables. */
  public TestProcess withEnvironment(Map<String, String> variables) {
    return new TestProcess(javaOptions, Map.copyOf(variables), workingFolder);
  }

  /** Runs a command to its end. */
  public Finished run(String... arguments) {
    Path out = workingFolder.resolve("out-" + System.nanoTime());
    Path err = workingFolder.resolve("err-" + System.nanoTime());
    try {
      Process process =
          builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            "broadsheet " + String.join(" ", arguments) + " did not end:\n" + read(err));
      }
      return new Finished(process.exitValue(), read(out), read(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  ProcessBuilder builder(String... arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(javaOptions);
    line.addAll(List.of("-cp", classPath(), "io.broadsheet.Broadsheet"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(workingFolder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BROADSHEET_"));
    builder.environment().putAll(environment);
    return builder;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}
