package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RateSourcesServeTest {
  private static final byte[] QUOTES =
      "{\"USD\": {\"buy\": 505.90, \"sell\": 509.9}}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  @Test
  void aServerFetchesWhatItsSettingsName() throws Exception {
    HttpServer source =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    source.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, QUOTES.length);
          exchange.getResponseBody().write(QUOTES);
          exchange.close();
        });
    source.start();
    Files.writeString(
        data.resolve("broadsheet.yaml"),
        """
        broadsheet.rates.sources:
          - {name: altyn, format: json, url: "http://127.0.0.1:%d/", office: Altyn, city: Talsai}
          - {name: gone, format: csv, url: "http://127.0.0.1:%d/", every: 10m}
        """
            .formatted(source.getAddress().getPort(), unused()));
    try (RunningServer server = RunningServer.start(data)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> body(server.uri("/api/v1/rates")).contains("\"buy\":\"505.90\""));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  body(server.uri("/metrics"))
                      .contains("broadsheet_rates_source_failures{source=\"gone\"} 1.0"));
      assertThat(body(server.uri("/metrics")))
          .contains("broadsheet_rates_source_failures{source=\"altyn\"} 0.0")
          .contains("broadsheet_rates_source_age_seconds{source=\"gone\"} NaN");
      assertThat(server.stop()).isZero();
    } finally {
      source.stop(0);
    }
  }

  private static int unused() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int port = server.getAddress().getPort();
    server.stop(0);
    return port;
  }

  private static String body(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
