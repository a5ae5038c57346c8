package io.broadsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What wants to be more than text, in every field that a reader fills, on every screen that shows
 * it.
 */
@Tag("browser")
class HostileTalkBrowserTest {
  private static final String COMMENTS = "/api/v1/articles/5/comments";

  private static final List<String> SCRIPTS =
      List.of(
          "<script>window.hacked=1</script>",
          "<img src=x onerror='window.hacked=1'>",
          "\"><svg onload=window.hacked=1>",
          "' autofocus onfocus=window.hacked=1 x='",
          "</textarea></title></script><iframe srcdoc='<script>parent.hacked=1</script>'>",
          "javascript:window.hacked=1",
          "<a href=\"javascript:window.hacked=1\">https://example.org</a>",
          "https://example.org/\"onmouseover=\"window.hacked=1",
          "{{constructor.constructor('window.hacked=1')()}} ${window.hacked=1} <%= 1 %>",
          "<!--> --!><script>window.hacked=1</script>",
          "<form action=//example.org><input name=text></form><base href=//example.org>",
          "&lt;script&gt;window.hacked=1&lt;/script&gt;");

  private static final List<String> UNICODE =
      List.of(
          "e" + "\u0301\u0489\u036f".repeat(300) + " zalgo",
          "\u202Egpj.exe\u202C \u2066turned\u2069 \u200Fround",
          "zero\u200B\u200C\u2060\uFEFFwidth",
          "\uD83D\uDC69\u200D\u2764\uFE0F\u200D\uD83D\uDC69 family",
          "\uDB40\uDC67\uDB40\uDC62 tags",
          "a\u0000b\u0007c\u001Bd",
          "\u00A0\u2003\u3164 wide",
          "W".repeat(400),
          "ﷺ".repeat(200));

  private static RunningServer server;
  private static Chromium chromium;

  private final HttpClient client = HttpClient.newHttpClient();
  private int readers;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            TestProcess.plain()
                .withEnvironment(
                    Map.of(
                        "BROADSHEET_COMMENTS_HOLDFIRST", "0",
                        "BROADSHEET_COMMENTS_PERREADER", "1000",
                        "BROADSHEET_COMMENTS_WORDS_EN", "zeppelin")),
            "demo",
            TestFolders.create().resolve("demo"));
    chromium = new Chromium();
    chromium.signIn(server, "Aida", "moderator");
  }

  @AfterAll
  static void stop() {
    chromium.close();
    server.close();
  }

  @Test
  void textIsTextInEveryFieldAndOnEveryScreen() throws Exception {
    List<String> cookies = new ArrayList<>();
    List<String> hostile = Stream.concat(SCRIPTS.stream(), UNICODE.stream()).toList();
    for (String text : hostile) {
      HttpResponse<String> shown = say(text, "A ferry " + text);
      assertThat(shown.statusCode()).as(shown.body()).isIn(201, 202, 409, 422);
      cookies.add(shown.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", ""));
      HttpResponse<String> held = say("Reader", "A zeppelin " + text);
      assertThat(held.statusCode()).as(held.body()).isIn(202, 409, 422);
      if (shown.statusCode() == 201) {
        long id = JsonMapper.shared().readTree(shown.body()).get("id").asLong();
        HttpResponse<String> reported =
            post("/api/v1/comments/" + id + "/report", json("text", text), "");
        assertThat(reported.statusCode()).as(reported.body()).isIn(202, 409, 422);
      }
      String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
      for (String place :
          List.of("?comments=" + query, "?thread=" + query, "?comments=best&from=" + query)) {
        assertThat(get(path() + place).statusCode()).as(place).isIn(200, 301, 400, 404);
      }
    }
    for (JsonNode item :
        JsonMapper.shared().readTree(get(COMMENTS + "?limit=100").body()).get("items")) {
      assertPlain(item.get("text").asString());
      assertPlain(item.get("name").asString());
    }
    for (String cookie : cookies.stream().filter(one -> !one.isEmpty()).toList()) {
      HttpResponse<String> own = send(request("/reader?lang=en").header("Cookie", cookie).GET());
      assertThat(own.statusCode()).isEqualTo(200);
      assertThat(own.body())
          .doesNotContain("<script>window", "<img src=x", "<svg onload", "<iframe");
    }
    for (int width : new int[] {360, 1280}) {
      try (BrowserContext window = chromium.window(width, ColorScheme.LIGHT, true)) {
        harmless(window, path());
        harmless(window, path() + "?comments=oldest");
        harmless(window, "/newsroom/comments?lang=en");
        harmless(window, "/newsroom/comments?lang=en&queue=reported");
      }
    }
  }

  @Test
  void whatIsNoRequestIsRefusedInOneSentence() throws Exception {
    String million = "x".repeat(1_000_000);
    assertThat(say("Reader", million).statusCode()).isEqualTo(422);
    assertThat(say(million, "A ferry").statusCode()).isEqualTo(422);
    assertThat(post(COMMENTS, json("text", "x".repeat(20_000_000)), "").statusCode())
        .isEqualTo(413);
    for (String body :
        List.of(
            "",
            "{",
            "[]",
            "null",
            "{\"text\":[1]}",
            "{\"text\":\"\\ud800\"}",
            "{\"text\":\"x\",\"parent\":\"y\"}",
            "{\"text\":\"x\",\"parent\":99999999999999999999}",
            "{\"text\":\"x\",\"parent\":-1}")) {
      HttpResponse<String> answer = post(COMMENTS, body, "");
      assertThat(answer.statusCode()).as("%s: %s", body, answer.body()).isIn(400, 422);
      assertThat(JsonMapper.shared().readTree(answer.body()).get("detail").asString()).isNotBlank();
    }
    for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1.evil.example")) {
      HttpResponse<String> forged =
          send(
              request(COMMENTS)
                  .header("Origin", origin)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(json("text", "A forged ferry"))));
      assertThat(forged.statusCode()).as(origin).isEqualTo(403);
    }
    for (String cookie :
        List.of(
            "reader=", "reader=x", "reader=" + "A".repeat(4_000), "reader=s.AAAA", "reader=%00")) {
      HttpResponse<String> answer =
          post(COMMENTS, json("text", "Ferry of " + cookie.length()), cookie);
      assertThat(answer.statusCode()).as(cookie).isIn(201, 400, 422, 431);
    }
    assertThat(get(COMMENTS).body()).doesNotContain("forged");
  }

  /** What turns the direction, hides, or piles up is not among what is kept. */
  private static void assertPlain(String text) {
    assertThat(text)
        .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF\u0000-\u0008\u001B]");
    assertThat(text).doesNotContainPattern("\\p{M}{7}");
  }

  private static void harmless(BrowserContext window, String path) {
    Page page = window.newPage();
    page.onDialog(
        dialog -> {
          throw new AssertionError(dialog.message());
        });
    page.navigate(server.uri(path).toString());
    assertThat(page.evaluate("window.hacked")).as(path).isNull();
    assertThat(
            page.evaluate(
                """
                [...document.querySelectorAll('*')].flatMap(e => [...e.attributes])
                  .filter(a => a.name.startsWith('on') || /^javascript:/i.test(a.value)).length"""))
        .as(path)
        .isEqualTo(0);
    assertThat(page.locator("iframe, base, svg[onload]").count()).as(path).isZero();
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as("nothing of %s sticks out", path)
        .isEqualTo(true);
    page.close();
  }

  private String path() {
    HttpResponse<String> moved = get("/ru/news/x-5");
    return moved.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> say(String name, String text) {
    return post(COMMENTS, json("name", name, "text", text), "");
  }

  private static String json(String... members) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put(members[i], members[i + 1]);
    }
    map.putIfAbsent("name", "Reader");
    return JsonMapper.shared().writeValueAsString(map);
  }

  private HttpResponse<String> post(String path, String body, String cookie) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
  }

  private HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    readers++;
    return HttpRequest.newBuilder(server.uri(path))
        .expectContinue(path.equals(COMMENTS))
        .header("X-Forwarded-For", "11.0." + readers % 250 + ".1");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
