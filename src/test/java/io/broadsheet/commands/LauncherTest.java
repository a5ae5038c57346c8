package io.broadsheet.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The launcher, copied into a folder of its own whose name has a space in it. */
class LauncherTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "bash",
          "dirname",
          "basename",
          "readlink",
          "sed",
          "tr",
          "find",
          "head",
          "cat",
          "mkdir",
          "mktemp",
          "mv",
          "rm",
          "grep",
          "env",
          "sleep",
          "uname");

  private final Path folder = TestFolders.create();
  private final Path sources = folder.resolve("my portal");
  private final Path tools = folder.resolve("tools");
  private final Path jdks = folder.resolve("jdks");

  @BeforeEach
  void copyTheLauncher() throws IOException {
    Files.createDirectories(sources.resolve("src/main"));
    Files.createDirectories(tools);
    Files.createDirectories(jdks);
    copy(Path.of("broadsheet"));
    copy(Path.of("pom.xml"));
    for (String tool : TOOLS) {
      Path real = onPath(tool);
      Files.createSymbolicLink(tools.resolve(tool), real);
    }
  }

  @Test
  void withoutAJdkItSaysWhatToInstall() throws Exception {
    assertThat(launch("serve"))
        .isEqualTo(
            new Finished(
                1,
                "",
                "Broadsheet needs a JDK 25 or later, and none was found: install one, or set"
                    + " JAVA_HOME to its folder.\n"));
  }

  @Test
  void aJdkThatIsTooOldIsNamed() throws Exception {
    jdk("old", "17.0.9");
    Path newer = jdk("newer", "21.0.1");
    assertThat(launch("serve"))
        .isEqualTo(
            new Finished(
                1,
                "",
                "Broadsheet needs a JDK 25 or later, and the newest found is 21 in "
                    + newer
                    + ": install one, or set JAVA_HOME to its folder.\n"));
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    jdk("new", "25.0.3");
    assertThat(launch("serve"))
        .isEqualTo(
            new Finished(
                1,
                "",
                "Broadsheet is built with Maven, and no mvn is on the path: install Maven 3.8 or"
                    + " later.\n"));
  }

  @Test
  void whatKeepsMavenFromBuildingIsShownInFull() throws Exception {
    jdk("new", "26");
    script(tools.resolve("mvn"), "echo \"[ERROR] with $JAVA_HOME\"; echo why >&2; exit 1");
    Finished finished = launch("serve");
    assertThat(finished.status()).isEqualTo(1);
    assertThat(finished.out()).isEmpty();
    assertThat(finished.err())
        .startsWith("Building Broadsheet with JDK 26")
        .contains("[ERROR] with " + jdks.resolve("new") + "\nwhy\n")
        .contains("Broadsheet could not be built");
    assertThat(sources.resolve("target/building")).doesNotExist();
  }

  @Test
  @Tag("long")
  void itBuildsOnceStartsFromAnywhereAndBuildsAgainWhenASourceChanges() throws Exception {
    copyAll(Path.of("src/main"));
    if (Files.exists(Path.of(".mvn"))) {
      copyAll(Path.of(".mvn"));
    }
    String path = System.getenv("PATH");
    script(tools.resolve("mvn"), "PATH='" + path + "' exec '" + onPath("mvn") + "' \"$@\"");
    Files.createSymbolicLink(jdks.resolve("this"), Path.of(System.getProperty("java.home")));
    Path link = Files.createSymbolicLink(folder.resolve("bs"), sources.resolve("broadsheet"));

    Finished first = launch(link, "--help");
    assertThat(first.err()).contains("compiling").endsWith("Broadsheet is built.\n");
    assertThat(first.out()).startsWith("Usage: broadsheet");
    assertThat(first.status()).isZero();
    assertThat(sources.resolve("target/app/start.aot")).exists();

    Finished second = launch(link, "serve", "--port", "x");
    assertThat(second.status()).isEqualTo(2);
    assertThat(second.err()).startsWith("Invalid value for option '--port'");
    aSignalReachesTheServer(link);

    Files.writeString(
        sources.resolve("src/main/java/io/broadsheet/package-info.java"),
        "/** Changed. */\n@org.jspecify.annotations.NullMarked\npackage io.broadsheet;\n");
    assertThat(launch(link, "--help").err()).startsWith("Building Broadsheet again");
    assertThat(launch(link, "--help").err()).isEmpty();
  }

  private void aSignalReachesTheServer(Path launcher) throws Exception {
    Path out = folder.resolve("served");
    Process server = process(launcher, "serve", "--port", "0").redirectOutput(out.toFile()).start();
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!Files.readString(out).contains("Broadsheet is ready: ")) {
        assertThat(server.isAlive()).isTrue();
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.sleep(50);
      }
      assertThat(folder.resolve("data/broadsheet.db")).exists();
      server.destroy();
      assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(server.exitValue()).isZero();
    } finally {
      server.destroyForcibly();
    }
  }

  private Finished launch(String... arguments) throws Exception {
    return launch(sources.resolve("broadsheet"), arguments);
  }

  private Finished launch(Path launcher, String... arguments) throws Exception {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        process(launcher, arguments)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The launcher did not end:\n" + Files.readString(err));
    }
    return new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private ProcessBuilder process(Path launcher, String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList())
            .directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("BROADSHEET_"));
    builder.environment().keySet().removeAll(List.of("JAVA_HOME", "CI", "MAVEN_OPTS"));
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("BROADSHEET_JDKS", jdks.toString());
    return builder;
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(jdks.resolve(name));
    script(Files.createDirectories(home.resolve("bin")).resolve("javac"), "exit 1");
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void script(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void copyAll(Path from) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file);
      }
    }
  }

  private void copy(Path file) throws IOException {
    Path copy = sources.resolve(file.toString());
    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(place -> Path.of(place, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + tool + " on the path"));
  }
}
