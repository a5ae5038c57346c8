package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeeperTest {
  private static final byte[] SECRET = {1, 2, 3, 4, 5};

  @TempDir Path folder;

  @Test
  void whatIsSealedIsReadAgainAfterARestart() {
    String sealed = keeper(folder).seal(7, SECRET);
    assertThat(keeper(folder).open(7, sealed)).contains(SECRET);
    assertThat(keeper(folder).seal(7, SECRET)).isNotEqualTo(sealed);
  }

  @Test
  void itIsNothingToAnotherMemberOrWithAnotherKey(@TempDir Path elsewhere) {
    String sealed = keeper(folder).seal(7, SECRET);
    assertThat(keeper(folder).open(8, sealed)).isEmpty();
    assertThat(keeper(elsewhere).open(7, sealed)).isEmpty();
  }

  @Test
  void onlyTheOwnerMayReadTheKey() throws IOException {
    keeper(folder).seal(7, SECRET);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
  }

  @Test
  void aDamagedKeyIsNeverReplacedInSilence() throws IOException {
    Files.write(key(), SECRET);
    SecretKeeper keeper = keeper(folder);
    assertThatThrownBy(() -> keeper.seal(7, SECRET))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessageContaining("is damaged");
    assertThat(key()).hasBinaryContent(SECRET);
  }

  private Path key() {
    return folder.resolve(SecretKeeper.FILE);
  }

  private static SecretKeeper keeper(Path folder) {
    return new SecretKeeper(folder, new SecureRandom());
  }
}
