package io.broadsheet.reactions;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.TestReaders;
import io.broadsheet.articles.Articles;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import io.broadsheet.web.TestWeb;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReactionsControllerTest {
  private static TestDatabase opened;
  private static TestWeb web;
  private static String path;

  @BeforeAll
  static void start() {
    opened = TestDatabase.open(Dialect.SQLITE);
    Outbox outbox = new Outbox(opened.database(), () -> NOON, JsonMapper.shared());
    Articles articles = new Articles(opened.database(), outbox, () -> NOON, JsonMapper.shared());
    long id = articles.save(story("u:1", Language.EN, "Ferry")).id();
    path = "/api/v1/articles/" + id + "/reactions";
    Reactions reactions =
        new Reactions(opened.database(), articles, outbox, () -> NOON, List.of("👍", "😢"));
    web =
        new TestWeb(
            Map.of(
                "articles",
                articles,
                "reactions",
                reactions,
                "cookie",
                TestReaders.cookie(opened.database(), outbox, () -> NOON)),
            ReactionsController.class);
  }

  @AfterAll
  static void stop() {
    web.close();
    opened.close();
  }

  @BeforeEach
  void forget() {
    web.keep("");
  }

  @Test
  void aReaderIsKnownByTheCookieAndHasOneReaction() throws Exception {
    HttpResponse<byte[]> first = put("{\"emoji\":\"👍\"}");
    assertThat(text(first)).contains("\"total\":1").contains("\"own\":\"👍\"");
    String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
    assertThat(text(web.send("GET", path, new byte[0]))).contains("\"own\":null");
    web.keep(cookie.substring(0, cookie.indexOf(';')));
    assertThat(text(put("{\"emoji\":\"😢\"}"))).contains("\"total\":1").contains("\"own\":\"😢\"");
    assertThat(text(web.send("DELETE", path, new byte[0]))).contains("\"total\":0");
    assertThat(text(web.send("DELETE", path, new byte[0]))).contains("\"own\":null");
  }

  @Test
  void reactingNeedsAnArticleAndAPageOfOurs() throws Exception {
    assertThat(web.get("/api/v1/articles/999/reactions").statusCode()).isEqualTo(404);
    assertThat(
            web.send(
                    "PUT",
                    path,
                    "{\"emoji\":\"👍\"}".getBytes(StandardCharsets.UTF_8),
                    "Content-Type",
                    "application/json",
                    "Sec-Fetch-Site",
                    "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(web.send("DELETE", "/api/v1/articles/999/reactions", new byte[0]).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"emoji\":\"x\"}",
        "{\"emoji\":\"👍👍\"}",
        "{\"emoji\":\"<script>\"}",
        "{\"emoji\":{}}",
        "{\"emoji\":\"\\u0000\"}"
      })
  void whatIsNotOfferedIsRefused(String body) throws Exception {
    assertThat(put(body).statusCode()).isBetween(400, 422);
  }

  private static HttpResponse<byte[]> put(String body) throws Exception {
    return web.send(
        "PUT", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  private static String text(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
