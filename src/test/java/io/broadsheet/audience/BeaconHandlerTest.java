package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.web.TestServer;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeaconHandlerTest {
  private static final String PATH = "/api/v1/views";
  private static final String JSON = "application/json";

  @TempDir private Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile boolean broken;
  private TestAudience test;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    test =
        new TestAudience(
            folder,
            (step, connection) -> {
              if (broken) {
                throw new SQLException("a disk's fault, thrown on purpose");
              }
            });
    test.audience().admit(1, "en", Set.of(), true);
    BeaconHandler beacons = new BeaconHandler(test.audience(), URI.create("https://news.example"));
    beacons.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(299);
            callback.succeeded();
            return true;
          }
        });
    server = new TestServer(beacons);
  }

  @AfterEach
  void stop() {
    server.close();
    test.close();
  }

  @Test
  void aBodyThatDoesNotComeIsGivenUpWithAProblem() throws Exception {
    String answer =
        server.raw(
            "POST /api/v1/views HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Content-Length: 13\r\n\r\n{\"art");
    assertThat(answer)
        .startsWith("HTTP/1.1 408 ")
        .contains("The body did not come in time: send it again.");
    assertThat(test.views(1)).isZero();
  }

  @Test
  void aViewIsAnswered204AndCountsOnce() throws Exception {
    HttpResponse<String> first = post("{\"article\":1}");
    assertThat(first.statusCode()).isEqualTo(204);
    assertThat(first.body()).isEmpty();
    assertThat(post("{\"article\":1}").statusCode()).isEqualTo(204);
    assertThat(post("{\"article\":1}", "User-Agent", "other").statusCode()).isEqualTo(204);
    assertThat(test.views(1)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " \n{ \"article\" : 1 }\t ",
        "{\"x\":{\"article\":[9,{}]},\"article\":1,\"y\":null}",
        "{\"\\u0061rticle\":1}"
      })
  void theIdIsFoundHoweverTheObjectIsWritten(String body) throws Exception {
    assertThat(post(body).statusCode()).isEqualTo(204);
    assertThat(test.views(1)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "null",
        "[]",
        "[{\"article\":1}]",
        "{}",
        "{\"article\":}",
        "{\"article\":0}",
        "{\"article\":-1}",
        "{\"article\":1.0}",
        "{\"article\":1e0}",
        "{\"article\":01}",
        "{\"article\":\"1\"}",
        "{\"article\":null}",
        "{\"article\":true}",
        "{\"article\":[1]}",
        "{\"article\":{\"article\":1}}",
        "{\"article\":9223372036854775808}",
        "{\"article\":1,\"article\":1}",
        "{\"article\":1,\"depth\":0}",
        "{\"article\":1,\"depth\":5}",
        "{\"article\":1,\"depth\":\"1\"}",
        "{\"article\":1,\"depth\":1e0}",
        "{\"depth\":1}",
        "{\"article\":1",
        "{\"article\":1}{\"article\":1}",
        "{\"article\":1}x",
        "{'article':1}",
        "{\"article\":1,}",
        "{\"Article\":1}",
        "<article>1</article>",
        "article=1"
      })
  void whatIsNoViewIsRefused(String body) throws Exception {
    HttpResponse<String> answer = post(body);
    assertProblem(answer, 400);
    assertThat(test.views(1)).isZero();
  }

  @Test
  void whereReadersCameFromAndHowFarTheyReadIsCounted() throws Exception {
    Span day = new Span(TestAudience.START, TestAudience.START.plus(java.time.Duration.ofDays(1)));
    assertThat(post("{\"article\":1,\"referrer\":\"www.Example.org\"}").statusCode())
        .isEqualTo(204);
    assertThat(post("{\"article\":1,\"depth\":3}").statusCode()).isEqualTo(204);
    for (String none : new String[] {"7", "null", "[\"a\"]", "\"\"", "\"a b\"", "\"<x>\""}) {
      assertThat(post("{\"article\":1,\"referrer\":" + none + "}", "User-Agent", none).statusCode())
          .isEqualTo(204);
    }
    assertThat(test.audience().sources(day, 1L, 9)).containsExactly(new Source("example.org", 1));
    assertThat(test.audience().depth(day, 1L)).isEqualTo(new Depth(1, 1, 1, 0));
    assertThat(test.views(1)).isEqualTo(7);
  }

  @Test
  void brokenUtf8IsRefused() throws Exception {
    byte[] body = "{\"\u00ff\":1,\"article\":1}".getBytes(StandardCharsets.ISO_8859_1);
    assertProblem(send(request(JSON).POST(BodyPublishers.ofByteArray(body)).build()), 400);
  }

  @Test
  void anUnknownArticleIs404() throws Exception {
    assertProblem(post("{\"article\":2}"), 404);
    assertProblem(post("{\"article\":9223372036854775807}"), 404);
  }

  @Test
  void aBodyTooLongIsRefusedWhetherItSaysItsLengthOrNot() throws Exception {
    String body = "{\"article\":1,\"x\":\"" + "x".repeat(2_000) + "\"}";
    assertProblem(post(body), 413);
    HttpRequest chunked =
        request(JSON)
            .POST(
                BodyPublishers.ofInputStream(
                    () ->
                        new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII))))
            .build();
    assertProblem(send(chunked), 413);
    String fits = "{\"article\":1,\"x\":\"" + "x".repeat(1_000) + "\"}";
    assertThat(post(fits).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 204",
    "application/json;charset=utf-8, 204",
    "text/plain;charset=UTF-8, 204",
    "Application/JSON, 204",
    "application/x-www-form-urlencoded, 415",
    "multipart/form-data; boundary=x, 415",
    "text/html, 415"
  })
  void onlyJsonAndPlainTextAreTaken(String type, int status) throws Exception {
    HttpRequest request = request(type).POST(BodyPublishers.ofString("{\"article\":1}")).build();
    assertThat(send(request).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
  void otherMethodsAreRefused(String method) throws Exception {
    HttpResponse<byte[]> answer = server.send(method, PATH);
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/views/", "/api/v1/view", "/api/v1/views/1", "/"})
  void otherPathsAreForOthers(String path) throws Exception {
    assertThat(server.get(path).statusCode()).isEqualTo(299);
  }

  @Test
  void onlyOurOwnPagesMaySendViews() throws Exception {
    String own = "http://127.0.0.1:" + server.uri("/").getPort();
    assertThat(postFrom("Origin", own)).isEqualTo(204);
    assertThat(postFrom("Origin", "https://news.example")).isEqualTo(204);
    assertThat(postFrom("Origin", "https://evil.example")).isEqualTo(403);
    assertThat(postFrom("Origin", "https://news.example.evil.example")).isEqualTo(403);
    assertThat(postFrom("Origin", "http://127.0.0.1:1")).isEqualTo(403);
    assertThat(postFrom("Origin", "null")).isEqualTo(403);
    assertThat(postFrom("Origin", "")).isEqualTo(403);
    assertThat(postFrom("Sec-Fetch-Site", "same-origin")).isEqualTo(204);
    assertThat(postFrom("Sec-Fetch-Site", "none")).isEqualTo(204);
    assertThat(postFrom("Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(postFrom("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
  }

  @Test
  void botsAndPrefetchesAreAnsweredButNotCounted() throws Exception {
    assertThat(post("{\"article\":1}", "User-Agent", "Googlebot/2.1").statusCode()).isEqualTo(204);
    assertThat(postFrom("Sec-Purpose", "prefetch;prerender")).isEqualTo(204);
    assertThat(postFrom("Purpose", "prefetch")).isEqualTo(204);
    assertThat(test.views(1)).isZero();
    assertThat(test.audience().numbers().bots()).isEqualTo(3);
  }

  @Test
  void aReaderIsTheOneWhomATrustedProxyNames() throws Exception {
    assertThat(postFrom("X-Forwarded-For", "192.0.2.1")).isEqualTo(204);
    assertThat(postFrom("X-Forwarded-For", "192.0.2.2")).isEqualTo(204);
    assertThat(postFrom("X-Forwarded-For", "203.0.113.9, 192.0.2.2")).isEqualTo(204);
    assertThat(test.views(1)).isEqualTo(2);
  }

  @Test
  void whoSendsTooMuchIsToldWhenToTryAgain() throws Exception {
    server.close();
    test.restart(new AudienceLimits(1, 10, 10, 100));
    test.audience().admit(1, "en", Set.of(), true);
    server = new TestServer(new BeaconHandler(test.audience(), null));
    assertThat(post("{\"article\":1}").statusCode()).isEqualTo(204);
    HttpResponse<String> refused = post("{\"article\":1}");
    assertProblem(refused, 429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
  }

  @Test
  void aViewThatCannotBeStoredIs503UntilItCan() throws Exception {
    broken = true;
    HttpResponse<String> refused = post("{\"article\":1}");
    assertProblem(refused, 503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    broken = false;
    assertThat(post("{\"article\":1}").statusCode()).isEqualTo(204);
    assertThat(test.views(1)).isEqualTo(1);
  }

  @Test
  void aBodyThatEndsEarlyCountsNothing() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.uri("/").getPort())) {
      socket.setSoTimeout(5_000);
      String request =
          "POST /api/v1/views HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: 900\r\n\r\n{\"article\":1}";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answer).doesNotContain("204");
    }
    test.settle();
    assertThat(test.views(1)).isZero();
  }

  @Test
  void aBodyThatComesInPiecesCounts() throws Exception {
    String request =
        """
        POST /api/v1/views HTTP/1.1
        Host: x
        Content-Type: application/json
        Connection: close
        Transfer-Encoding: chunked

        5
        {"art
        8
        icle":1}
        0

        """;
    String answer = server.raw(request.replace("\n", "\r\n"));
    assertThat(answer).startsWith("HTTP/1.1 204");
    assertThat(test.views(1)).isEqualTo(1);
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    HttpRequest.Builder request = request(JSON).POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  private int postFrom(String header, String value) throws Exception {
    String answer =
        server.raw(
            "POST /api/v1/views HTTP/1.1\r\nHost: 127.0.0.1:"
                + server.uri("/").getPort()
                + "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: 13\r\n"
                + header
                + ": "
                + value
                + "\r\n\r\n{\"article\":1}");
    return Integer.parseInt(answer.substring(9, 12));
  }

  private HttpRequest.Builder request(String type) {
    return HttpRequest.newBuilder(server.uri(PATH)).header("Content-Type", type);
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status);
  }
}
