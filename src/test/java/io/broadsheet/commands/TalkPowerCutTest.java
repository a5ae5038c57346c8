package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.TestRounds;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Readers who comment and react while the portal is ended as a power cut would, and come again. */
class TalkPowerCutTest {
  private static final int ROUNDS = TestRounds.ALL ? 12 : 3;
  private static final int READERS = 6;
  private static final int STORIES = 3;
  private static final List<String> EMOJI = List.of("👍", "😮", "😢");
  private static final TestProcess OPEN =
      TestProcess.plain()
          .withEnvironment(
              Map.of(
                  "BROADSHEET_COMMENTS_HOLDFIRST", "0",
                  "BROADSHEET_COMMENTS_PERREADER", "10000",
                  "BROADSHEET_COMMENTS_PERSTORY", "100000"));

  private final long seed = System.nanoTime();
  private final Path folder = TestFolders.create();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final AtomicInteger said = new AtomicInteger();

  /** What one reader did; its thread alone writes here while a server runs. */
  private final class ReaderState {
    private final int number;
    private final Map<Integer, Said> comments = new TreeMap<>();
    private final @Nullable String[] reactions = new String[STORIES + 1];
    private String cookie = "";

    /** The story of a wish that was not answered; 0 for none. */
    private int wishing;

    private @Nullable String wished;

    ReaderState(int number) {
      this.number = number;
    }

    void act(RunningServer server, Random random) throws IOException, InterruptedException {
      int story = 1 + random.nextInt(STORIES);
      if (random.nextInt(3) > 0) {
        comment(server, new Said(said.incrementAndGet(), story, 0));
      } else {
        int choice = random.nextInt(EMOJI.size() + 1);
        react(server, story, choice == EMOJI.size() ? null : EMOJI.get(choice));
      }
    }

    void comment(RunningServer server, Said one) throws IOException, InterruptedException {
      comments.put(one.number(), one);
      String body = "{\"name\":\"Reader %d\",\"text\":\"%s\"}".formatted(number, one.text());
      HttpResponse<String> answer =
          send(server, "POST", "/api/v1/articles/" + one.story() + "/comments", body);
      assertThat(answer.statusCode())
          .as("%s, seed %d", answer.body(), seed)
          .isIn(one.id() > 0 ? List.of(200) : List.of(200, 201));
      long id = JsonMapper.shared().readTree(answer.body()).get("id").asLong();
      assertThat(id).as("seed %d", seed).isEqualTo(one.id() > 0 ? one.id() : id);
      comments.put(one.number(), new Said(one.number(), one.story(), id));
    }

    void react(RunningServer server, int story, @Nullable String emoji)
        throws IOException, InterruptedException {
      wishing = story;
      wished = emoji;
      String path = "/api/v1/articles/" + story + "/reactions";
      HttpResponse<String> answer =
          emoji == null
              ? send(server, "DELETE", path, "")
              : send(server, "PUT", path, "{\"emoji\":\"" + emoji + "\"}");
      if (answer.statusCode() == 200) {
        reactions[story] = emoji;
      } else {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
      }
      wishing = 0;
    }

    private HttpResponse<String> send(RunningServer server, String method, String path, String body)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.uri(path))
              .header("Content-Type", "application/json")
              .header("X-Forwarded-For", "11.0." + number + ".1")
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      if (!cookie.isEmpty()) {
        request.header("Cookie", cookie);
      }
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      answer
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      return answer;
    }

    /** What was acknowledged is there; what was not may be there or not, and is sent again. */
    void recover(RunningServer server) throws IOException, InterruptedException {
      for (Said one : List.copyOf(comments.values())) {
        comment(server, one);
      }
      for (int story = 1; story <= STORIES; story++) {
        HttpResponse<String> answer =
            send(server, "GET", "/api/v1/articles/" + story + "/reactions", "");
        JsonNode own = JsonMapper.shared().readTree(answer.body()).get("own");
        @Nullable String found = own.isNull() ? null : own.asString();
        if (wishing == story) {
          assertThat(found).as("seed %d", seed).isIn(reactions[story], wished);
          reactions[story] = found;
        } else {
          assertThat(found).as("seed %d", seed).isEqualTo(reactions[story]);
        }
      }
      wishing = 0;
    }
  }

  /**
   * A comment.
   *
   * @param id what the server called it; 0 while that is not known
   */
  private record Said(int number, int story, long id) {
    String text() {
      return "Nobody at the pier knew when ferry " + word(number) + " would go.";
    }

    private static String word(int number) {
      String letter = String.valueOf((char) ('a' + number % 26));
      return number < 26 ? letter : word(number / 26 - 1) + letter;
    }
  }

  @Test
  void whatReadersWereToldIsTakenIsThereOnceAfterKillMinusNine() throws Exception {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Path data = folder.resolve("data");
    Path stories =
        Files.write(
            folder.resolve("stories.jsonl"),
            IntStream.rangeClosed(1, STORIES).mapToObj(TalkPowerCutTest::story).toList());
    assertThat(
            TestProcess.plain().run("import", "--data", data.toString(), stories.toString()).out())
        .contains(STORIES + " taken");
    List<ReaderState> readers = IntStream.range(0, READERS).mapToObj(ReaderState::new).toList();
    for (int round = 0; round < ROUNDS; round++) {
      try (RunningServer server = RunningServer.start(OPEN, "serve", data)) {
        assertExact(server, readers);
        List<Thread> load = new ArrayList<>();
        for (ReaderState reader : readers) {
          Random own = new Random(random.nextLong());
          load.add(Thread.ofPlatform().start(() -> untilItIsGone(server, reader, own)));
        }
        Thread.sleep(500 + random.nextInt(1_500));
        server.kill();
        for (Thread thread : load) {
          thread.join();
        }
      }
    }
    try (RunningServer server = RunningServer.start(OPEN, "serve", data)) {
      assertExact(server, readers);
      assertThat(server.err()).doesNotContain("differ");
    }
    assertThat(said.get()).isGreaterThan(ROUNDS * READERS);
  }

  private static void untilItIsGone(RunningServer server, ReaderState reader, Random random) {
    try {
      while (true) {
        reader.act(server, random);
      }
    } catch (IOException e) {
      // The server is gone, as it should be.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void assertExact(RunningServer server, List<ReaderState> readers) throws Exception {
    for (ReaderState reader : readers) {
      reader.recover(server);
    }
    Map<Long, String> top = new TreeMap<>();
    for (JsonNode item : get(server, "/api/v1/top?limit=100").get("items")) {
      top.put(item.get("id").asLong(), item.get("comments") + " " + item.get("reactions"));
    }
    for (int story = 1; story <= STORIES; story++) {
      int here = story;
      long comments =
          readers.stream()
              .flatMap(reader -> reader.comments.values().stream())
              .filter(one -> one.story() == here)
              .count();
      long reactions = readers.stream().filter(reader -> reader.reactions[here] != null).count();
      String path = "/api/v1/articles/" + story;
      assertThat(get(server, path + "/comments?limit=1").get("total").asLong())
          .as("seed %d", seed)
          .isEqualTo(comments);
      assertThat(get(server, path + "/reactions").get("total").asLong())
          .as("seed %d", seed)
          .isEqualTo(reactions);
      assertThat(top).as("seed %d", seed).containsEntry((long) story, comments + " " + reactions);
    }
  }

  private JsonNode get(RunningServer server, String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(server.uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String story(int n) {
    return """
    {"uri":"urn:story:%d","type":"text","language":"en","versioncreated":"2026-01-02T03:04:05Z",\
    "pubstatus":"usable","headlines":[{"role":"main","value":"Story %d"}],\
    "bodies":[{"role":"main","contenttype":"text/html","value":"<p>Text.</p>"}]}"""
        .formatted(n, n);
  }
}
