package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.TestFolders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeTest {
  private final Path folder = TestFolders.create();

  @Test
  void theReadyLineNamesTheAddressThatAnswersAndASignalStopsItWithStatusZero() {
    try (RunningServer server = RunningServer.start()) {
      URI home = server.uri("/");
      assertThat(home.getPort()).isPositive();
      assertThat(server.out())
          .isEqualTo("Broadsheet is ready: http://127.0.0.1:" + home.getPort() + "/\n");
      assertThat(server.stop()).isZero();
      assertThat(server.err()).isEmpty();
    }
  }

  @Test
  void whatIsAskedWhileItStopsIsAnsweredOrTurnedAway() throws Exception {
    try (RunningServer server = RunningServer.start();
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest question = HttpRequest.newBuilder(server.uri("/api/v1/search?q=ferry")).build();
      Set<Integer> statuses = ConcurrentHashMap.newKeySet();
      CountDownLatch answered = new CountDownLatch(1);
      FutureTask<?> asking =
          new FutureTask<>(
              () -> {
                while (true) {
                  statuses.add(client.send(question, BodyHandlers.discarding()).statusCode());
                  answered.countDown();
                }
              });
      Thread.ofVirtual().start(asking);
      assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(server.stop()).isZero();
      assertThatThrownBy(asking::get).hasCauseInstanceOf(IOException.class);
      assertThat(statuses).contains(200).isSubsetOf(200, 503);
      assertThat(server.out() + server.err()).doesNotContain("Fault");
    }
  }

  @Test
  void aSecondServerIsRefusedWithTheProcessThatHasTheFolder() {
    try (RunningServer server = RunningServer.start()) {
      failed(
          serve(server.data()),
          "The data folder "
              + server.data()
              + " is in use by process "
              + server.pid()
              + " (broadsheet serve): stop that first, or name another folder with --data.");
    }
  }

  @Test
  void afterKillMinusNineTheFolderOpensAgain() throws IOException {
    Path data = folder.resolve("data");
    RunningServer killed = RunningServer.start(data);
    killed.kill();
    assertThat(data.resolve("broadsheet.sock")).exists();
    try (RunningServer server = RunningServer.start(data)) {
      assertThat(server.err()).isEmpty();
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(data.resolve("broadsheet.sock"))))
          .isEqualTo("rw-------");
    }
    assertThat(data.resolve("broadsheet.sock")).doesNotExist();
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      failed(
          serve(folder.resolve("data"), "--port", String.valueOf(other.getLocalPort())),
          "Port "
              + other.getLocalPort()
              + " is taken by another program: stop it, or choose another port with --port (0"
              + " takes any free one).");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsRefused() {
    Finished finished = serve(folder.resolve("data"), "--port", "0", "--host", "192.0.2.1");
    assertThat(finished.status()).isEqualTo(1);
    assertThat(finished.err())
        .startsWith("Broadsheet cannot listen on this address")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "--port,70000,is not a port: choose one from 0 to 65535",
    "--port,-1,is not a port: choose one from 0 to 65535",
    "--port,http,is not a port: choose one from 0 to 65535",
    "--host,no such host,is not an address",
    "--colour,red,Unknown options: '--colour'"
  })
  void anOptionThatMakesNoSenseIsAUsageError(String option, String value, String said) {
    Finished finished = serve(folder.resolve("data"), option, value);
    assertThat(finished.status()).isEqualTo(2);
    assertThat(finished.err()).contains(said).contains("Usage: broadsheet serve");
    assertThat(finished.out()).isEmpty();
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Files.createFile(photos.resolve("cat.jpg"));
    failed(
        serve(photos),
        photos
            + " holds files that are not Broadsheet's: name an empty folder, or one that Broadsheet"
            + " made, with --data.");
    assertThat(photos).isDirectoryContaining(file -> file.endsWith("cat.jpg"));
    failed(
        serve(photos.resolve("cat.jpg")),
        photos.resolve("cat.jpg") + " is a file: name a folder with --data.");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() {
    failed(
        serve(Path.of("/dev/null/data")),
        "The data folder /dev/null/data cannot be made: name another with --data.");
  }

  @Test
  void aDamagedDatabaseIsNamed() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path database = Files.writeString(data.resolve("broadsheet.db"), "no database");
    Finished finished = serve(data);
    failed(
        finished,
        "The file "
            + database
            + " is damaged, it is not a SQLite database: restore it from a backup, with the files of"
            + " the same name that end in -wal and -shm.");
  }

  @Test
  void aFolderInTheDatabasesPlaceIsNamed() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.createFile(data.resolve("broadsheet.lock"));
    Path database = Files.createDirectory(data.resolve("audience.db"));
    Finished finished = serve(data);
    assertThat(finished.status()).isEqualTo(1);
    assertThat(finished.err())
        .startsWith("The file " + database + " is damaged, it is not a SQLite database")
        .hasLineCount(1);
  }

  @Test
  void aFolderWithoutANameOrWithTooLongAPathIsRefused() {
    Finished unnamed = TestProcess.plain().run("serve", "--port", "0", "--data", "");
    assertThat(unnamed.status()).isEqualTo(2);
    assertThat(unnamed.err()).contains("'--data'").contains("its name is empty: name a folder");
    Path deep = folder;
    for (int i = 0; i < 6; i++) {
      deep = deep.resolve("d".repeat(100));
    }
    Finished finished = serve(deep);
    assertThat(finished.status()).isEqualTo(1);
    assertThat(finished.err())
        .contains("that SQLite can use: name one that is shorter with --data");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void settingsThatCannotBeUsedRefuseTheStart() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("broadsheet.yaml"), "broadsheet.limits.views-per-minute: many");
    failed(
        serve(data),
        "The setting broadsheet.limits.views-per-minute is “many”; allowed is a whole number.");
    Finished finished =
        TestProcess.plain()
            .withEnvironment(Map.of("BROADSHEET_SITE_URL", "example"))
            .run("serve", "--port", "0", "--data", folder.resolve("other").toString());
    failed(
        finished,
        "The setting broadsheet.site.url is “example”; allowed is http:// or https:// and a host,"
            + " without a path.");
  }

  @Test
  void aPostgresqlThatIsNotThereIsNamed() {
    Finished finished =
        TestProcess.plain()
            .withEnvironment(Map.of("BROADSHEET_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x"))
            .run("serve", "--port", "0", "--data", folder.resolve("data").toString());
    assertThat(finished.status()).isEqualTo(1);
    assertThat(finished.err())
        .startsWith("PostgreSQL cannot be reached (")
        .endsWith("): start it, or correct broadsheet.database.url.\n")
        .hasLineCount(1);
  }

  @Test
  void aDiskThatRunsLowIsWarnedOfInTheLogAndInHealth() throws Exception {
    TestProcess wary =
        TestProcess.plain().withEnvironment(Map.of("BROADSHEET_DISKWARNING", "1000000GB"));
    try (RunningServer server = RunningServer.start(wary, "serve", folder.resolve("data"))) {
      assertThat(get(server.uri("/health/ready")).body())
          .contains("\"status\":\"ready\"")
          .contains("MB left: make room on it");
      assertThat(server.err()).contains("MB left: make room on it").hasLineCount(1);
    }
  }

  @Test
  void withAManagementPortNobodyReadsMetricsOnTheOrdinaryOne() throws Exception {
    int port = freePort();
    TestProcess managed =
        TestProcess.plain()
            .withEnvironment(Map.of("BROADSHEET_WEB_MANAGEMENTPORT", String.valueOf(port)));
    try (RunningServer server = RunningServer.start(managed, "serve", folder.resolve("data"))) {
      assertThat(server.uri("/").getPort()).isNotEqualTo(port);
      assertThat(get(server.uri("/metrics")).statusCode()).isEqualTo(404);
      URI inside = URI.create("http://127.0.0.1:" + port + "/metrics");
      assertThat(get(inside).body())
          .contains("jvm_memory_used_bytes")
          .contains("broadsheet_recount_drifts{counts=\"comments\"}")
          .contains("broadsheet_recount_drifts{counts=\"reactions\"}");
    }
  }

  @Test
  void aTakenManagementPortIsNamed() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(other.getLocalPort());
      Finished finished =
          TestProcess.plain()
              .withEnvironment(Map.of("BROADSHEET_WEB_MANAGEMENTPORT", port))
              .run("serve", "--port", "0", "--data", folder.resolve("data").toString());
      failed(
          finished,
          "Port "
              + port
              + " is taken by another program: stop it, or choose another with"
              + " broadsheet.web.management-port.");
    }
  }

  private static HttpResponse<String> get(URI address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void failed(Finished finished, String sentence) {
    assertThat(finished).isEqualTo(new Finished(1, "", sentence + "\n"));
  }

  private static Finished serve(Path data, String... options) {
    String[] line = new String[options.length + 3];
    System.arraycopy(new String[] {"serve", "--data", data.toString()}, 0, line, 0, 3);
    System.arraycopy(options, 0, line, 3, options.length);
    return TestProcess.plain().run(line);
  }
}
