package io.broadsheet.commands;

import io.broadsheet.database.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The right to work on a data folder, which one process has at a time and loses when it ends. */
final class FolderLock implements AutoCloseable {
  static final String FILE = "broadsheet.lock";
  private static final Pattern HOLDER = Pattern.compile("(\\d{1,18}) ([\\w ]+)\n?");

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** What an attempt to take the lock comes to. */
  sealed interface Outcome {}

  /** The folder is this process's until it closes the lock or ends. */
  record Taken(FolderLock lock) implements Outcome {}

  /**
   * Another process has the folder.
   *
   * @param pid its process id, 0 if it has not written it yet
   * @param command the command that it runs, empty if it has not written it yet
   */
  record Held(long pid, String command) implements Outcome {
    /** Tells whether the holder takes the work of other commands over. */
    boolean byServer() {
      return command.equals("serve") || command.equals("demo");
    }

    /** Returns the holder as a phrase for a sentence. */
    String holder() {
      return pid == 0
          ? "another process of Broadsheet"
          : "process " + pid + " (broadsheet " + command + ")";
    }
  }

  /** Takes the lock of this folder for a command, unless another process has it. */
  static Outcome take(DataFolder folder, String command) throws IOException {
    Path file = folder.resolve(FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      try (channel) {
        return held(channel);
      }
    }
    channel.truncate(0);
    String holder = ProcessHandle.current().pid() + " " + command + "\n";
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)), 0);
    return new Taken(new FolderLock(channel));
  }

  private static Held held(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(64);
    channel.read(bytes, 0);
    String text = StandardCharsets.US_ASCII.decode(bytes.flip()).toString();
    Matcher holder = HOLDER.matcher(text);
    return holder.matches()
        ? new Held(Long.parseLong(holder.group(1)), holder.group(2))
        : new Held(0, "");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
