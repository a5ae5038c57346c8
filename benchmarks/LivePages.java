import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Holds many story pages open on the live stream, has the top ten move once a second, and prints
 * what that costs the server: {@code java LivePages.java http://127.0.0.1:PORT PID PAGES ROUNDS}.
 *
 * <p>Each page is a connection of its own with the headers that a browser sends, on which it asked
 * for something else before, as browsers do; they come from a few loopback addresses, so that there
 * are ports enough.
 */
public final class LivePages {
  private static final int PAGES_AN_ADDRESS = 5_000;
  private static final int CONNECTING_AT_ONCE = 200;
  private static final int STORIES = 1_000;
  private static final byte[] TOP = "event: top\n".getBytes(StandardCharsets.US_ASCII);

  /** Not a whole second, so that views come at every moment between two looks of the server. */
  private static final long STEP_NANOS = 1_033_000_000;

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
  private final Selector selector = Selector.open();
  private final URI base;
  private final String pid;
  private final List<Page> pages = new ArrayList<>();
  private int connecting;
  private int opened;
  private int reached;
  private int round;
  private long bytes;
  private long firstNanos;

  private LivePages(URI base, String pid) throws IOException {
    this.base = base;
    this.pid = pid;
  }

  /** One page, how much of an event's name it has seen, and the round whose event came last. */
  private static final class Page {
    private int seen;
    private int round;
    private boolean asked;
    private boolean open;
  }

  public static void main(String[] args) throws Exception {
    LivePages live = new LivePages(URI.create(args[0]), args[1]);
    live.run(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
  }

  private void run(int count, int rounds) throws Exception {
    view();
    Thread.sleep(3_000);
    Memory before = memory();
    System.out.println("No page open: " + before);
    long began = System.nanoTime();
    round = 1;
    open(count);
    System.out.printf(
        "%,d pages open, each with its first top ten, after %.1f s%n",
        count, (System.nanoTime() - began) / 1e9);
    Memory open = memory();
    System.out.printf("With them: %s, %s%n", open, open.since(before, count));
    List<Double> first = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    long cpu = cpuTicks();
    bytes = 0;
    began = System.nanoTime();
    for (int i = 1; i <= rounds; i++) {
      move(first, last);
      listen(Duration.ofNanos(began + i * STEP_NANOS - System.nanoTime()), Integer.MAX_VALUE);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "%d moves of the top ten, one a second: %.1f %% of a core, %.1f MB/s sent%n",
        rounds, (cpuTicks() - cpu) / seconds, bytes / 1e6 / seconds);
    System.out.println("View acknowledged → first page has it, p50 / max: " + spread(first));
    System.out.println("View acknowledged → every page has it, p50 / max: " + spread(last));
    cpu = cpuTicks();
    began = System.nanoTime();
    listen(Duration.ofSeconds(20), Integer.MAX_VALUE);
    System.out.printf(
        "Nothing moves: %.1f %% of a core%n",
        (cpuTicks() - cpu) / ((System.nanoTime() - began) / 1e9));
    Memory after = memory();
    System.out.printf("Afterwards: %s, %s%n", after, after.since(before, count));
  }

  private void open(int count) throws IOException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (reached < count && System.nanoTime() < end) {
      while (pages.size() < count && connecting < CONNECTING_AT_ONCE) {
        connect(pages.size());
      }
      select(100);
    }
    if (reached < count) {
      throw new IOException("%d of %d pages opened".formatted(opened, count));
    }
  }

  private void connect(int number) throws IOException {
    Page page = new Page();
    pages.add(page);
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.SO_RCVBUF, 16_384);
    channel.bind(new InetSocketAddress("127.0.0." + (2 + number / PAGES_AN_ADDRESS), 0));
    channel.register(selector, SelectionKey.OP_CONNECT, page);
    connecting++;
    channel.connect(new InetSocketAddress(base.getHost(), base.getPort()));
  }

  /** Has one story viewed, and waits until every page has the new top ten. */
  private void move(List<Double> first, List<Double> last) throws Exception {
    round++;
    reached = 0;
    view();
    long acknowledged = System.nanoTime();
    listen(LONGEST, pages.size());
    if (reached < pages.size()) {
      throw new IOException("%d of %d pages had the event".formatted(reached, pages.size()));
    }
    first.add((firstNanos - acknowledged) / 1e6);
    last.add((System.nanoTime() - acknowledged) / 1e6);
  }

  private void listen(Duration time, int until) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toMillis(); left > 0 && reached < until; ) {
      select(left);
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  private void select(long millis) throws IOException {
    selector.select(this::handle, millis);
  }

  private void handle(SelectionKey key) {
    Page page = (Page) key.attachment();
    SocketChannel channel = (SocketChannel) key.channel();
    try {
      if (key.isConnectable()) {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        channel.write(request("HEAD", "/ru/", 1));
      } else {
        read(channel, page);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(SocketChannel channel, Page page) throws IOException {
    buffer.clear();
    int read = channel.read(buffer);
    if (read < 0) {
      throw new IOException("the server ended a stream");
    }
    bytes += read;
    buffer.flip();
    if (!page.open) {
      answered(channel, page);
    }
    while (buffer.hasRemaining()) {
      byte next = buffer.get();
      page.seen = next == TOP[page.seen] ? page.seen + 1 : next == TOP[0] ? 1 : 0;
      if (page.seen == TOP.length) {
        page.seen = 0;
        arrived(page);
      }
    }
  }

  private void answered(SocketChannel channel, Page page) throws IOException {
    byte[] status = new byte[12];
    buffer.duplicate().get(status);
    if (!new String(status, StandardCharsets.US_ASCII).equals("HTTP/1.1 200")) {
      throw new IOException("the server answered " + StandardCharsets.UTF_8.decode(buffer));
    }
    if (page.asked) {
      page.open = true;
      connecting--;
    } else {
      page.asked = true;
      int article = 2 + 3 * (opened++ % (STORIES / 3));
      channel.write(request("GET", "/live?lang=ru&article=" + article, article));
    }
  }

  private void arrived(Page page) {
    if (page.round < round) {
      page.round = round;
      if (reached++ == 0) {
        firstNanos = System.nanoTime();
      }
    }
  }

  private ByteBuffer request(String method, String path, int article) {
    return StandardCharsets.US_ASCII.encode(
        """
        %s %s HTTP/1.1
        Host: %s
        User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36
        Accept: text/event-stream
        Accept-Language: kk-KZ,kk;q=0.9,ru;q=0.8,en;q=0.7
        Accept-Encoding: gzip, deflate, br, zstd
        Cache-Control: no-cache
        Referer: http://%s/ru/city/a-story-with-a-name-of-usual-length-%d
        Sec-Fetch-Dest: empty
        Sec-Fetch-Mode: cors
        Sec-Fetch-Site: same-origin
        Connection: keep-alive

        """
            .formatted(method, path, base.getAuthority(), base.getAuthority(), article)
            .replace("\n", "\r\n"));
  }

  private void view() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(base.resolve("/api/v1/views"))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "81.2.%d.9".formatted(round))
                .POST(HttpRequest.BodyPublishers.ofString("{\"article\":" + (2 + 3 * (round % 10)) + "}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 204) {
      throw new IOException("a view was answered " + answer.statusCode() + " " + answer.body());
    }
  }

  private record Memory(long residentKib, long heapKib) {
    String since(Memory before, int pages) {
      return "%.1f kB resident and %.1f kB of live heap a page"
          .formatted(
              (residentKib - before.residentKib) * 1.024 / pages,
              (heapKib - before.heapKib) * 1.024 / pages);
    }

    @Override
    public String toString() {
      return "%d MiB resident, %d MiB of live heap".formatted(residentKib / 1024, heapKib / 1024);
    }
  }

  /** What the server holds after a full collection. */
  private Memory memory() throws IOException, InterruptedException {
    jcmd("GC.run");
    jcmd("GC.run");
    long live = 0;
    for (String line : jcmd("GC.class_histogram").split("\n")) {
      if (line.startsWith("Total")) {
        live = Long.parseLong(line.trim().split("\\s+")[2]);
      }
    }
    for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
      if (line.startsWith("VmRSS:")) {
        return new Memory(Long.parseLong(line.replaceAll("\\D", "")), live / 1024);
      }
    }
    throw new IOException("no VmRSS of " + pid);
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, command)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) {
      throw new IOException("jcmd " + command + ": " + said);
    }
    return said;
  }

  private long cpuTicks() throws IOException {
    String stat = Files.readString(Path.of("/proc", pid, "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static String spread(List<Double> millis) {
    Collections.sort(millis);
    return "%.0f / %.0f ms".formatted(millis.get(millis.size() / 2), millis.getLast());
  }
}
