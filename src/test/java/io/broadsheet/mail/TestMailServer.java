package io.broadsheet.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes one letter after another (RFC 5321), and can be told to refuse. */
public final class TestMailServer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final ServerSocket socket;
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile String refusal = "";

  /** Opens one on a free port of the loopback address. */
  public TestMailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().name("test-mail").daemon().start(this::listen);
  }

  /**
   * A letter as it arrived.
   *
   * @param to the addresses of the envelope
   * @param source headers and text, in lines that end in LF
   */
  public record Received(List<String> to, String source) {}

  /** Returns its port. */
  public int port() {
    return socket.getLocalPort();
  }

  /** Has the next attempts be told to come back later. */
  public void beBusy(int attempts) {
    busy.set(attempts);
  }

  /** Has every recipient be refused with this answer, such as {@code 550 No such user}. */
  public void refuse(String answer) {
    refusal = answer;
  }

  /** Returns how often somebody came. */
  public int connections() {
    return connections.get();
  }

  /** Returns the next letter, waiting for it. */
  public Received next() throws InterruptedException {
    Received next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("No letter came");
    }
    return next;
  }

  /** Returns how many letters have come and were not taken. */
  public int waiting() {
    return received.size();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        connections.incrementAndGet();
        talk(client);
      } catch (SocketException e) {
        // Closed, or the client went away: the next one is waited for, if there is one.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = client.getOutputStream();
    if (busy.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      say(out, "421 Come back later");
      return;
    }
    say(out, "220 mail.example");
    List<String> to = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.length() < 4 ? line : line.substring(0, 4);
      switch (command) {
        case "RCPT" -> {
          to.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
          say(out, refusal.isEmpty() ? "250 OK" : refusal);
        }
        case "DATA" -> {
          say(out, "354 Go on");
          received.add(new Received(to, text(in)));
          to = new ArrayList<>();
          say(out, "250 OK");
        }
        case "QUIT" -> {
          say(out, "221 Bye");
          return;
        }
        default -> say(out, "250 OK");
      }
    }
  }

  private static String text(BufferedReader in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      text.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
    }
    return text.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
