package io.broadsheet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;

/**
 * Finds the address of whoever sent a request, behind the proxies that are trusted.
 *
 * <p>{@code X-Forwarded-For} is read from the right: each hop is believed as long as the hop that
 * reported it is trusted, and the first that is not trusted is the client. What is no address ends
 * the reading, since whoever wrote that cannot be believed further.
 */
public final class ClientAddress {
  private static final String TRUSTED = ClientAddress.class.getName();
  private static final int MOST_HOPS = 20;

  private ClientAddress() {}

  /**
   * Returns the client's address; IPv4 in IPv6 is given as IPv4.
   *
   * <p>Until {@link #trust} was called only the peer itself counts.
   */
  public static InetAddress of(Request request) {
    InetAddress peer = peer(request);
    Server server = request.getConnectionMetaData().getConnector().getServer();
    return server.getAttribute(TRUSTED) instanceof TrustedProxies proxies && proxies.trusts(peer)
        ? forwarded(request, peer, proxies)
        : peer;
  }

  /** Returns the {@link Network#of number} of the network that a servlet's request came from. */
  public static long network(HttpServletRequest request) {
    return Network.of(of(Inside.coreOf(request)));
  }

  /** Has these proxies believed in requests to this server. */
  static void trust(Server server, TrustedProxies proxies) {
    server.setAttribute(TRUSTED, proxies);
  }

  private static InetAddress peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
                instanceof InetSocketAddress socket
            && socket.getAddress() != null
        ? socket.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private static InetAddress forwarded(Request request, InetAddress peer, TrustedProxies proxies) {
    List<String> lines = request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR);
    if (lines.isEmpty()) {
      return peer;
    }
    String[] hops = String.join(",", lines).split(",", -1);
    InetAddress client = peer;
    for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
      try {
        client = literal(withoutPort(hops[i].strip()));
      } catch (IllegalArgumentException e) {
        return client;
      }
      if (!proxies.trusts(client)) {
        return client;
      }
    }
    return client;
  }

  /**
   * Reads an address in figures; names are never looked up.
   *
   * @throws IllegalArgumentException if it is none
   */
  static InetAddress literal(String text) {
    boolean version6 = text.indexOf(':') >= 0;
    boolean dotted = text.chars().filter(c -> c == '.').count() == 3;
    // Shortened IPv4 is ambiguous, and a scope is no part of an address.
    if ((!version6 && !dotted) || text.indexOf('%') >= 0) {
      throw new IllegalArgumentException("not an address in full: " + text);
    }
    return InetAddress.ofLiteral(text);
  }

  /** Some proxies add the port: {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711}. */
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int close = hop.indexOf(']');
      return close < 0 ? hop : hop.substring(1, close);
    }
    int colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }
}
