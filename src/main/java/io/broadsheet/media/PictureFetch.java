package io.broadsheet.media;

import io.broadsheet.web.PublicHosts;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a file from an address that somebody typed, from public hosts only.
 *
 * <p>{@link PublicHosts} decides what is connected to, for each redirect anew. Nothing that an
 * answer says of its type or its name is looked at, and none is unpacked on its way.
 */
public final class PictureFetch implements AutoCloseable {
  private static final int REDIRECTS = 3;
  private static final int THREADS = 8;
  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final Predicate<InetAddress> hosts;
  private final IntPredicate ports;
  private final Duration patience;
  private @Nullable HttpClient opened;

  /**
   * Opens one, which needs nothing before it is asked for the first time.
   *
   * @param hosts which addresses may be connected to
   * @param ports which ports
   * @param patience how long all of a fetch may take, more than zero
   */
  PictureFetch(Predicate<InetAddress> hosts, IntPredicate ports, Duration patience) {
    this.hosts = hosts;
    this.ports = ports;
    this.patience = patience;
  }

  /**
   * Returns what is at an address.
   *
   * @throws Unfetched if the address is none that may be asked, or nothing is had from it
   * @throws UnfitPicture if it has more bytes than a picture may
   */
  public byte[] fetch(String address) throws Unfetched, UnfitPicture {
    long end = System.nanoTime() + patience.toNanos();
    URI at = checked(parsed(address));
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      FetchedAnswer answer = ask(at, end);
      if (answer.location() == null) {
        return answer.body().toByteArray();
      }
      at = checked(further(at, answer.location()));
    }
    throw new Unfetched(Unfetched.Reason.ASTRAY, "It leads on too often.");
  }

  private FetchedAnswer ask(URI at, long end) throws Unfetched, UnfitPicture {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw slow(null);
    }
    Request request =
        client()
            .newRequest(at)
            .headers(headers -> headers.put(HttpHeader.ACCEPT, "image/*,*/*;q=0.1"))
            .timeout(left, TimeUnit.NANOSECONDS);
    AnswerListener listener = new AnswerListener(Media.LARGEST_FILE);
    request.send(listener);
    try {
      return listener.answer().get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      var _ = request.abort(e);
      throw slow(e);
    } catch (InterruptedException e) {
      var _ = request.abort(e);
      Thread.currentThread().interrupt();
      throw slow(e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static Unfetched failure(@Nullable Throwable cause) throws UnfitPicture {
    return switch (cause) {
      case UnfitPicture heavy -> throw heavy;
      case Unfetched refused -> refused;
      case PublicHosts.NotPublic inside ->
          new Unfetched(Unfetched.Reason.INSIDE, "Its host is not public.", inside);
      case TimeoutException late -> slow(late);
      case UnknownHostException unknown ->
          new Unfetched(Unfetched.Reason.UNKNOWN, "There is no such host.", unknown);
      case null, default -> new Unfetched(Unfetched.Reason.LOST, "The connection failed.", cause);
    };
  }

  private static Unfetched slow(@Nullable Throwable cause) {
    return new Unfetched(Unfetched.Reason.SLOW, "It takes too long.", cause);
  }

  private URI checked(URI at) throws Unfetched {
    boolean secure = "https".equalsIgnoreCase(at.getScheme());
    int port = at.getPort() >= 0 ? at.getPort() : secure ? 443 : 80;
    if ((!secure && !"http".equalsIgnoreCase(at.getScheme()))
        || at.getHost() == null
        || at.getRawUserInfo() != null) {
      throw new Unfetched(Unfetched.Reason.ADDRESS, "It is no address of the web.");
    }
    if (!ports.test(port)) {
      throw new Unfetched(Unfetched.Reason.INSIDE, "Its port is not one of public sites.");
    }
    return at;
  }

  /** Names of hosts and files may be written in any script. */
  private static URI parsed(String address) throws Unfetched {
    try {
      URI typed = URI.create(address.strip().replace(" ", "%20"));
      String authority = typed.getRawAuthority();
      boolean foreign = typed.getHost() == null && authority != null && !authority.contains("@");
      URI known =
          foreign ? URI.create(address.strip().replace(authority, IDN.toASCII(authority))) : typed;
      return URI.create(known.toASCIIString());
    } catch (IllegalArgumentException e) {
      throw new Unfetched(Unfetched.Reason.ADDRESS, "It is no address.", e);
    }
  }

  private static URI further(URI at, String location) throws Unfetched {
    try {
      return at.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new Unfetched(Unfetched.Reason.ASTRAY, "It leads to no address.", e);
    }
  }

  private synchronized HttpClient client() {
    if (opened == null) {
      opened = open();
    }
    return opened;
  }

  private HttpClient open() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("picture-fetch");
    threads.setDaemon(true);
    ScheduledExecutorScheduler scheduler =
        new ScheduledExecutorScheduler("picture-fetch-timer", true);
    HttpClient client = new HttpClient();
    client.setExecutor(threads);
    client.setScheduler(scheduler);
    client.setSocketAddressResolver(new PublicHosts(threads, scheduler, CONNECTING, hosts));
    client.setConnectTimeout(CONNECTING.toMillis());
    client.setIdleTimeout(patience.toMillis());
    client.setDestinationIdleTimeout(patience.toMillis());
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Broadsheet"));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("Pictures cannot be fetched from the web.", e);
    }
    // After the start, which adds them: what is packed is not asked for.
    client.getContentDecoderFactories().clear();
    return client;
  }

  /** Ends what is being fetched. */
  @Override
  public synchronized void close() throws IOException {
    if (opened != null) {
      try {
        opened.stop();
      } catch (Exception e) {
        throw new IOException("What fetches pictures from the web did not stop.", e);
      }
    }
  }
}
