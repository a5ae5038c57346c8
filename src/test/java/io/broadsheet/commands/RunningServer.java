package io.broadsheet.commands;

import io.broadsheet.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real server in a process of its own, on a free port of the loopback address.
 *
 * <pre>{@code
 * try (RunningServer server = RunningServer.start()) {
 *   server.uri("/ru/");
 * }
 * }</pre>
 */
public final class RunningServer implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Broadsheet is ready: (http://\\S+/)");
  private static final long PATIENCE_SECONDS = 90;

  private final Path data;
  private final Process process;
  private final Path out;
  private final Path err;
  private final URI base;

  private RunningServer(TestProcess how, Path data, String[] command) throws IOException {
    this.data = data;
    this.out = how.workingFolder().resolve("out-" + System.nanoTime());
    this.err = how.workingFolder().resolve("err-" + System.nanoTime());
    this.process =
        how.builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    this.base = URI.create(awaitReady());
  }

  /** Starts a server on an empty folder and waits until it is ready. */
  public static RunningServer start() {
    return start(TestFolders.create().resolve("data"));
  }

  /** Starts a server on this folder and waits until it is ready. */
  public static RunningServer start(Path data, String... options) {
    return start(TestProcess.plain(), "serve", data, options);
  }

  /**
   * Starts {@code serve} or {@code demo} on this folder in this way and waits until it is ready.
   */
  public static RunningServer start(TestProcess how, String command, Path data, String... options) {
    String[] fixed = {command, "--port", "0", "--data", data.toString()};
    try {
      return new RunningServer(
          how, data, Stream.of(fixed, options).flatMap(Stream::of).toArray(String[]::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the address of this path, which begins with a slash. */
  public URI uri(String path) {
    return base.resolve(path);
  }

  /** Returns the data folder. */
  public Path data() {
    return data;
  }

  /** Adds a member of this name and role, and returns the one-time link that signs them in. */
  public URI add(String name, String role) {
    Finished added =
        TestProcess.plain().run("staff", "add", name, "--role", role, "--data", data.toString());
    if (added.status() != 0) {
      throw new AssertionError(added.toString());
    }
    return URI.create(added.out().strip());
  }

  /** Returns the process id. */
  public long pid() {
    return process.pid();
  }

  /** Returns what the server has written to standard output. */
  public String out() {
    return read(out);
  }

  /** Returns what the server has written to standard error. */
  public String err() {
    return read(err);
  }

  /** Waits until the server has written this to standard output. */
  public void awaitOut(String text) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!out().contains(text)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("The server never wrote “" + text + "”:\n" + out());
      }
      pause();
    }
  }

  /** Ends the process at once, as a power cut would (SIGKILL), and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    await();
  }

  /** Asks the server to stop (SIGTERM), waits until it has, and returns its exit status. */
  public int stop() {
    process.destroy();
    return await().orElseThrow(() -> new AssertionError("The server did not stop:\n" + err()));
  }

  /** Stops the server, by force if need be. */
  @Override
  public void close() {
    process.destroy();
    if (await().isEmpty()) {
      kill();
    }
  }

  private String awaitReady() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline) {
      Matcher ready = READY.matcher(out());
      if (ready.find()) {
        return ready.group(1);
      }
      if (!process.isAlive()) {
        throw new AssertionError("The server ended with " + process.exitValue() + ":\n" + err());
      }
      pause();
    }
    process.destroyForcibly();
    throw new AssertionError("The server was not ready in time:\n" + out() + err());
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Optional<Integer> await() {
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          ? Optional.of(process.exitValue())
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
