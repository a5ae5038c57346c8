import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads, counts and publishes at a steady pace, and prints every ten seconds what it costs: {@code
 * java Steady.java http://127.0.0.1:PORT PID API-KEY ARTICLES SECONDS}.
 *
 * <p>Two hundred beacons and forty pages a second (front, topic, and stories drawn from all), one
 * story published every five seconds. A line that looks like the one before it is the good result.
 */
public final class Steady {
  private static final int BEACONS_A_SECOND = 200;
  private static final int PAGES_A_SECOND = 40;
  private static final Pattern LOCATION_ID = Pattern.compile("/(\\d+)$");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String base;
  private final Path proc;
  private final String key;
  private final int articles;
  private final Random random = new Random(1);
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final List<Long> pageMicros = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> publishMicros = Collections.synchronizedList(new ArrayList<>());

  private Steady(String base, long pid, String key, int articles) {
    this.base = base;
    this.proc = Path.of("/proc", Long.toString(pid));
    this.key = key;
    this.articles = articles;
  }

  public static void main(String[] args) throws Exception {
    Steady steady = new Steady(args[0], Long.parseLong(args[1]), args[2], Integer.parseInt(args[3]));
    steady.run(Integer.parseInt(args[4]));
  }

  private void run(int seconds) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    List<Thread> threads = new ArrayList<>();
    threads.add(paced(end, BEACONS_A_SECOND, this::beacon));
    threads.add(paced(end, PAGES_A_SECOND, this::page));
    threads.add(paced(end, 0.2, this::publish));
    System.out.println("   s  views/s  refused  pages p50/p99 ms  publish→served p50/max ms  CPU %  RSS MiB");
    long cpu = cpuTicks();
    for (int s = 10; s <= seconds; s += 10) {
      Thread.sleep(10_000);
      long now = cpuTicks();
      System.out.printf(
          "%4d  %7.0f  %7d  %16s  %25s  %5.1f  %7d%n",
          s,
          acknowledged.getAndSet(0) / 10.0,
          refused.get(),
          percentiles(pageMicros, 0.99),
          percentiles(publishMicros, 1),
          (now - cpu) / 10.0,
          residentMib());
      cpu = now;
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private interface Action {
    void run(long n) throws Exception;
  }

  private static Thread paced(long end, double perSecond, Action action) {
    return Thread.ofPlatform()
        .start(
            () -> {
              long step = (long) (1e9 / perSecond);
              long next = System.nanoTime();
              for (long n = 0; next < end; n++, next += step) {
                try {
                  Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
                  action.run(n);
                } catch (Exception e) {
                  System.err.println("A request failed: " + e);
                }
              }
            });
  }

  private void beacon(long n) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/api/v1/views"))
            .header("Content-Type", "application/json")
            .header("User-Agent", "steady/" + n)
            .header("X-Forwarded-For", "%d.%d.%d.9".formatted(11 + n % 97, n / 97 % 256, 7))
            .POST(HttpRequest.BodyPublishers.ofString("{\"article\":" + anyId() + "}"))
            .build();
    client
        .sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .thenAccept(
            r -> (r.statusCode() == 204 ? acknowledged : refused).incrementAndGet());
  }

  private long anyId() {
    // Half of the reading goes to a hundred stories, half to all.
    return 1 + random.nextInt(random.nextBoolean() ? Math.min(100, articles) : articles);
  }

  private void page(long n) throws IOException, InterruptedException {
    String path =
        switch ((int) (n % 4)) {
          case 0 -> "/ru/";
          case 1 -> "/en/city/?page=" + (1 + n % 50);
          default -> "/ru/news/x-" + anyId();
        };
    long began = System.nanoTime();
    int status = get(path).statusCode();
    if (status == 301) {
      return;
    }
    pageMicros.add((System.nanoTime() - began) / 1_000);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(base + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    String to = answer.headers().firstValue("Location").orElse(null);
    return answer.statusCode() == 301 && to != null ? get(URI.create(to).getPath()) : answer;
  }

  private void publish(long n) throws IOException, InterruptedException {
    String headline = "Жаңалық " + System.nanoTime();
    String story =
        """
        {"uri":"urn:steady:%s","type":"text","language":"ru","pubstatus":"usable",
        "firstcreated":"%s","versioncreated":"%s","headlines":[{"role":"main","value":"%s"}],
        "bodies":[{"role":"main","contenttype":"text/html","value":"<p>Text</p>"}],
        "subjects":[{"uri":"topic:city","name":"city"}]}
        """
            .formatted(headline.hashCode() + "-" + n, Instant.now(), Instant.now(), headline);
    long began = System.nanoTime();
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(base + "/api/v1/articles"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(story))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Matcher id =
        LOCATION_ID.matcher(answer.headers().firstValue("Location").orElse("no Location"));
    if (answer.statusCode() != 201 || !id.find()) {
      throw new IOException("publishing answered " + answer.statusCode() + " " + answer.body());
    }
    while (!get("/ru/news/x-" + id.group(1)).body().contains(headline)
        || !get("/ru/").body().contains(headline)) {
      Thread.sleep(1);
    }
    publishMicros.add((System.nanoTime() - began) / 1_000);
  }

  private static String percentiles(List<Long> micros, double upper) {
    List<Long> sorted;
    synchronized (micros) {
      sorted = new ArrayList<>(micros);
      micros.clear();
    }
    if (sorted.isEmpty()) {
      return "–";
    }
    Collections.sort(sorted);
    long high = sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * upper));
    return "%.1f / %.1f".formatted(sorted.get(sorted.size() / 2) / 1e3, high / 1e3);
  }

  private long cpuTicks() throws IOException {
    String stat = Files.readString(proc.resolve("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private long residentMib() throws IOException {
    for (String line : Files.readAllLines(proc.resolve("status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
      }
    }
    throw new IOException("no VmRSS in " + proc);
  }
}
