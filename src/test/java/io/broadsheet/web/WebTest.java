package io.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.settings.LoadedSettings;
import io.broadsheet.settings.Settings;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The framework behind the edge, over real HTTP. */
class WebTest {
  @TempDir static Path folder;

  private static ConfigurableApplicationContext context;
  private static int port;
  private static volatile boolean ready = true;

  private final HttpClient client = HttpClient.newHttpClient();

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  @Import({
    WebConfiguration.class,
    SecurityConfiguration.class,
    ProblemController.class,
    Sample.class
  })
  static class Application {
    @Bean
    Settings settings() {
      return LoadedSettings.load(
              List.of(),
              Map.of(
                  "BROADSHEET_WEB_LARGESTBODY",
                  "2KB",
                  "BROADSHEET_WEB_ACCESSLOG",
                  folder.resolve("access.log").toString()))
          .settings();
    }

    @Bean
    ApiKeyCheck keys() {
      return key -> key.equals("right") ? Optional.of("desk") : Optional.empty();
    }

    @Bean
    Readiness readiness() {
      return () -> ready ? Optional.empty() : Optional.of("The \"index\" is being read.");
    }
  }

  @RestController
  static class Sample {
    @GetMapping("/api/v1/sample")
    String read(@RequestParam(defaultValue = "1") int number) {
      if (number == 13) {
        throw new IllegalStateException("secret of the house");
      }
      return "read " + number;
    }

    @GetMapping("/api/v1/shared")
    String share(HttpServletResponse response) {
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      return "for everyone";
    }

    @PostMapping("/api/v1/sample")
    String write(@RequestBody String body) {
      return "written " + body.length();
    }
  }

  @BeforeAll
  static void start() {
    context =
        new SpringApplication(Application.class)
            .run("--server.port=0", "--server.address=127.0.0.1");
    WebServerApplicationContext server = (WebServerApplicationContext) context;
    port = java.util.Objects.requireNonNull(server.getWebServer()).getPort();
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @BeforeEach
  void ready() {
    ready = true;
  }

  @Test
  void everyoneReadsAndWhoHasAKeyWrites() throws Exception {
    assertThat(get("/api/v1/sample?number=7").body()).isEqualTo("read 7");
    assertThat(post("/api/v1/sample", "abc", "Authorization", "Bearer right").body())
        .isEqualTo("written 3");
    assertThat(post("/api/v1/sample", "abc", "Authorization", "bearer  right ").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Basic cmlnaHQ=",
        "right",
        "Bearer \u00ff"
      })
  void writingWithoutAGoodKeyIsRefused(String credentials) throws Exception {
    HttpResponse<String> answer =
        credentials.isEmpty()
            ? post("/api/v1/sample", "abc")
            : post("/api/v1/sample", "abc", "Authorization", credentials);
    assertProblem(answer, 401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/nothing, 404",
    "/nothing, 404",
    "/api/v1/sample?number=many, 400",
    "/api/v1/sample?number=13, 500",
    "/api/v1/%2e%2e/sample, 400",
    "/assets/reader-0000000000000000.js, 404",
    "/error, 404"
  })
  void whatFailsIsAProblemWithoutTheInside(String path, int status) throws Exception {
    for (String accept : new String[] {"*/*", "text/html", "image/png"}) {
      HttpResponse<String> answer = get(path, "Accept", accept);
      assertProblem(answer, status);
      assertThat(answer.body()).doesNotContain("resource");
    }
  }

  @Test
  void bodiesTooLargeAreRefusedHoweverTheyAreSent() throws Exception {
    String large = "x".repeat(3_000);
    assertProblem(post("/api/v1/sample", large, "Authorization", "Bearer right"), 413);
    HttpRequest chunked =
        HttpRequest.newBuilder(uri("/api/v1/sample"))
            .header("Authorization", "Bearer right")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(large.getBytes(UTF_8))))
            .build();
    assertProblem(client.send(chunked, HttpResponse.BodyHandlers.ofString()), 413);
  }

  @Test
  void wrongMethodsSayWhichAreRight() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri("/api/v1/sample"))
            .header("Authorization", "Bearer right")
            .DELETE()
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertProblem(answer, 405);
    assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
  }

  @Test
  void healthTellsStrangersWhetherAndLoopbackWhy() throws Exception {
    assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"up\"}");
    assertThat(get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
    ready = false;
    HttpResponse<String> inside = get("/health/ready");
    assertThat(inside.statusCode()).isEqualTo(503);
    assertThat(inside.body())
        .isEqualTo(
            """
            {"status":"not ready","obstacles":["The \\"index\\" is being read."]}""");
    assertThat(get("/health/ready", "X-Forwarded-For", "203.0.113.9").body())
        .isEqualTo("{\"status\":\"not ready\"}");
  }

  @Test
  void metricsAreForLoopback() throws Exception {
    assertThat(get("/metrics").body()).contains("jvm_memory_used_bytes");
    assertProblem(get("/metrics", "X-Forwarded-For", "203.0.113.9"), 404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For | unknown",
        "X-Forwarded-For | 127.0.0.1",
        "X-Forwarded-For | ''",
        "Forwarded       | for=203.0.113.9"
      })
  void whatAProxyOfThisMachineForwardsIsNeverFromInside(String name, String value)
      throws Exception {
    assertProblem(get("/metrics", name, value), 404);
    ready = false;
    assertThat(get("/health/ready", name, value).body()).isEqualTo("{\"status\":\"not ready\"}");
  }

  @Test
  void withoutItsOwnChainTheNewsroomIsShut() throws Exception {
    for (String path : List.of("/newsroom", "/newsroom/", "/newsroom/stories")) {
      assertProblem(get(path), 401);
      assertProblem(get(path, "Authorization", "Bearer right"), 403);
    }
  }

  @Test
  void healthAndMetricsAreOnlyRead() throws Exception {
    for (String path : List.of("/health/live", "/health/ready", "/metrics")) {
      HttpResponse<String> answer = post(path, "");
      assertProblem(answer, 405);
      assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=x"})
  void brokenFormsAreTheClientsFault(String type) throws Exception {
    HttpResponse<String> answer =
        post("/api/v1/sample", "x", "Authorization", "Bearer right", "Content-Type", type);
    assertProblem(answer, 400);
  }

  @Test
  void assetsAreKeptForGoodUnderTheNameOfTheirContents() throws Exception {
    String path = context.getBean(Assets.class).path("reader.js");
    assertThat(path).matches("/assets/reader-[0-9a-f]{16}\\.js");
    HttpResponse<String> answer = get(path);
    assertThat(answer.body()).contains("sendBeacon");
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("javascript");
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(path, "Accept-Encoding", "zstd").headers().firstValue("Content-Encoding"))
        .contains("zstd");
  }

  @Test
  void aControllerCanPutItsOwnPolicyInPlaceOfTheEdges() throws Exception {
    assertThat(get("/api/v1/shared").headers().allValues("Cross-Origin-Resource-Policy"))
        .containsExactly("cross-origin");
  }

  @Test
  void theAccessLogNamesNobody() throws Exception {
    get("/api/v1/sample?q=private", "X-Forwarded-For", "203.0.113.9");
    Path log = folder.resolve("access.log");
    for (int i = 0; i < 500 && !Files.readString(log).contains("/api/v1/sample"); i++) {
      Thread.sleep(10);
    }
    assertThat(Files.readString(log))
        .containsPattern("20\\S+ GET /api/v1/sample 200 \\d+ \\d+")
        .doesNotContain("203.0.113.9", "127.0.0.1", "private");
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("none"))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"status\":" + status)
        .doesNotContain("secret", "Exception", "io.broadsheet", "springframework", "trace");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
  }

  private static URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
