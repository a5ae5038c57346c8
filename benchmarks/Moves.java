import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells how long after its acknowledgement a view is in {@code GET /api/v1/top} and in the top ten
 * of the live stream, while other views come at a steady pace: {@code java Moves.java
 * http://127.0.0.1:PORT ARTICLES VIEWS-A-SECOND SECONDS}.
 *
 * <p>The views that are followed are of ten English stories, all others of Kazakh and Russian ones,
 * so that each number that is waited for is known.
 */
public final class Moves {
  private static final int CONNECTIONS = 64;
  private static final int FOLLOWED_STORIES = 10;

  /** No part of any pace of the server's. */
  private static final Duration BETWEEN = Duration.ofMillis(37);

  private static final Pattern ITEM = Pattern.compile("\"id\":(\\d+),.*?\"views\":(\\d+)");
  private static final String AGENT = "User-Agent: moves\r\n";

  private final URI base;
  private final int articles;
  private final AtomicLong others = new AtomicLong();
  private final List<Followed> awaited = new ArrayList<>();
  private final List<Double> inList = new ArrayList<>();
  private final List<Double> inStream = new ArrayList<>();
  private final List<Double> acknowledgements = new ArrayList<>();
  private volatile boolean over;

  private Moves(URI base, int articles) {
    this.base = base;
    this.articles = articles;
  }

  /** A story's number that must come to be seen, since it was acknowledged then. */
  private record Followed(long article, long views, long acknowledged) {}

  public static void main(String[] args) throws Exception {
    Moves moves = new Moves(URI.create(args[0]), Integer.parseInt(args[1]));
    moves.run(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
  }

  private void run(int perSecond, int seconds) throws Exception {
    List<Thread> load = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      int number = i;
      load.add(started(() -> send(number, perSecond)));
    }
    Thread.sleep(5_000);
    Thread listening = started(this::listen);
    Thread.sleep(1_000);
    long began = System.nanoTime();
    long before = others.get();
    follow(began + Duration.ofSeconds(seconds).toNanos());
    double took = (System.nanoTime() - began) / 1e9;
    long views = others.get() - before;
    Thread.sleep(3_000);
    over = true;
    for (Thread thread : load) {
      thread.join();
    }
    listening.join();
    System.out.printf("%,.0f other views a second acknowledged meanwhile%n", views / took);
    System.out.println("View sent → acknowledged: " + spread(acknowledgements));
    System.out.println("Acknowledged → in /api/v1/top: " + spread(inList));
    System.out.println("Acknowledged → in the top ten of /live: " + spread(inStream));
    if (!awaited.isEmpty()) {
      throw new IOException(awaited.size() + " views never came to the stream");
    }
  }

  /** Something that is done on a thread of its own. */
  private interface Work {
    void run() throws Exception;
  }

  private static Thread started(Work work) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                work.run();
              } catch (Exception e) {
                System.err.println("The benchmark failed: " + e);
                System.exit(1);
              }
            });
  }

  /** Sends its share of the other views, each of another reader, at an even pace. */
  private void send(int number, int perSecond) throws Exception {
    long step = 1_000_000_000L * CONNECTIONS / perSecond;
    long next = System.nanoTime() + step * number / CONNECTIONS;
    try (Socket socket = connect()) {
      for (int n = number; !over; n += CONNECTIONS, next += step) {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        long article = 1 + 3L * (n / 2 % (articles / 3)) + n % 2;
        String reader = "%d.%d.%d.7".formatted(11 + n % 97, n / 97 % 256, n / 24_832 % 256);
        exchange(socket, post(article, reader));
        others.incrementAndGet();
      }
    }
  }

  private void follow(long end) throws Exception {
    try (Socket socket = connect()) {
      for (int n = 0; System.nanoTime() < end; n++) {
        long article = 3 * (1 + n % FOLLOWED_STORIES);
        long views = 1 + n / FOLLOWED_STORIES;
        long sent = System.nanoTime();
        exchange(socket, post(article, "178.%d.%d.9".formatted(n / 256 % 256, n % 256)));
        long acknowledged = System.nanoTime();
        acknowledgements.add((acknowledged - sent) / 1e6);
        synchronized (awaited) {
          awaited.add(new Followed(article, views, acknowledged));
        }
        while (!shows(exchange(socket, get("/api/v1/top?lang=en")), article, views)) {
          Thread.sleep(1);
        }
        inList.add((System.nanoTime() - acknowledged) / 1e6);
        Thread.sleep(BETWEEN);
      }
    }
  }

  private void listen() throws Exception {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(get("/live?lang=en"));
      BufferedReader events =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      String event = "";
      while (!over) {
        String line = events.readLine();
        if (line == null) {
          throw new IOException("the stream ended");
        } else if (line.startsWith("event: ")) {
          event = line;
        } else if (line.startsWith("data: ") && event.equals("event: top")) {
          arrived(line, System.nanoTime());
        }
      }
    }
  }

  private void arrived(String top, long at) {
    synchronized (awaited) {
      for (Iterator<Followed> each = awaited.iterator(); each.hasNext(); ) {
        Followed followed = each.next();
        if (shows(top, followed.article(), followed.views())) {
          inStream.add((at - followed.acknowledged()) / 1e6);
          each.remove();
        }
      }
    }
  }

  private static boolean shows(String top, long article, long views) {
    Matcher item = ITEM.matcher(top);
    while (item.find()) {
      if (Long.parseLong(item.group(1)) == article) {
        return Long.parseLong(item.group(2)) >= views;
      }
    }
    return false;
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(base.getHost(), base.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private byte[] get(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n" + AGENT + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] post(long article, String reader) {
    String body = "{\"article\":" + article + "}";
    return ("POST /api/v1/views HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + "\r\n"
            + AGENT
            + "Content-Type: application/json\r\nX-Forwarded-For: "
            + reader
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends a request and returns the answer's body, which comes with its length or in chunks. */
  private static String exchange(Socket socket, byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    InputStream in = socket.getInputStream();
    String status = line(in);
    int length = 0;
    boolean chunked = false;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding: chunked");
    }
    StringBuilder body = new StringBuilder();
    do {
      length = chunked ? Integer.parseInt(line(in), 16) : length;
      body.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
      if (chunked) {
        line(in);
      }
    } while (chunked && length > 0);
    if (!status.startsWith("HTTP/1.1 20")) {
      throw new IOException("the server answered " + status + " " + body);
    }
    return body.toString();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private static String spread(List<Double> millis) {
    Collections.sort(millis);
    return "p50 %.1f ms, p99 %.1f ms, longest %.1f ms of %d"
        .formatted(
            millis.get(millis.size() / 2),
            millis.get((int) (millis.size() * 0.99)),
            millis.getLast(),
            millis.size());
  }
}
