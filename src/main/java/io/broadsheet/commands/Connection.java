package io.broadsheet.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Either end of a talk over a folder's socket, in lines of JSON. */
final class Connection implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final SocketChannel channel;
  private final BufferedReader reader;
  private final Writer writer;

  Connection(SocketChannel channel) {
    this.channel = channel;
    this.reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    this.writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
  }

  synchronized void send(Object message) throws IOException {
    writer.write(JSON.writeValueAsString(message) + "\n");
    writer.flush();
  }

  /** Returns the next message, nothing if the other end has gone. */
  <T> Optional<T> receive(Class<T> type) throws IOException {
    return Optional.ofNullable(reader.readLine()).map(line -> JSON.readValue(line, type));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
