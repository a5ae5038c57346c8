package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
  @TempDir private Path folder;

  @Test
  void aFileThatIsNoDatabaseIsRefusedByName() throws Exception {
    Files.writeString(database(), "views: 12\n".repeat(1_000));
    assertRefused("audience.db", "damaged", "restore");
  }

  @Test
  void aDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws Exception {
    TestAudience other = new TestAudience(folder.resolve("..").resolve(folder.getFileName()));
    other.close();
    Files.delete(database());
    other.sql("CREATE TABLE recipe (name TEXT)");
    byte[] before = Files.readAllBytes(database());
    assertRefused("audience.db", "not Broadsheet's");
    assertThat(database()).hasBinaryContent(before);
  }

  @Test
  void aFileOfALaterVersionIsRefused() {
    filled().sql("PRAGMA user_version = 99");
    assertRefused("audience.db", "another version", "99");
  }

  @Test
  void aFileWithTornPagesIsRefused() throws Exception {
    filled();
    byte[] bytes = Files.readAllBytes(database());
    for (int page = 1; page * 4096 < bytes.length; page++) {
      java.util.Arrays.fill(bytes, page * 4096, page * 4096 + 200, (byte) 0x5a);
    }
    Files.write(database(), bytes);
    assertRefused("audience.db", "damaged", "restore");
  }

  @Test
  void aFileThatAStartLeftEmptyIsTakenUp() throws Exception {
    Files.createFile(database());
    try (TestAudience test = new TestAudience(folder)) {
      test.audience().admit(1, "en", Set.of(), true);
      assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
    }
  }

  @Test
  void aSecondServerOnTheFolderIsRefused() {
    try (TestAudience test = new TestAudience(folder)) {
      test.audience().admit(1, "en", Set.of(), true);
      assertRefused("audience.db", "no other server");
    }
  }

  @Test
  void aDamagedSaltIsRefusedByName() throws Exception {
    Files.writeString(folder.resolve("visitor-salt"), "20000 abc\n");
    assertRefused("visitor-salt", "damaged", "delete");
  }

  @Test
  void theSaltIsItsOwnersOnlyAndGoneHalfAnHourAfterItsDay() throws Exception {
    Path salt = folder.resolve("visitor-salt");
    try (TestAudience test = new TestAudience(folder)) {
      assertThat(Files.getPosixFilePermissions(salt))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      List<String> first = Files.readAllLines(salt, StandardCharsets.US_ASCII);
      assertThat(first).hasSize(1);
      test.clock.set(Instant.parse("2026-11-21T00:00:00Z"));
      test.settle();
      test.settle();
      List<String> both = Files.readAllLines(salt, StandardCharsets.US_ASCII);
      assertThat(both).hasSize(2).contains(first.getFirst());
      test.clock.set(Instant.parse("2026-11-21T00:31:00Z"));
      test.settle();
      test.settle();
      assertThat(Files.readAllLines(salt, StandardCharsets.US_ASCII))
          .containsExactly(both.getFirst())
          .isNotEqualTo(first);
      assertThat(Files.getPosixFilePermissions(salt)).hasSize(2);
    }
  }

  private TestAudience filled() {
    TestAudience test = new TestAudience(folder);
    test.audience().admit(1, "en", Set.of(), true);
    for (int reader = 0; reader < 300; reader++) {
      test.view(reader, 1);
    }
    test.close();
    return test;
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> Audience.open(folder, () -> TestAudience.START, TestAudience.LIMITS))
        .isInstanceOf(DamagedAudience.class)
        .hasMessageContainingAll(words);
  }

  private Path database() {
    return folder.resolve("audience.db");
  }
}
