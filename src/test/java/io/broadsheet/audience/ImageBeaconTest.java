package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.web.TestServer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageBeaconTest {
  @TempDir private Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private TestAudience test;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    test = new TestAudience(folder);
    test.audience().admit(1, "en", Set.of(), true);
    server = new TestServer(new ImageBeacon(test.audience(), URI.create("https://news.example")));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    test.close();
  }

  @Test
  void fetchingTheImageCountsOnce() throws Exception {
    HttpResponse<byte[]> first = get(1, "User-Agent", "reader");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("Content-Type")).contains("image/gif");
    assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(ImageIO.read(new ByteArrayInputStream(first.body())).getWidth()).isEqualTo(1);
    assertThat(get(1, "User-Agent", "reader").statusCode()).isEqualTo(200);
    assertThat(test.views(1)).isEqualTo(1);
  }

  @Test
  void anUnknownArticleIs404() throws Exception {
    assertThat(get(2, "User-Agent", "reader").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Purpose: prefetch;prerender",
        "Purpose: prefetch",
        "User-Agent: Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
      })
  void botsAndPrefetchesGetTheImageAndDoNotCount(String header) throws Exception {
    String[] parts = header.split(": ", 2);
    assertThat(get(1, parts[0], parts[1]).statusCode()).isEqualTo(200);
    assertThat(test.views(1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin, 200",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Dest, image, 200",
    "Sec-Fetch-Dest, document, 403",
    "Origin, https://evil.example, 403",
    "Referer, https://news.example/en/news/a-1, 200",
    "Referer, https://evil.example/en/news/a-1, 403",
    "Referer, https://news.example.evil.example/, 403",
    "Referer, nonsense, 403"
  })
  void onlyOurOwnPagesMayShowIt(String name, String value, int status) throws Exception {
    assertThat(get(1, name, value).statusCode()).isEqualTo(status);
    assertThat(test.views(1)).isEqualTo(status == 200 ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "POST", "PUT", "DELETE"})
  void itIsOnlyFetched(String method) throws Exception {
    assertThat(server.send(method, "/api/v1/views/1.gif").statusCode()).isEqualTo(405);
    assertThat(test.views(1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "01", "1.0", "x", "9999999999999999999", ""})
  void whatIsNoIdIsNotFound(String id) throws Exception {
    assertThat(server.get("/api/v1/views/" + id + ".gif").statusCode()).isEqualTo(404);
  }

  private HttpResponse<byte[]> get(long article, String header, String value) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.uri("/api/v1/views/" + article + ".gif"))
            .header(header, value)
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }
}
