package io.broadsheet.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Resolves names of hosts, of which those that lead inside are refused.
 *
 * <p>What was checked is what is connected to: a name cannot mean another address a moment later.
 */
public final class PublicHosts implements SocketAddressResolver {
  /** Where a large cloud tells its machines their secrets, in the middle of public addresses. */
  private static final InetAddress CLOUD = InetAddress.ofLiteral("168.63.129.16");

  /** A host that is not connected to, because its address is not allowed. */
  public static final class NotPublic extends IOException {
    private static final long serialVersionUID = 1;

    private NotPublic() {
      super("Its host is not public.");
    }
  }

  private final SocketAddressResolver system;
  private final Predicate<InetAddress> allowed;

  /**
   * Describes which addresses may be connected to.
   *
   * @param patience how long looking up one name may take
   * @param allowed such as {@link #isPublic}
   */
  public PublicHosts(
      Executor threads, Scheduler scheduler, Duration patience, Predicate<InetAddress> allowed) {
    this.system = new SocketAddressResolver.Async(threads, scheduler, patience.toMillis());
    this.allowed = allowed;
  }

  @Override
  public void resolve(
      String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> found) {
    system.resolve(
        host,
        port,
        context,
        new Promise<>() {
          @Override
          public void succeeded(List<InetSocketAddress> addresses) {
            if (addresses.stream().allMatch(address -> allowed.test(address.getAddress()))) {
              found.succeeded(addresses);
            } else {
              found.failed(new NotPublic());
            }
          }

          @Override
          public void failed(Throwable why) {
            found.failed(why);
          }
        });
  }

  /** Tells whether an address is one of the public Internet, of which it must be known. */
  public static boolean isPublic(InetAddress address) {
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || address.equals(CLOUD)) {
      return false;
    }
    if (b.length == 4) {
      int third = b[2] & 0xff;
      return first != 0
          && first < 224
          && !(first == 100 && second >= 64 && second < 128) // carriers' own
          && !(first == 192 && second == 0 && (third == 0 || third == 2))
          && !(first == 192 && second == 88 && third == 99)
          && !(first == 198 && (second == 18 || second == 19))
          && !(first == 198 && second == 51 && third == 100)
          && !(first == 203 && second == 0 && third == 113);
    }
    // Of 2000::/3 only; without Teredo, documentation and 6to4, which hide other addresses.
    boolean special = first == 0x20 && second == 0x01 && ((b[2] & 0xfe) == 0 || isDocumented(b));
    return (first & 0xe0) == 0x20 && !special && !(first == 0x20 && second == 0x02);
  }

  private static boolean isDocumented(byte[] b) {
    return (b[2] & 0xff) == 0x0d && (b[3] & 0xff) == 0xb8;
  }
}
