package io.broadsheet.web;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Tells requests of this machine from those of the world.
 *
 * <p>Where there is a management port, that one is for this machine, and no other; else a request
 * is this machine's own if it comes from loopback and was not forwarded.
 */
final class Inside {
  /** The name of the connector that listens on the management port. */
  static final String CONNECTOR = "management";

  private final boolean ownPort;

  /**
   * Knows by what to tell them apart.
   *
   * @param ownPort whether there is a management port
   */
  Inside(boolean ownPort) {
    this.ownPort = ownPort;
  }

  /** Tells whether this machine sent a request. */
  boolean sent(Request request) {
    return ownPort
        ? CONNECTOR.equals(request.getConnectionMetaData().getConnector().getName())
        : ClientAddress.of(request).isLoopbackAddress() && !isForwarded(request.getHeaders());
  }

  /** Returns the server's view of a request that came to a servlet. */
  static Request coreOf(HttpServletRequest request) {
    return ServletContextRequest.getServletContextRequest(request);
  }

  /**
   * Behind a proxy of this machine everyone comes from loopback; whom it stands for it says with
   * these, or else nothing tells it from this machine's own requests.
   */
  private static boolean isForwarded(HttpFields headers) {
    return headers.contains(HttpHeader.X_FORWARDED_FOR) || headers.contains(HttpHeader.FORWARDED);
  }
}
