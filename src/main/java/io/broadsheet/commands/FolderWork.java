package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import io.broadsheet.settings.LoadedSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ConfigurableApplicationContext;

/** Gets a folder command's work done: by the server that has the folder, or else here. */
final class FolderWork {
  /** How long a server that is still starting is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Request request;
  private final Terminal terminal;

  FolderWork(Request request, Terminal terminal) {
    this.request = request;
    this.terminal = new Terminal(terminal.out(), terminal.err(), stopped::get);
  }

  int run(FolderCommand command, String name) throws IOException, InterruptedException {
    DataFolder folder = FolderCheck.open(command.data());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      switch (FolderLock.take(folder, name)) {
        case FolderLock.Taken(FolderLock lock) -> {
          try (lock) {
            return alone(command, folder);
          }
        }
        case FolderLock.Held held -> {
          Optional<Integer> status = Handover.to(folder, request, terminal);
          if (status.isPresent()) {
            return status.get();
          }
          refuseUnlessStarting(folder, held, deadline);
        }
      }
      Thread.sleep(PAUSE);
    }
  }

  private static void refuseUnlessStarting(DataFolder folder, FolderLock.Held held, long deadline) {
    if (held.pid() != 0 && !held.byServer()) {
      throw new Refusal(
          "The data folder "
              + folder.path()
              + " is in use by "
              + held.holder()
              + ": wait until that is done.");
    }
    if (System.nanoTime() > deadline) {
      throw new Refusal(
          "The data folder "
              + folder.path()
              + " is in use by "
              + held.holder()
              + ", which does not answer: stop it, or wait until it does.");
    }
  }

  private int alone(FolderCommand command, DataFolder folder)
      throws IOException, InterruptedException {
    LoadedSettings settings =
        LoadedSettings.load(List.of(folder.path(), Path.of("").toAbsolutePath()), System.getenv());
    Thread stop = new Thread(this::stop, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try (ConfigurableApplicationContext portal = Portal.withoutWebServer(folder, settings)) {
      return command.work(portal, terminal);
    } finally {
      done.countDown();
      if (!stopped.get()) {
        Runtime.getRuntime().removeShutdownHook(stop);
      }
    }
  }

  /** Lets the command come to a record's end when the process is told to stop. */
  private void stop() {
    stopped.set(true);
    try {
      boolean inOrder = done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      Runtime.getRuntime().halt(inOrder ? 1 : 130);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
