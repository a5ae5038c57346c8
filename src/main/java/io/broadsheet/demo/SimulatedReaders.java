package io.broadsheet.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what the pages of real readers would send, for a quarter of an hour: views, reactions, now
 * and then a comment.
 *
 * <p>Each comes from an address of its own out of those that RFC 2544 sets aside for such tests,
 * named in {@code X-Forwarded-For}, so that neither repeats nor limits get in the way.
 */
public final class SimulatedReaders {
  /** How long they read. */
  public static final Duration TIME = Duration.ofMinutes(15);

  private static final Logger log = LoggerFactory.getLogger(SimulatedReaders.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MULTIPLE_CHOICES = 300;
  private static final List<String> BROWSERS =
      List.of(
          "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/142.0.0.0 Mobile Safari/537.36",
          "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
              + " Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/142.0.0.0 Safari/537.36",
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
          "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
              + " Version/18.6 Safari/605.1.15");

  /** Some come more often than others; where there is none the reader came by himself. */
  private static final List<String> REFERRERS =
      List.of("", "", "t.me", "t.me", "google.com", "google.com", "instagram.com", "yandex.kz");

  /** Some feel more often than others; one in so many who read reacts at all. */
  private static final List<String> REACTIONS =
      List.of("👍", "👍", "👍", "❤️", "❤️", "😮", "😢", "😡");

  private static final int READERS_A_REACTION = 12;
  private static final int MOST_COMMENTS = 30;
  private static final double SECONDS_A_COMMENT = TIME.toSeconds() / (double) MOST_COMMENTS;

  private final URI portal;
  private final List<Story> stories;
  private final SampleTalk talk;
  private final RandomGenerator random = new SplittableRandom();

  private SimulatedReaders(URI portal, List<Story> stories, SampleTalk talk) {
    this.portal = portal;
    this.stories = List.copyOf(stories);
    this.talk = talk;
  }

  /** What there is to read: its id and the code of its language. */
  public record Story(long id, String language) {}

  /**
   * Lets readers come to a portal from now on, until their time is over or the process ends.
   *
   * @param portal its address
   * @param stories what there is to read, at least one
   */
  public static void come(URI portal, List<Story> stories) throws IOException {
    SimulatedReaders readers = new SimulatedReaders(portal, stories, SampleTalk.read());
    Thread.ofPlatform().name("simulated readers").daemon().start(readers::read);
  }

  /** Says how many come and for how long. */
  public static String described() {
    return "For "
        + TIME.toMinutes()
        + " minutes simulated readers open "
        + (int) Readership.FEWEST_PER_SECOND
        + " to "
        + (int) Readership.MOST_PER_SECOND
        + " stories a second.";
  }

  private void read() {
    Readership readership = new Readership(stories.size(), random);
    long began = System.nanoTime();
    double comment = SECONDS_A_COMMENT;
    try (HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build()) {
      for (double seconds = 0; seconds < TIME.toSeconds(); seconds = since(began)) {
        Story story = stories.get(readership.next(seconds));
        read(client, story.id());
        if (seconds >= comment) {
          comment(client, story);
          comment += SECONDS_A_COMMENT;
        }
        Thread.sleep(pause(Readership.viewsPerSecond(seconds)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Opens a story and reads as far as it goes; most do not read to the end. */
  private void read(HttpClient client, long article) throws InterruptedException {
    String address = address();
    String agent = BROWSERS.get(random.nextInt(BROWSERS.size()));
    String referrer = REFERRERS.get(random.nextInt(REFERRERS.size()));
    String from = referrer.isEmpty() ? "" : ",\"referrer\":\"" + referrer + "\"";
    view(client, address, agent, "{\"article\":" + article + from + "}");
    int quarters = Math.min(random.nextInt(1 + random.nextInt(7)), 4);
    if (quarters > 0) {
      String read = ",\"depth\":" + quarters + "}";
      view(client, address, agent, "{\"article\":" + article + read);
    }
    if (random.nextInt(READERS_A_REACTION) == 0) {
      String body = "{\"emoji\":\"" + REACTIONS.get(random.nextInt(REACTIONS.size())) + "\"}";
      send(
          client,
          request("/api/v1/articles/" + article + "/reactions", address, agent)
              .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }
  }

  /** Has one who was heard before say something, which is seen at once. */
  private void comment(HttpClient client, Story story) throws InterruptedException {
    List<String> regulars = talk.regulars(story.language());
    List<String> remarks = talk.remarks().getOrDefault(story.language(), List.of());
    if (regulars.isEmpty() || remarks.isEmpty()) {
      return;
    }
    String name = regulars.get(random.nextInt(regulars.size()));
    Map<String, String> said =
        Map.of("name", name, "text", remarks.get(random.nextInt(remarks.size())));
    send(
        client,
        request("/api/v1/articles/" + story.id() + "/comments", address(), BROWSERS.getFirst())
            .header("Cookie", "reader=" + SampleTalk.secret(name))
            .POST(
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(said))));
  }

  private void view(HttpClient client, String address, String agent, String body)
      throws InterruptedException {
    send(
        client,
        request("/api/v1/views", address, agent).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String address, String agent) {
    return HttpRequest.newBuilder(portal.resolve(path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("User-Agent", agent)
        .header("X-Forwarded-For", address);
  }

  private static void send(HttpClient client, HttpRequest.Builder request)
      throws InterruptedException {
    HttpRequest sent = request.build();
    try {
      int status = client.send(sent, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status >= MULTIPLE_CHOICES) {
        log.debug("{} was answered with {}", sent, status);
      }
    } catch (IOException e) {
      log.debug("{} was not answered", sent, e);
    }
  }

  /** Returns an address of 198.18.0.0/15. */
  private String address() {
    return "198."
        + random.nextInt(18, 20)
        + "."
        + random.nextInt(256)
        + "."
        + random.nextInt(1, 255);
  }

  /** Readers come independently of each other, so the pauses between them are exponential. */
  private Duration pause(double perSecond) {
    return Duration.ofNanos((long) (random.nextExponential() / perSecond * 1e9));
  }

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }
}
