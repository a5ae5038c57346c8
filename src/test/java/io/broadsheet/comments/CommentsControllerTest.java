package io.broadsheet.comments;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.TestReaders;
import io.broadsheet.articles.Articles;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import io.broadsheet.web.TestWeb;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommentsControllerTest {
  private static TestDatabase opened;
  private static Outbox outbox;
  private static Articles articles;
  private static Comments comments;
  private static Moderation moderation;
  private static TestWeb web;
  private static volatile Instant now = NOON.plusSeconds(60);
  private static int stories;

  private long id;

  @BeforeAll
  static void start() {
    opened = TestDatabase.open(Dialect.SQLITE);
    outbox = new Outbox(opened.database(), () -> now, JsonMapper.shared());
    articles = new Articles(opened.database(), outbox, () -> now, JsonMapper.shared());
    comments =
        new Comments(
            opened.database(),
            articles,
            outbox,
            () -> now,
            TestReaders.ANYBODY,
            TestDatabase.comments());
    AuditLog audit = new AuditLog(opened.database(), () -> now);
    moderation = new Moderation(opened.database(), comments, audit, () -> now);
    web =
        new TestWeb(
            Map.of(
                "articles",
                articles,
                "comments",
                comments,
                "votes",
                new Votes(opened.database(), comments, () -> now),
                "moderation",
                moderation,
                "reports",
                new ReportLimits(() -> now),
                "cookie",
                TestReaders.cookie(opened.database(), outbox, () -> now)),
            CommentsController.class,
            CommentController.class,
            DiscussionController.class);
  }

  @AfterAll
  static void stop() {
    web.close();
    opened.close();
  }

  @BeforeEach
  void publish() {
    now = now.plus(Duration.ofHours(1));
    stories++;
    id = articles.save(story("u:" + stories, Language.EN, "Story " + stories)).id();
    web.keep("");
  }

  @Test
  void aFirstCommentWaitsAndTheNextOnesAreThereAtOnce() throws Exception {
    HttpResponse<byte[]> first = post("{\"name\":\"Aida\",\"text\":\"Hello\"}");
    assertThat(first.statusCode()).isEqualTo(202);
    String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax");
    web.keep(cookie.substring(0, cookie.indexOf(';')));
    assertThat(json(first).path("state").asString()).isEqualTo("held");
    long held = json(first).path("id").asLong();
    assertThat(get("").path("total").asLong()).isZero();
    // Sent again, as after a lost answer, it is the same one.
    HttpResponse<byte[]> again = post("{\"name\":\"Aida\",\"text\":\"Hello\"}");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(json(again).path("id").asLong()).isEqualTo(held);
    assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
    moderation.decide(List.of(held), Decision.APPROVE, "", "Aida");
    HttpResponse<byte[]> second =
        post("{\"name\":\"Aida\",\"text\":\"More\",\"parent\":" + held + "}");
    assertThat(second.statusCode()).isEqualTo(201);
    JsonNode all = get("?order=best");
    assertThat(all.path("total").asLong()).isEqualTo(2);
    assertThat(all.path("items").get(0).path("replies").get(0).path("text").asString())
        .isEqualTo("More");
    assertThat(get("?thread=" + held).path("items")).hasSize(1);
    assertThat(post("{\"name\":\"Aida\",\"text\":\"More\",\"parent\":" + held + "}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void itsWriterChangesAndDeletesItAndNobodyElse() throws Exception {
    HttpResponse<byte[]> first = post("{\"name\":\"Aida\",\"text\":\"Secret\"}");
    String own = "/api/v1/comments/" + json(first).path("id").asLong();
    assertThat(web.get(own).statusCode()).isEqualTo(404);
    assertThat(put(own, "{\"text\":\"Stolen\"}").statusCode()).isEqualTo(404);
    assertThat(web.send("DELETE", own, new byte[0]).statusCode()).isEqualTo(404);
    keep(first);
    assertThat(web.get(own).statusCode()).isEqualTo(200);
    assertThat(json(put(own, "{\"text\":\"Changed\"}")).path("text").asString())
        .isEqualTo("Changed");
    now = now.plus(Duration.ofMinutes(6));
    assertThat(put(own, "{\"text\":\"Late\"}").statusCode()).isEqualTo(409);
    assertThat(web.send("DELETE", own, new byte[0]).statusCode()).isEqualTo(204);
    assertThat(web.send("DELETE", own, new byte[0]).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotTakenIsAProblemThatNamesTheRule() throws Exception {
    assertProblem(post("{\"name\":\"Aida\",\"text\":\" \"}"), 422, "empty");
    assertProblem(post("{\"name\":\"\",\"text\":\"Hi\"}"), 422, "name");
    assertProblem(post("{\"text\":\"" + "x".repeat(900_000) + "\"}"), 422, "long");
    assertProblem(post("{\"name\":\"A\",\"text\":\"Hi\",\"parent\":99999}"), 422, "parent");
    moderation.setMode(id, new DiscussionMode(DiscussionMode.Kind.CLOSED, Duration.ZERO), "Aida");
    assertProblem(post("{\"name\":\"A\",\"text\":\"Hi\"}"), 403, "closed");
  }

  @Test
  void aFloodIsToldWhenToComeAgain() throws Exception {
    keep(post("{\"name\":\"A\",\"text\":\"0\"}"));
    HttpResponse<byte[]> last = post("{\"name\":\"A\",\"text\":\"1\"}");
    for (int i = 2; i < 8; i++) {
      last = post("{\"name\":\"A\",\"text\":\"" + i + "\"}");
    }
    assertProblem(last, 429, "reader-rate");
    assertThat(last.headers().firstValue("Retry-After")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "\"x\"", "{\"text\":{}}", "{\"parent\":\"x\"}", "{", "\u0000"})
  void nonsenseIsABadRequestOrNamesTheRule(String body) throws Exception {
    assertThat(post(body).statusCode()).isBetween(400, 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?order=x", "?after=x", "?limit=0", "?limit=101", "?limit=x", "?thread=-1"})
  void questionsThatCannotBeAnsweredAreBadRequests(String query) throws Exception {
    assertThat(web.get("/api/v1/articles/" + id + "/comments" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void otherSitesPagesCannotSpeakInAReadersName() throws Exception {
    HttpResponse<byte[]> forged =
        web.send(
            "POST",
            "/api/v1/articles/" + id + "/comments",
            "{\"name\":\"A\",\"text\":\"Hi\"}".getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json",
            "Origin",
            "https://evil.example");
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(
            web.send(
                    "POST",
                    "/api/v1/articles/" + id + "/comments",
                    "name=A&text=Hi".getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/x-www-form-urlencoded")
                .statusCode())
        .isEqualTo(415);
    assertThat(web.get("/api/v1/articles/99999/comments").statusCode()).isEqualTo(404);
  }

  @Test
  void whoHasAKeyTakesTheWholeDiscussionAlong() throws Exception {
    long said = json(post("{\"name\":\"Aida\",\"text\":\"Two\\nlines\"}")).path("id").asLong();
    assertThat(web.get("/api/v1/discussion").statusCode()).isEqualTo(401);
    HttpResponse<byte[]> all =
        web.send(
            "GET", "/api/v1/discussion", new byte[0], "Authorization", "Bearer " + TestWeb.KEY);
    List<JsonNode> lines =
        new String(all.body(), StandardCharsets.UTF_8)
            .lines()
            .map(JsonMapper.shared()::readTree)
            .toList();
    assertThat(lines).isSortedAccordingTo(Comparator.comparingLong(one -> one.path("id").asLong()));
    assertThat(lines.getLast().path("id").asLong()).isEqualTo(said);
    assertThat(lines.getLast().path("text").asString()).isEqualTo("Two\nlines");
  }

  @Test
  void votesAndReportsComeFromReaders() throws Exception {
    HttpResponse<byte[]> first = post("{\"name\":\"Aida\",\"text\":\"Hello\"}");
    long comment = json(first).path("id").asLong();
    String path = "/api/v1/comments/" + comment;
    assertThat(put(path + "/vote", "{\"vote\":\"up\"}").statusCode()).isEqualTo(404);
    moderation.decide(List.of(comment), Decision.APPROVE, "", "Aida");
    assertThat(json(put(path + "/vote", "{\"vote\":\"up\"}")).path("up").asLong()).isEqualTo(1);
    assertThat(put(path + "/vote", "{\"vote\":\"sideways\"}").statusCode()).isEqualTo(422);
    assertThat(
            web.send(
                    "POST",
                    path + "/report",
                    "{\"text\":\"Spam\"}".getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/json")
                .statusCode())
        .isEqualTo(202);
    assertThat(moderation.counts()).containsEntry(Queue.REPORTED, 1L);
    String endless = "{\"text\":\"" + "no ".repeat(500) + "\"}";
    HttpResponse<byte[]> refused =
        web.send(
            "POST",
            path + "/report",
            endless.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(json(refused).path("detail").asString())
        .isEqualTo("Say why in 1000 characters at most.");
  }

  private static void keep(HttpResponse<byte[]> answer) {
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    web.keep(cookie.substring(0, cookie.indexOf(';')));
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status, String rule) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(json(answer).path("rule").asString()).isEqualTo(rule);
  }

  private JsonNode get(String query) throws Exception {
    return JsonMapper.shared()
        .readTree(web.get("/api/v1/articles/" + id + "/comments" + query).body());
  }

  private HttpResponse<byte[]> post(String body) throws Exception {
    return web.send(
        "POST",
        "/api/v1/articles/" + id + "/comments",
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/json");
  }

  private static HttpResponse<byte[]> put(String path, String body) throws Exception {
    return web.send(
        "PUT", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void aNetworkThatBuriesModeratorsUnderReportsHasToWait() throws Exception {
    now = now.plus(Duration.ofHours(2));
    int last = 0;
    for (int i = 0; i < 100 && last != 429; i++) {
      last =
          web.send(
                  "POST",
                  "/api/v1/comments/999999/report",
                  "{\"text\":\"Spam\"}".getBytes(StandardCharsets.UTF_8),
                  "Content-Type",
                  "application/json")
              .statusCode();
      assertThat(last).isIn(404, 429);
    }
    assertThat(last).isEqualTo(429);
    now = now.plus(Duration.ofHours(2));
  }
}
