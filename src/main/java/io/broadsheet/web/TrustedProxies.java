package io.broadsheet.web;

import io.broadsheet.settings.BadSetting;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The networks whose word on forwarded addresses is taken, besides loopback. */
final class TrustedProxies {
  private final List<Network> networks = new ArrayList<>();

  private record Network(InetAddress first, int bits) {
    boolean holds(InetAddress other) {
      byte[] prefix = first.getAddress();
      byte[] address = other.getAddress();
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Reads the setting {@code broadsheet.trusted-proxies}.
   *
   * @param blocks addresses such as {@code 192.0.2.7} or blocks such as {@code 2001:db8::/32}
   * @throws BadSetting if one is neither
   */
  TrustedProxies(List<String> blocks) {
    for (String block : blocks) {
      networks.add(network(block));
    }
  }

  /** Tells whether a peer of this address is believed. */
  boolean trusts(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return true;
    }
    for (Network network : networks) {
      if (network.holds(address)) {
        return true;
      }
    }
    return false;
  }

  private static Network network(String block) {
    int slash = block.indexOf('/');
    try {
      InetAddress first = ClientAddress.literal(slash < 0 ? block : block.substring(0, slash));
      int all = first.getAddress().length * 8;
      int bits = slash < 0 ? all : Integer.parseInt(block.substring(slash + 1));
      if (bits >= 0 && bits <= all) {
        return new Network(first, bits);
      }
    } catch (IllegalArgumentException e) {
      throw refused(block, e);
    }
    throw refused(block, null);
  }

  private static BadSetting refused(String block, @Nullable Throwable cause) {
    BadSetting refused =
        new BadSetting(
            "broadsheet.trusted-proxies",
            block,
            "an address, or a block such as 10.0.0.0/8 or 2001:db8::/32");
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}
