package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.TestRounds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole portal under load, ended again and again at a random moment as a power cut would. */
class PowerCutTest {
  private static final int ROUNDS = TestRounds.ALL ? 12 : 3;
  private static final int READ = 20;
  private static final int SENDERS = 4;

  private final long seed = System.nanoTime();
  private final Path folder = TestFolders.create();
  private final Path data = folder.resolve("data");
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final AtomicInteger visitors = new AtomicInteger();
  private final Set<View> sent = ConcurrentHashMap.newKeySet();
  private final Set<View> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> published = ConcurrentHashMap.newKeySet();

  private record View(long article, int visitor) {}

  @Test
  void nothingAcknowledgedIsLostOrDoubledBesideAnImportAndPublishing() throws Exception {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    imported(stories("read", READ));
    String key = run("apikey", "add", "test", "--data", data.toString()).out().strip();
    List<Path> files = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Path file = stories("beside-" + round, 1_500);
      files.add(file);
      try (RunningServer server = RunningServer.start(data)) {
        assertExact(server);
        Process importing = process("import", "--data", data.toString(), file.toString());
        List<Thread> load = load(server, key, random.nextLong());
        Thread.sleep(300 + random.nextInt(1_500));
        server.kill();
        for (Thread thread : load) {
          thread.join();
        }
        importing.waitFor();
      }
    }
    try (RunningServer server = RunningServer.start(data)) {
      assertExact(server);
      for (Path file : files) {
        imported(file);
      }
      for (Path file : files) {
        assertThat(imported(file)).endsWith("0 taken, 0 changed, 1,500 unchanged, 0 refused.\n");
      }
      assertExact(server);
    }
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    assertThat(published).hasSizeGreaterThan(ROUNDS);
  }

  /** What was not acknowledged may have been counted or not; sent again, it is counted once. */
  private void assertExact(RunningServer server) throws Exception {
    Map<Long, Long> counted = counted(server);
    Map<Long, Long> atLeast = byArticle(acknowledged);
    byArticle(sent)
        .forEach(
            (article, most) ->
                assertThat(counted.getOrDefault(article, 0L))
                    .as("views of %d, seed %d", article, seed)
                    .isBetween(atLeast.getOrDefault(article, 0L), most));
    for (View view : sent) {
      assertThat(view(server, view)).isEqualTo(204);
      acknowledged.add(view);
    }
    assertThat(counted(server)).as("seed %d", seed).isEqualTo(byArticle(sent));
    for (String location : published) {
      assertThat(get(server, location).statusCode()).as(location).isEqualTo(200);
    }
  }

  private Map<Long, Long> counted(RunningServer server) throws Exception {
    String top = get(server, "/api/v1/top?by=read&window=24h&limit=100").body();
    Map<Long, Long> counted = new HashMap<>();
    for (JsonNode item : JsonMapper.shared().readTree(top).get("items")) {
      if (item.get("views").asLong() > 0) {
        assertThat(item.get("windowViews")).isEqualTo(item.get("views"));
        counted.put(item.get("id").asLong(), item.get("views").asLong());
      }
    }
    return counted;
  }

  private static Map<Long, Long> byArticle(Set<View> views) {
    return views.stream().collect(Collectors.groupingBy(View::article, Collectors.counting()));
  }

  private List<Thread> load(RunningServer server, String key, long randomness) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      Random random = new Random(randomness + i);
      threads.add(untilItIsGone(() -> read(server, random)));
    }
    threads.add(untilItIsGone(() -> publish(server, key)));
    return threads;
  }

  private interface Request {
    void send() throws IOException, InterruptedException;
  }

  private static Thread untilItIsGone(Request request) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                while (true) {
                  request.send();
                }
              } catch (IOException e) {
                // The server is gone, as it should be.
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private void read(RunningServer server, Random random) throws IOException, InterruptedException {
    View view = new View(1 + random.nextInt(READ), visitors.incrementAndGet());
    sent.add(view);
    if (view(server, view) == 204) {
      acknowledged.add(view);
    }
  }

  private int view(RunningServer server, View view) throws IOException, InterruptedException {
    int n = view.visitor();
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/api/v1/views"))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", "11.%d.%d.1".formatted(n / 256 % 256, n % 256))
            .header("User-Agent", "reader/" + n)
            .POST(HttpRequest.BodyPublishers.ofString("{\"article\":" + view.article() + "}"))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private void publish(RunningServer server, String key) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri("/api/v1/articles"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(story("urn:" + System.nanoTime())))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    published.add(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> get(RunningServer server, String path)
      throws IOException, InterruptedException {
    URI uri = server.uri(path);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  private String imported(Path file) {
    Finished finished = run("import", "--data", data.toString(), file.toString());
    assertThat(finished.status()).as(finished.err()).isZero();
    return finished.out();
  }

  private Path stories(String name, int count) throws IOException {
    return Files.write(
        folder.resolve(name + ".jsonl"),
        IntStream.range(0, count).mapToObj(n -> story("urn:" + name + ":" + n)).toList());
  }

  private static String story(String uri) {
    return """
    {"uri":"%s","type":"text","language":"en","versioncreated":"2026-01-02T03:04:05Z",\
    "pubstatus":"usable","headlines":[{"role":"main","value":"Story %s"}],\
    "bodies":[{"role":"main","contenttype":"text/html","value":"<p>Text.</p>"}]}"""
        .formatted(uri, uri);
  }

  private Process process(String... command) throws IOException {
    return TestProcess.plain()
        .builder(command)
        .redirectOutput(folder.resolve("import-out").toFile())
        .redirectError(folder.resolve("import-err").toFile())
        .start();
  }

  private static Finished run(String... command) {
    return TestProcess.plain().run(command);
  }
}
