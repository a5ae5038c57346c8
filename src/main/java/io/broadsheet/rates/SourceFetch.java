package io.broadsheet.rates;

import io.broadsheet.web.PublicHosts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a source writes, from the host that the settings name.
 *
 * <p>That host may be inside, where an operator's own feed is; where it leads on to another, that
 * one must be public. Sources are asked minutes apart, so each fetch has a client of its own, and
 * no thread stays behind.
 */
final class SourceFetch {
  /** The most bytes of an answer, packed and unpacked. */
  static final int LARGEST = 8 << 20;

  private static final int REDIRECTS = 3;
  private static final int THREADS = 4;
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Set<Integer> LEADING_ON = Set.of(301, 302, 303, 307, 308);
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

  private final Predicate<InetAddress> others;

  /**
   * Describes where fetches may lead to.
   *
   * @param others which addresses of hosts that no setting names
   */
  SourceFetch(Predicate<InetAddress> others) {
    this.others = others;
  }

  /**
   * What a source answered.
   *
   * @param charset what {@code Content-Type} says of its encoding; null for nothing
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
  record Answer(byte[] body, @Nullable String charset) {}

  /**
   * Returns what is at an address.
   *
   * @param patience how long all of it may take
   * @throws SourceFailure if nothing is had from it
   */
  Answer fetch(URI address, Duration patience) throws SourceFailure, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    HttpClient client = open(address.getHost());
    try {
      URI at = address;
      for (int hop = 0; hop <= REDIRECTS; hop++) {
        ContentResponse response = ask(client, at, end);
        String location = response.getHeaders().get(HttpHeader.LOCATION);
        if (!LEADING_ON.contains(response.getStatus()) || location == null) {
          return answer(response);
        }
        at = further(at, location);
      }
      throw new SourceFailure("The source leads on to other addresses too often.");
    } finally {
      close(client);
    }
  }

  private static ContentResponse ask(HttpClient client, URI at, long end)
      throws SourceFailure, InterruptedException {
    long left = Math.max(1, end - System.nanoTime());
    Request request =
        client
            .newRequest(at)
            .headers(
                headers ->
                    headers.put(HttpHeader.ACCEPT, "*/*").put(HttpHeader.ACCEPT_ENCODING, "gzip"))
            .timeout(left, TimeUnit.NANOSECONDS);
    CompletableFuture<ContentResponse> response =
        new CompletableResponseListener(request, LARGEST).send();
    try {
      return response.get(left, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new SourceFailure("The source takes too long to answer.", e);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private static SourceFailure failure(@Nullable Throwable cause) {
    return switch (cause) {
      case TimeoutException late -> new SourceFailure("The source takes too long to answer.", late);
      case UnknownHostException unknown ->
          new SourceFailure("There is no host of this name.", unknown);
      case PublicHosts.NotPublic inside ->
          new SourceFailure("The source leads to a host that is not public.", inside);
      case IllegalArgumentException heavy -> tooLarge(heavy);
      case null, default -> new SourceFailure("The connection to the source failed.", cause);
    };
  }

  private static SourceFailure tooLarge(@Nullable Throwable cause) {
    return new SourceFailure("The answer is larger than " + (LARGEST >> 20) + " MiB.", cause);
  }

  private static URI further(URI at, String location) throws SourceFailure {
    try {
      URI next = at.resolve(location);
      boolean web =
          "https".equals(next.getScheme())
              || ("http".equals(next.getScheme()) && "http".equals(at.getScheme()));
      if (web && next.getHost() != null && next.getRawUserInfo() == null) {
        return next;
      }
    } catch (IllegalArgumentException e) {
      throw new SourceFailure("The source leads on to no address.", e);
    }
    throw new SourceFailure("The source leads on to an address that is not asked.");
  }

  private static Answer answer(ContentResponse response) throws SourceFailure {
    if (response.getStatus() != 200) {
      throw new SourceFailure("The source answers with status " + response.getStatus() + ".");
    }
    String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
    Matcher charset = CHARSET.matcher(type == null ? "" : type);
    String packing = response.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    return new Answer(
        unpacked(response.getContent(), packing), charset.find() ? charset.group(1) : null);
  }

  private static byte[] unpacked(byte[] body, @Nullable String packing) throws SourceFailure {
    if (packing == null || packing.equalsIgnoreCase("identity")) {
      return body;
    }
    if (!packing.equalsIgnoreCase("gzip") && !packing.equalsIgnoreCase("x-gzip")) {
      throw new SourceFailure("The answer is packed in a way that was not asked for.");
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] plain = in.readNBytes(LARGEST + 1);
      if (plain.length > LARGEST) {
        throw tooLarge(null);
      }
      return plain;
    } catch (IOException e) {
      throw new SourceFailure("The packed answer is damaged or breaks off.", e);
    }
  }

  private HttpClient open(String own) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
    threads.setName("rate-fetch");
    threads.setDaemon(true);
    ScheduledExecutorScheduler timer = new ScheduledExecutorScheduler("rate-fetch-timer", true);
    SocketAddressResolver named = new PublicHosts(threads, timer, CONNECTING, address -> true);
    SocketAddressResolver leading = new PublicHosts(threads, timer, CONNECTING, others);
    HttpClient client = new HttpClient();
    client.setExecutor(threads);
    client.setScheduler(timer);
    client.setSocketAddressResolver(
        (host, port, context, found) ->
            (host.equalsIgnoreCase(own) ? named : leading).resolve(host, port, context, found));
    client.setConnectTimeout(CONNECTING.toMillis());
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Broadsheet"));
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("Rates cannot be fetched from the web.", e);
    }
    // After the start, which adds them: what is unpacked here is bounded.
    client.getContentDecoderFactories().clear();
    return client;
  }

  private static void close(HttpClient client) {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("What fetches rates from the web did not stop.", e);
    }
  }
}
