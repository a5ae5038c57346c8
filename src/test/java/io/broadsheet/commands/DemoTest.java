package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoTest {
  private final Path folder = TestFolders.create();

  @Test
  void anEmptyFolderBecomesAPaperAndStaysOneWhenTheDemoIsStartedAgain() throws Exception {
    Path data = folder.resolve("demo");
    try (RunningServer demo = RunningServer.start(TestProcess.plain(), "demo", data)) {
      demo.awaitOut("simulated readers");
      assertThat(demo.out())
          .startsWith(
              "Filling " + data + " with sample stories, pictures, numbers, rates and comments.\n")
          .contains("\nBroadsheet is ready: http://127.0.0.1:")
          .contains(
              "The newsroom is at "
                  + demo.uri("/newsroom/")
                  + "; this link signs you in as its administrator, once:\n"
                  + demo.uri("/newsroom/enter?link="))
          .contains("For 15 minutes simulated readers open 5 to 20 stories a second.");
      for (String language : new String[] {"kk", "ru", "en"}) {
        assertThat(get(demo, "/" + language + "/")).contains("<html").contains("USD");
      }
      assertThat(get(demo, "/api/v1/rates"))
          .contains("Алтын таразы", "Жібек айырбас", "Мерей", "\"6.33\"");
      assertThat(get(demo, "/api/v1/top")).containsPattern("\"reactions\":[1-9]");
      Matcher ferry =
          Pattern.compile("/en/[^\"]*electric-ferry[^\"]*-(\\d+)\"").matcher(get(demo, "/en/"));
      assertThat(ferry.find()).isTrue();
      assertThat(get(demo, "/api/v1/articles/" + ferry.group(1) + "/comments"))
          .contains("Marion Whitlock", "Nobody had to fold anything.", "Old Pilot");
      assertThat(demo.err().lines()).allMatch(line -> line.contains(" records, "));
      assertThat(demo.stop()).isZero();
    }
    try (RunningServer again = RunningServer.start(TestProcess.plain(), "demo", data)) {
      assertThat(again.out()).doesNotContain("Filling");
      assertThat(get(again, "/en/")).contains("Broadsheet");
    }
  }

  @Test
  void simulatedReadersMoveTheTopTenReactAndComment() throws Exception {
    try (RunningServer demo =
        RunningServer.start(TestProcess.plain(), "demo", folder.resolve("demo"))) {
      Pattern ids = Pattern.compile("\"id\":(\\d+)");
      Set<List<String>> lists = new HashSet<>();
      long reactions = sum(demo, "reactions");
      long comments = sum(demo, "comments");
      assertThat(comments).isPositive();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
      while ((lists.size() < 3
              || sum(demo, "reactions") == reactions
              || sum(demo, "comments") == comments)
          && System.nanoTime() < deadline) {
        lists.add(
            ids.matcher(get(demo, "/api/v1/top?by=read&window=1h"))
                .results()
                .map(found -> found.group(1))
                .toList());
        Thread.sleep(500);
      }
      assertThat(lists).as("%s", demo.err()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(sum(demo, "reactions")).isGreaterThan(reactions);
      assertThat(sum(demo, "comments")).isGreaterThan(comments);
    }
  }

  private static long sum(RunningServer demo, String number) throws Exception {
    return Pattern.compile("\"" + number + "\":(\\d+)")
        .matcher(get(demo, "/api/v1/top?limit=50"))
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  @Test
  void aFolderThatTheDemoDidNotMakeIsRefusedUnlessEmpty() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Files.createFile(mine.resolve("broadsheet.db"));
    assertThat(TestProcess.plain().run("demo", "--data", mine.toString()))
        .isEqualTo(
            new Finished(
                1,
                "",
                "The folder "
                    + mine
                    + " was not made by the demo: name an empty one with --data, or none.\n"));
  }

  private static String get(RunningServer server, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(server.uri(path)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    }
  }
}
