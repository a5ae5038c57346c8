package io.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import io.broadsheet.web.OpenApi;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Holds {@code docs/openapi.yaml} against the controllers and against what they answer. */
class OpenApiTest {
  private static final String COMMENTS = "/api/v1/articles/{id}/comments";
  private static final String REACTIONS = "/api/v1/articles/{id}/reactions";
  private static final String COMMENT = "/api/v1/comments/{id}";
  private static final OpenApi DESCRIBED = OpenApi.read();

  private static RunningServer server;
  private static String key;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> seen = new TreeSet<>();
  private String cookie = "";

  @BeforeAll
  static void start() throws Exception {
    Path folder = TestFolders.create();
    Path data = folder.resolve("data");
    Path story =
        Files.writeString(
            folder.resolve("story.json"),
            """
            {"uri":"urn:story:1","type":"text","language":"en","versioncreated":"2026-01-02T03:04:05Z",\
            "pubstatus":"usable","headlines":[{"role":"main","value":"Story"}],\
            "bodies":[{"role":"main","contenttype":"text/html","value":"<p>Text.</p>"}]}""");
    TestProcess.plain().run("import", "--data", data.toString(), story.toString());
    key = TestProcess.plain().run("apikey", "add", "test", "--data", data.toString()).out().strip();
    server =
        RunningServer.start(
            TestProcess.plain().withEnvironment(Map.of("BROADSHEET_COMMENTS_PERREADER", "20")),
            "serve",
            data);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void allThatIsMappedIsDescribedAndNothingElse() {
    assertThat(DESCRIBED.operations())
        .isEqualTo(mapped("io.broadsheet.comments", "io.broadsheet.reactions"));
  }

  @Test
  void answersAreAsDescribed() throws Exception {
    String emoji = "{\"emoji\":\"👍\"}";
    ask("GET", REACTIONS, 1, "", 200);
    ask("PUT", REACTIONS, 1, emoji, 200);
    ask("GET", REACTIONS, 1, "", 200);
    ask("PUT", REACTIONS, 1, "{\"emoji\":\"x\"}", 422);
    ask("DELETE", REACTIONS, 1, "", 200);
    for (String method : new String[] {"GET", "PUT", "DELETE"}) {
      ask(method, REACTIONS, 9, method.equals("PUT") ? emoji : "", 404);
    }
    ask("GET", COMMENTS, 1, "", 200);
    ask("GET", COMMENTS + "?limit=0", 1, "", 400);
    ask("GET", COMMENTS, 9, "", 404);
    long held = id(ask("POST", COMMENTS, 1, words("The first word of a new reader"), 202));
    ask("POST", COMMENTS, 1, words("The first word of a new reader"), 202);
    ask("POST", COMMENTS, 1, words(""), 422);
    ask("POST", COMMENTS, 9, words("Where is this story?"), 404);
    ask("GET", COMMENT, held, "", 200);
    ask("PUT", COMMENT, held, words("The first word, mended"), 200);
    ask("PUT", COMMENT, held, words(""), 422);
    ask("PUT", COMMENT, 999, words("x"), 404);
    ask("PUT", COMMENT + "/vote", held, "{\"vote\":\"up\"}", 404);
    ask("PUT", COMMENT + "/vote", held, "{\"vote\":\"perhaps\"}", 422);
    ask("POST", COMMENT + "/report", 999, words("x"), 404);
    ask("POST", COMMENT + "/appeal", held, words("x"), 404);
    for (int i = 0; i < 30; i++) {
      ask(
          "POST",
          COMMENTS,
          1,
          words("Word number " + "abcdefghijklmnopqrstuvwxyz....".substring(i)),
          202,
          429);
    }
    assertThat(seen).contains("POST " + COMMENTS + " 429");
    ask("DELETE", COMMENT, held, "", 204);
    ask("DELETE", COMMENT, held, "", 404);
    ask("GET", "/api/v1/discussion", 0, "", 401);
    HttpResponse<String> all =
        send("GET", "/api/v1/discussion", "", "Authorization", "Bearer " + key);
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.headers().firstValue("Content-Type")).contains("application/jsonl");
  }

  private HttpResponse<String> ask(
      String method, String path, long id, String body, Integer... expected) throws Exception {
    HttpResponse<String> answer = send(method, path.replace("{id}", String.valueOf(id)), body);
    assertThat(answer.statusCode())
        .as("%s %s: %s", method, path, answer.body())
        .isIn((Object[]) expected);
    String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    String described = path.replaceAll("\\?.*", "");
    assertThat(DESCRIBED.misfits(method, described, answer.statusCode(), type, answer.body()))
        .as("%s %s: %s", method, path, answer.body())
        .isEmpty();
    seen.add(method + " " + described + " " + answer.statusCode());
    return answer;
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
    return answer;
  }

  private static String words(String text) {
    return "{\"name\":\"Reader\",\"text\":\"" + text + "\"}";
  }

  private static long id(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body()).get("id").asLong();
  }

  private static Set<String> mapped(String... packages) {
    Set<String> mapped = new TreeSet<>();
    for (JavaClass found : new ClassFileImporter().importPackages(packages)) {
      if (found.isAnnotatedWith(RestController.class)) {
        Class<?> controller = found.reflect();
        RequestMapping whole =
            AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
        for (Method method : controller.getDeclaredMethods()) {
          RequestMapping own =
              AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
          if (own != null) {
            for (RequestMethod verb : own.method()) {
              String path = first(whole) + first(own);
              mapped.add(verb + " " + path.replaceAll("\\{(\\w+):[^/]*\\}(?=/|$)", "{$1}"));
            }
          }
        }
      }
    }
    return mapped;
  }

  private static String first(@org.jspecify.annotations.Nullable RequestMapping mapping) {
    return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
  }
}
