package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.database.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole portal with its stories in PostgreSQL. */
class PostgresqlServerTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final TestProcess onPostgresql =
      TestProcess.plain()
          .withEnvironment(Map.of("BROADSHEET_DATABASE_URL", TestDatabase.freshPostgres()));

  @Test
  void whatWasSetThroughOneServerIsServedByTheNext() throws Exception {
    Path data = TestFolders.create().resolve("data");
    try (RunningServer server = RunningServer.start(onPostgresql, "serve", data)) {
      Finished set =
          onPostgresql.run(
              "rates",
              "set",
              "USD",
              "505.9",
              "509.9",
              "--office",
              "Altyn",
              "--city",
              "Talsai",
              "--data",
              data.toString());
      assertThat(set.status()).as(set.err()).isZero();
      assertThat(get(server.uri("/api/v1/rates"))).contains("\"505.9\"", "\"509.9\"", "Altyn");
      server.kill();
    }
    assertThat(data.resolve("broadsheet.db")).doesNotExist();
    try (RunningServer again = RunningServer.start(onPostgresql, "serve", data)) {
      assertThat(get(again.uri("/health/ready"))).isNotEmpty();
      assertThat(get(again.uri("/api/v1/rates"))).contains("\"505.9\"");
      assertThat(get(again.uri("/ru/rates"))).contains("505.9");
    }
  }

  private String get(URI uri) throws Exception {
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
