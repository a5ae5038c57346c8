package io.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.articles.ArticlePublished;
import io.broadsheet.audit.AuditEntry;
import io.broadsheet.database.Dialect;
import io.broadsheet.web.TestWeb;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ArticleControllerTest {
  private static final String ARTICLES = "/api/v1/articles";
  private static final AtomicInteger uris = new AtomicInteger();
  private static final AtomicInteger published = new AtomicInteger();

  private static TestImport test;
  private static TestWeb web;

  @BeforeAll
  static void start() {
    test = new TestImport(Dialect.SQLITE);
    test.outbox.subscribe(
        ArticlePublished.class,
        event -> {
          sleep(); // an answer that does not wait would come before
          published.incrementAndGet();
        });
    web =
        new TestWeb(
            Map.of(
                "articles",
                test.articles,
                "drafts",
                test.drafts,
                "outbox",
                test.outbox,
                "reader",
                new NinjsReader(test.site),
                "writer",
                new NinjsWriter(test.site, test.bodies),
                "intake",
                test.intake()),
            ArticleController.class);
  }

  @AfterAll
  static void stop() {
    web.close();
    test.close();
  }

  @Test
  void whoSentAStoryIsWrittenDownOnceForEachChange() throws Exception {
    String item =
        "{\"uri\":\"urn:audit\",\"language\":\"en\",\"headlines\":[{\"value\":\"Sent\"}]}";
    assertThat(post(item).statusCode()).isEqualTo(201);
    assertThat(post(item).statusCode()).isEqualTo(200);
    long id = test.articles.idOf("urn:audit").orElseThrow();
    String changed = item.replace("Sent", "Sent again");
    assertThat(put(ARTICLES + "/" + id, changed).statusCode()).isEqualTo(200);
    assertThat(test.audit.of("story " + id, 10))
        .extracting(AuditEntry::actor, AuditEntry::action)
        .containsExactly(tuple("API: desk", "story.receive"), tuple("API: desk", "story.receive"));
    AuditEntry change = test.audit.of("story " + id, 1).getFirst();
    assertThat(change.before()).endsWith(", Sent");
    assertThat(change.after()).endsWith(", Sent again");
  }

  @Test
  void aStoryThatIsPostedIsThereWhenTheAnswerComes() throws Exception {
    int before = published.get();
    HttpResponse<byte[]> answer = post(story(uri(), "Ferry"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(published.get()).isEqualTo(before + 1);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).matches("/api/v1/articles/[1-9][0-9]*");
    HttpResponse<String> read = web.get(location);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(text(answer)).contains("\"value\":\"Ferry\"");
    assertThat(read.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(read.headers().firstValue("ETag")).isEqualTo(answer.headers().firstValue("ETag"));
    String tag = read.headers().firstValue("ETag").orElseThrow();
    assertThat(web.get(location, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void aStoryWithoutAUriGetsOne() throws Exception {
    HttpResponse<byte[]> answer = post("{\"language\": \"en\", \"headline\": \"No uri\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).get("uri").stringValue()).startsWith("urn:uuid:");
  }

  @Test
  void theSameStorySentAgainIsFoundAndAnotherUnderItsUriIsAConflict() throws Exception {
    String uri = uri();
    HttpResponse<byte[]> first = post(story(uri, "Ferry"));
    HttpResponse<byte[]> again = post(story(uri, "Ferry"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    HttpResponse<byte[]> other = post(story(uri, "Boat"));
    assertProblem(other, 409);
    assertThat(text(other)).contains(first.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void aStoryIsChangedUnderItsId() throws Exception {
    String uri = uri();
    String location = location(post(story(uri, "Ferry")));
    HttpResponse<byte[]> changed = put(location, story(uri, "Boat"));
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(web.get(location).body()).contains("Boat").isEqualTo(text(changed));
    assertThat(put(location, "{\"language\": \"en\", \"headline\": \"Raft\"}").statusCode())
        .as("an article keeps its uri where none is sent")
        .isEqualTo(200);
    assertThat(web.get(location).body()).contains("Raft", uri);
  }

  @Test
  void whatIsReadCanBeSentBack() throws Exception {
    String location = location(post(story(uri(), "Ferry")));
    HttpResponse<String> read = web.get(location);
    HttpResponse<byte[]> back = put(location, read.body());
    assertThat(text(back)).isEqualTo(read.body());
  }

  @Test
  void anArticleKeepsItsUri() throws Exception {
    String first = uri();
    String second = uri();
    String location = location(post(story(first, "Ferry")));
    post(story(second, "Boat"));
    assertProblem(put(location, story(second, "x")), 409);
    assertProblem(put(location, story(uri(), "x")), 409);
    assertThat(web.get(location).body()).contains("Ferry");
  }

  @Test
  void aChangeCanDependOnWhatWasRead() throws Exception {
    String uri = uri();
    HttpResponse<byte[]> first = post(story(uri, "Ferry"));
    String location = location(first);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(put(location, story(uri, "Boat"), "If-Match", tag).statusCode()).isEqualTo(200);
    assertProblem(put(location, story(uri, "Raft"), "If-Match", tag), 412);
    assertThat(put(location, story(uri, "Raft"), "If-Match", "*").statusCode()).isEqualTo(200);
  }

  @Test
  void aStoryThatIsTakenBackIsGone() throws Exception {
    String location = location(post(story(uri(), "Ferry")));
    assertThat(put(location, "{\"pubStatus\": \"canceled\"}").statusCode()).isEqualTo(200);
    assertThat(web.get(location).statusCode()).isEqualTo(410);
    assertThat(web.get(location).headers().firstValue("Content-Type"))
        .contains("application/problem+json");
  }

  @Test
  void whatIsNotPublishedIsForWhoMayWrite() throws Exception {
    String draft = story(uri(), "Ferry").replace("{", "{\"pubStatus\": \"withheld\", ");
    String location = location(post(draft));
    assertThat(web.get(location).statusCode()).isEqualTo(404);
    HttpResponse<String> seen = web.get(location, "Authorization", "Bearer " + TestWeb.KEY);
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.body()).contains("withheld");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "999999", "abc", "1.5", "99999999999999999999"})
  void whereNothingIsNothingIsFound(String id) throws Exception {
    assertThat(web.get(ARTICLES + "/" + id).statusCode()).isEqualTo(404);
    assertProblem(put(ARTICLES + "/" + id, story(uri(), "x")), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|400",
        "no json|400",
        "{\"uri\"|400",
        "[]|400",
        "7|400",
        "null|400",
        "{} {}|400",
        "{}|422",
        "{\"language\": \"de\", \"headline\": \"x\"}|422",
        "{\"language\": \"en\", \"headline\": 7}|422",
        "{\"language\": \"en\", \"headline\": \"a\\u0000b\"}|422",
        "{\"uri\": -1, \"language\": \"en\", \"headline\": \"x\"}|422",
        "{\"language\": \"en\", \"headline\": \"x\", \"type\": \"video\"}|422"
      })
  void whatIsNoStoryIsRefusedWithAReason(String body, int status) throws Exception {
    assertProblem(post(body), status);
  }

  @Test
  void picturesMustBeHereAlready() throws Exception {
    for (String href : new String[] {"a.jpg", "../a.jpg", "data:x", "file:///etc/passwd"}) {
      String body =
          story(uri(), "x")
              .replace(
                  "{",
                  "{\"associations\": [{\"type\": \"picture\", \"renditions\": [{\"href\": \""
                      + href
                      + "\"}]}], ");
      // Only the first brace opens the story.
      assertProblem(post(body), 422);
    }
  }

  @Test
  void bytesThatAreNoUtf8AndBombsAreRefused() throws Exception {
    byte[] latin = "{\"headline\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertProblem(send("POST", ARTICLES, latin), 400);
    assertProblem(post("{\"x\": " + "[".repeat(100_000)), 400);
    assertProblem(post("{\"headline\": \"" + "x".repeat(2_000_000) + "\"}"), 413);
  }

  @Test
  void whoHasNoKeyMayNotWriteAndOtherTypesAreNotTaken() throws Exception {
    byte[] body = story(uri(), "x").getBytes(StandardCharsets.UTF_8);
    assertProblem(web.send("POST", ARTICLES, body, "Content-Type", "application/json"), 401);
    assertProblem(web.send("PUT", ARTICLES + "/1", body, "Content-Type", "application/json"), 401);
    assertProblem(
        web.send("POST", ARTICLES, body, "Content-Type", "text/plain", "Authorization", bearer()),
        415);
    assertProblem(web.send("DELETE", ARTICLES + "/1", body, "Authorization", bearer()), 405);
    assertThat(
            web.send(
                    "POST",
                    ARTICLES,
                    body,
                    "Content-Type",
                    "application/vnd.iptc.ninjs+json; charset=utf-8",
                    "Authorization",
                    bearer())
                .statusCode())
        .isEqualTo(201);
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("none"))
        .startsWith("application/problem+json");
    assertThat(text(answer)).contains("\"detail\":\"").doesNotContain("Exception", "io.broad");
  }

  private static String location(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<byte[]> post(String body) throws Exception {
    return send("POST", ARTICLES, body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<byte[]> put(String path, String body, String... headers)
      throws Exception {
    return send("PUT", path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private static HttpResponse<byte[]> send(
      String method, String path, byte[] body, String... headers) throws Exception {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 4);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/json";
    all[headers.length + 2] = "Authorization";
    all[headers.length + 3] = bearer();
    return web.send(method, path, body, all);
  }

  private static String bearer() {
    return "Bearer " + TestWeb.KEY;
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return Json.object(text(answer));
  }

  private static String uri() {
    return "u:" + uris.incrementAndGet();
  }

  private static String story(String uri, String headline) {
    return "{\"uri\": \"%s\", \"language\": \"en\", \"headline\": \"%s\"}".formatted(uri, headline);
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
