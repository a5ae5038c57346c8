package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportFilesTest {
  private static final int STORIES = 2_000;
  private static final Pattern REPORT =
      Pattern.compile("([\\d,]+) taken, ([\\d,]+) changed, ([\\d,]+) unchanged, ([\\d,]+) refused");

  private final Path folder = TestFolders.create();
  private final Path data = folder.resolve("data");
  private final Path file = folder.resolve("stories.jsonl");

  @Test
  void filesAreTakenOnceAndReportedByRecord() throws IOException {
    Files.write(file, List.of(story(1), "{\"damaged\"", story(2)));
    Finished first = run("import", "--data", data.toString(), file.toString());
    assertThat(first.status()).isEqualTo(1);
    assertThat(first.out())
        .contains(file + ":1: taken urn:test:1\n")
        .contains(file + ":3: taken urn:test:2\n")
        .endsWith("2 taken, 0 changed, 0 unchanged, 1 refused.\n");
    assertThat(first.err()).startsWith(file + ":2: refused");

    Files.write(file, List.of(story(1), story(2)));
    Finished again = run("import", "--data", data.toString(), file.toString());
    assertThat(again.status()).isZero();
    assertThat(again.out()).endsWith("0 taken, 0 changed, 2 unchanged, 0 refused.\n");
  }

  @Test
  void aDryRunKeepsNothing() throws IOException {
    Files.writeString(file, story(1));
    for (int i = 0; i < 2; i++) {
      Finished dry = run("import", "--dry-run", "--data", data.toString(), file.toString());
      assertThat(dry.status()).isZero();
      assertThat(dry.out()).contains("Dry run, nothing is kept: 1 taken");
    }
  }

  @Test
  void relativePathsStartFromWhereTheCommandWasTyped() throws IOException {
    TestProcess here = TestProcess.plain();
    Files.writeString(here.workingFolder().resolve("stories.json"), story(1));
    try (RunningServer server = RunningServer.start(data)) {
      Finished finished = here.run("import", "--data", server.data().toString(), "stories.json");
      assertThat(finished.out()).endsWith("1 taken, 0 changed, 0 unchanged, 0 refused.\n");
    }
  }

  @Test
  void whatIsNotThereIsNamed() {
    Finished finished = run("import", "--data", data.toString(), folder + "/none.json");
    assertThat(finished.status()).isEqualTo(1);
    assertThat(finished.err()).contains(folder + "/none.json").hasLineCount(1);
    assertThat(run("import", "--data", data.toString()).status()).isEqualTo(2);
  }

  @Test
  void aClientThatLeavesStopsItsImportAndTheNextRunTakesTheRest() throws Exception {
    Files.write(file, IntStream.rangeClosed(1, STORIES).mapToObj(ImportFilesTest::story).toList());
    try (RunningServer server = RunningServer.start(data)) {
      killAfter(100, importing());
      long[] rest = report(run("import", "--data", data.toString(), file.toString()));
      assertThat(rest[0]).as("taken the second time").isBetween(1L, STORIES - 1L);
      assertThat(rest[0] + rest[2]).isEqualTo(STORIES);
      assertThat(server.err()).isEmpty();
    }
  }

  @Test
  void anImportCutOffByAPowerCutIsTakenUpAgainBesideAServerOrAlone() throws Exception {
    Files.write(file, IntStream.rangeClosed(1, STORIES).mapToObj(ImportFilesTest::story).toList());
    killAfter(100, importing());
    RunningServer server = RunningServer.start(data);
    Process client = importing();
    awaitLines(client, 300);
    server.kill();
    assertThat(client.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(client.exitValue()).isEqualTo(1);
    assertThat(new String(client.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .endsWith(
            "The server stopped before this was done: run the command again to do the rest.\n");
    long[] rest = report(run("import", "--data", data.toString(), file.toString()));
    assertThat(rest[0] + rest[2]).isEqualTo(STORIES);
    assertThat(rest[2]).as("kept from both attempts").isPositive();
  }

  private Process importing() throws IOException {
    return TestProcess.plain()
        .builder("import", "--data", data.toString(), file.toString())
        .start();
  }

  private static void killAfter(int lines, Process process) throws Exception {
    awaitLines(process, lines);
    process.destroyForcibly().waitFor();
  }

  private static void awaitLines(Process process, int lines) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (int i = 0; i < lines; i++) {
      assertThat(out.readLine()).isNotNull();
    }
  }

  private static long[] report(Finished finished) {
    assertThat(finished.err().lines().filter(line -> !line.contains(" records, "))).isEmpty();
    assertThat(finished.status()).isZero();
    Matcher report = REPORT.matcher(finished.out());
    assertThat(report.find()).isTrue();
    return IntStream.rangeClosed(1, 4)
        .mapToLong(group -> Long.parseLong(report.group(group).replace(",", "")))
        .toArray();
  }

  private static String story(int number) {
    return """
    {"uri":"urn:test:%d","type":"text","language":"en","versioncreated":"2026-01-02T03:04:05Z",\
    "pubstatus":"usable","headlines":[{"role":"main","value":"Story %d"}],\
    "bodies":[{"role":"main","contenttype":"text/html","value":"<p>Text.</p>"}]}"""
        .formatted(number, number);
  }

  private static Finished run(String... command) {
    return TestProcess.plain().run(command);
  }
}
