package io.broadsheet.commands;

import io.broadsheet.web.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.util.unit.DataSize;

/** Warns while the disk of the data folder runs low, before writing to it fails. */
final class DiskWatch implements SmartLifecycle, Notice {
  private static final Logger log = LoggerFactory.getLogger(DiskWatch.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Path folder;
  private final DataSize least;
  private volatile Thread thread = new Thread();

  DiskWatch(Path folder, DataSize least) {
    this.folder = folder;
    this.least = least;
  }

  @Override
  public Optional<String> matter() {
    try {
      DataSize free = DataSize.ofBytes(Files.getFileStore(folder).getUsableSpace());
      return free.compareTo(least) >= 0
          ? Optional.empty()
          : Optional.of(
              "The disk of the data folder "
                  + folder
                  + " has only "
                  + free.toMegabytes()
                  + " MB left: make room on it (broadsheet.disk-warning is "
                  + least.toMegabytes()
                  + " MB).");
    } catch (IOException e) {
      return Optional.of(
          "The free space on the disk of the data folder "
              + folder
              + " cannot be read: check the disk ("
              + e
              + ").");
    }
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("disk").start(this::watch);
  }

  @Override
  public void stop() {
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  /** Says once that the disk runs low, and again if it does so anew. */
  private void watch() {
    boolean said = false;
    try {
      while (true) {
        Optional<String> matter = matter();
        if (matter.isPresent() && !said) {
          log.warn("{}", matter.get());
        }
        said = matter.isPresent();
        Thread.sleep(PERIOD);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
