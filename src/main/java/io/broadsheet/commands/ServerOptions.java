package io.broadsheet.commands;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.Option;

/** What {@code serve} and {@code demo} have in common. */
final class ServerOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      converter = Port.class,
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      converter = Host.class,
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "";

  /** The launcher's training run for a quicker start. */
  @Option(names = "--exit-when-ready", hidden = true)
  private boolean exitWhenReady;

  int port() {
    return port;
  }

  String host() {
    return host;
  }

  /** Tells whether all addresses of this machine are listened on, loopback among them. */
  boolean listensEverywhere() throws UnknownHostException {
    return InetAddress.getByName(host).isAnyLocalAddress();
  }

  boolean exitWhenReady() {
    return exitWhenReady;
  }
}
