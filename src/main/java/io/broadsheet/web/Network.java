package io.broadsheet.web;

import java.net.InetAddress;

/**
 * The part of an address that stands for a reader, or for a provider's neighbourhood.
 *
 * <p>An IPv6 address counts by its first 64 bits, since a household owns all the rest. IPv4 in IPv6
 * counts as IPv4. The numbers of both families do not meet: IPv6 has assigned nothing below 2000::.
 */
public final class Network {
  private Network() {}

  /** Returns the number of the reader's network: an IPv4 address, or an IPv6 /64. */
  public static long of(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return number(bytes, 0, 4);
    }
    boolean mapped = number(bytes, 0, 8) == 0 && number(bytes, 8, 12) == 0xffff;
    return mapped ? number(bytes, 12, 16) : number(bytes, 0, 8);
  }

  /** Returns the number of the block that a reader's network lies in: a /24, or a /48. */
  public static long block(long network) {
    boolean version4 = network >>> 32 == 0;
    return version4 ? network & ~0xffL : network & ~0xffffL;
  }

  /** Tells whether a block is this machine's own: 127.0.0.0/8, or that of ::1. */
  public static boolean isLoopback(long block) {
    return block == 0 || block >>> 24 == 127;
  }

  /** Returns a block as people write it: {@code 203.0.113.0/24}, or {@code 2001:db8:1::/48}. */
  public static String blockName(long block) {
    boolean version4 = block >>> 32 == 0;
    return version4
        ? "%d.%d.%d.0/24".formatted(block >>> 24, block >>> 16 & 0xff, block >>> 8 & 0xff)
        : "%x:%x:%x::/48".formatted(block >>> 48, block >>> 32 & 0xffff, block >>> 16 & 0xffff);
  }

  private static long number(byte[] bytes, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      number = number << 8 | (bytes[i] & 0xff);
    }
    return number;
  }
}
