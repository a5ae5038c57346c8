package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.database.DataFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderCommandsTest {
  private static final int LONGEST_SOCKET_PATH = 108;

  private final Path folder = TestFolders.create();

  @Test
  void whatACommandDoesByItselfAServerFindsLater() throws Exception {
    Path data = folder.resolve("data");
    assertThat(run(data, "rates", "set", "USD", "505.90", "509.9"))
        .isEqualTo(new Finished(0, "USD 505.90 / 509.9\n", ""));
    assertThat(run(data, "rates", "set", "USD", "505.90", "509.9").out())
        .isEqualTo("USD 505.90 / 509.9 (unchanged)\n");
    try (RunningServer server = RunningServer.start(data)) {
      assertThat(rates(server)).contains("\"505.90\"");
    }
  }

  @Test
  void aCommandBesideAServerIsDoneByItAtOnce() throws Exception {
    try (RunningServer server = RunningServer.start(folder.resolve("data"))) {
      assertThat(
              run(
                  server.data(),
                  "rates",
                  "set",
                  "EUR",
                  "590.5",
                  "596.5",
                  "--office",
                  "Сенім",
                  "--city",
                  "Жаңақала"))
          .isEqualTo(new Finished(0, "EUR 590.5 / 596.5\n", ""));
      assertThat(rates(server)).contains("590.5").contains("Сенім");
    }
  }

  @Test
  void aSocketIsReachedUnderAPathOfAnyLength() throws IOException {
    Path deep = folder.resolve("d".repeat(120)).resolve("e".repeat(120)).resolve("data");
    assertThat(deep.toString()).hasSizeGreaterThan(LONGEST_SOCKET_PATH);
    Files.createDirectories(deep);
    try (RunningServer server = RunningServer.start(deep)) {
      assertThat(run(deep, "rates", "set", "USD", "1", "2").status()).isZero();
      assertThat(server.err()).isEmpty();
      assertThat(server.stop()).isZero();
    }
    try (Stream<Path> left = Files.list(deep)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .doesNotContain("broadsheet.sock", ".socket");
    }
  }

  @Test
  void keysAreMadeListedAndRevokedWithOrWithoutAServer() {
    Path data = folder.resolve("data");
    Finished added = run(data, "apikey", "add", "wire desk");
    assertThat(added.status()).isZero();
    assertThat(added.out()).matches("bs_[\\w-]{43}\n");
    try (RunningServer server = RunningServer.start(data)) {
      Finished listed = run(server.data(), "apikey", "list");
      assertThat(listed.out())
          .startsWith(added.out().substring(0, 11) + "…")
          .endsWith("never used  wire desk\n")
          .doesNotContain(added.out().strip());
      assertThat(run(data, "apikey", "add", "wire desk").err())
          .isEqualTo("There is a key named “wire desk” already: revoke it first.\n");
      assertThat(run(data, "apikey", "revoke", "wire desk").status()).isZero();
      assertThat(run(data, "apikey", "revoke", "wire desk"))
          .isEqualTo(
              new Finished(
                  1,
                  "",
                  "There is no key named “wire desk”: see apikey list for those there are.\n"));
    }
    assertThat(run(data, "apikey", "list"))
        .isEqualTo(new Finished(0, "", "There are no keys: make one with apikey add NAME.\n"));
  }

  @Test
  void staffIsAddedListedAndSuspendedWithOrWithoutAServer() throws Exception {
    Path data = folder.resolve("data");
    Finished none = run(data, "staff", "list");
    assertThat(none.err())
        .isEqualTo("Nobody works here yet: run staff add NAME --role administrator.\n");
    Finished first = run(data, "staff", "add", "Айгерім", "--role", "administrator");
    assertThat(first.out()).matches("http://127.0.0.1:8080/newsroom/enter\\?link=[\\w-]{43}\n");
    assertThat(first.err()).contains("It signs Айгерім in once, within 3 days");
    try (RunningServer server = RunningServer.start(data);
        HttpClient client = HttpClient.newHttpClient()) {
      Finished berik =
          run(data, "staff", "add", "Berik", "--role", "editor", "--topics", "city,sport");
      assertThat(berik.out()).startsWith(server.uri("/newsroom/enter?link=").toString());
      HttpRequest look = HttpRequest.newBuilder(URI.create(berik.out().strip())).build();
      assertThat(client.send(look, HttpResponse.BodyHandlers.ofString()).body()).contains("Berik");
      assertThat(run(data, "staff", "list").out())
          .isEqualTo("editor  Berik  for city, sport\nadministrator  Айгерім\n");
      assertThat(run(data, "staff", "suspend", "berik").status()).isZero();
      assertThat(client.send(look, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(410);
      assertThat(run(data, "staff", "link", "Berik").err())
          .isEqualTo("“Berik” is suspended and cannot sign in.\n");
    }
    assertThat(run(data, "staff", "suspend", "айгерім").err())
        .isEqualTo("“Айгерім” is the last administrator: add another first.\n");
    assertThat(run(data, "staff", "add", "Berik", "--role", "editor").err())
        .startsWith("There is a “Berik” already");
    assertThat(run(data, "staff", "add", "New", "--role", "king"))
        .isEqualTo(
            new Finished(
                1,
                "",
                "There is no role “king”: it is one of reporter, editor, chief, moderator, rates,"
                    + " administrator.\n"));
    assertThat(run(data, "staff", "link", "Nobody").err())
        .isEqualTo("Nobody is called “Nobody”: see staff list for those there are.\n");
    assertThat(run(data, "staff", "add", "Nobody").status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "usd,1,2,1,is not a currency",
    "USD,x,2,2,is not a price",
    "USD,-1,2,2,is not a price",
    "USD,3,2,1,would be bought for more than it is sold for",
    "USD,1,,2,Missing required parameter",
  })
  void aQuoteThatMakesNoSenseIsRefused(
      String currency, String buy, String sell, int status, String said) {
    Finished finished =
        sell == null
            ? run(folder.resolve("data"), "rates", "set", currency, buy)
            : run(folder.resolve("data"), "rates", "set", currency, buy, sell);
    assertThat(finished.status()).isEqualTo(status);
    assertThat(finished.err()).contains(said);
    assertThat(finished.out()).isEmpty();
  }

  @Test
  void aCommandThatHasTheFolderKeepsOthersOut() throws IOException {
    DataFolder data = DataFolder.at(folder.resolve("data"));
    FolderLock.Outcome taken = FolderLock.take(data, "import");
    assertThat(taken).isInstanceOf(FolderLock.Taken.class);
    assertThat(run(data.path(), "rates", "set", "USD", "1", "2"))
        .isEqualTo(
            new Finished(
                1,
                "",
                "The data folder "
                    + data.path()
                    + " is in use by process "
                    + ProcessHandle.current().pid()
                    + " (broadsheet import): wait until that is done.\n"));
    if (taken instanceof FolderLock.Taken(FolderLock lock)) {
      lock.close();
    }
    assertThat(run(data.path(), "rates", "set", "USD", "1", "2").status()).isZero();
  }

  private static Finished run(Path data, String... command) {
    return TestProcess.plain()
        .run(
            Stream.concat(Stream.of(command), Stream.of("--data", data.toString()))
                .toArray(String[]::new));
  }

  private static String rates(RunningServer server) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(server.uri("/api/v1/rates")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
