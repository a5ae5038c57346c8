package io.broadsheet.reactions;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.accounts.TestReaders;
import io.broadsheet.articles.Articles;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import io.broadsheet.web.TestWeb;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@ValueSource(booleans = {true, false})
class ReactionsControllerTest {
  private final TestDatabase opened;
  private final TestWeb web;
  private final String path;

  ReactionsControllerTest(boolean beforeTheFramework) {
    opened = TestDatabase.open(Dialect.SQLITE);
    Outbox outbox = new Outbox(opened.database(), () -> NOON, JsonMapper.shared());
    Articles articles = new Articles(opened.database(), outbox, () -> NOON, JsonMapper.shared());
    long id = articles.save(story("u:1", Language.EN, "Ferry")).id();
    path = "/api/v1/articles/" + id + "/reactions";
    Reactions reactions =
        new Reactions(opened.database(), articles, outbox, () -> NOON, List.of("👍", "😢"));
    ReaderCookie cookie = TestReaders.cookie(opened.database(), outbox, () -> NOON);
    Map<String, Object> beans =
        new HashMap<>(Map.of("articles", articles, "reactions", reactions, "cookie", cookie));
    if (beforeTheFramework) {
      beans.put("handler", new ReactionHandler(reactions, cookie, null, JsonMapper.shared()));
    }
    web = new TestWeb(beans, ReactionsController.class);
  }

  @AfterEach
  void stop() {
    web.close();
    opened.close();
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

  private HttpResponse<byte[]> put(String body) throws Exception {
    return web.send(
        "PUT", path, body.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/json");
  }

  private static String text(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
