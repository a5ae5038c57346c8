package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupCodesTest {
  private final List<String> codes = BackupCodes.fresh(new SecureRandom());

  @Test
  void aSheetHasTenDifferentCodesThatCanBeReadAloud() {
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}"));
  }

  @Test
  void aCodeIsKnownHoweverItIsTyped() {
    String code = codes.getFirst();
    assertThat(BackupCodes.digest(7, code))
        .isPresent()
        .isEqualTo(BackupCodes.digest(7, " " + code.toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(BackupCodes.digest(7, code.replace("-", "")))
        .isEqualTo(BackupCodes.digest(7, code.replace('-', ' ')))
        .isNotEqualTo(BackupCodes.digest(8, code))
        .isNotEqualTo(BackupCodes.digest(7, codes.getLast()));
  }

  @Test
  void anythingElseIsNoBackupCode() {
    for (String wrong :
        List.of("", "123456", "AAAA-AAAA-AAA1", "AAAA-AAAA-AAAAA", "я".repeat(12))) {
      assertThat(BackupCodes.digest(7, wrong)).as(wrong).isEmpty();
    }
  }
}
