package io.broadsheet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable String siteHost;

  /**
   * Knows by what to tell them apart.
   *
   * @param ownPort whether there is a management port
   * @param site the public address; null where it is not known
   */
  Inside(boolean ownPort, @Nullable URI site) {
    this.ownPort = ownPort;
    this.siteHost = site == null ? null : site.getHost();
  }

  /** Tells whether this machine sent a request. */
  boolean sent(Request request) {
    return ownPort
        ? CONNECTOR.equals(request.getConnectionMetaData().getConnector().getName())
        : ClientAddress.of(request).isLoopbackAddress() && !isForwarded(request.getHeaders());
  }

  /**
   * Tells whether somebody at this machine asks for a page of ours.
   *
   * <p>Any site can have its name lead here and have a browser ask under that name, to read the
   * answer as its own; so the name must be ours, or none at all but an address.
   */
  boolean browses(HttpServletRequest request) {
    Request core = coreOf(request);
    return sent(core) && isOurs(core.getHttpURI());
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

  private boolean isOurs(HttpURI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.equals(siteHost)
        || host.startsWith("[")
        || isAddress(host);
  }

  private static boolean isAddress(String host) {
    try {
      ClientAddress.literal(host);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
