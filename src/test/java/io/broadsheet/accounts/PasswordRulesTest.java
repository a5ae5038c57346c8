package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules();

  @Test
  void whatIsLongAndNotObviousIsTaken() {
    for (String password :
        List.of(
            "four green ferries",
            "тынық көл жағасы",
            "aaaaaaaaaaab",
            "x7!x7!x7!x7?",
            "😀😃😄😁😆😅😂🙂🙃😉😊😇",
            "ab".repeat(99) + "cd")) {
      assertThat(flaw(password)).as(password).isNull();
    }
  }

  @Test
  void lengthIsCountedInCharactersAsTheyAreWritten() {
    assertThat(flaw("eleven char")).isEqualTo(PasswordFlaw.SHORT);
    assertThat(flaw("😀😃😄😁😆😅")).isEqualTo(PasswordFlaw.SHORT);
    assertThat(flaw("ab".repeat(99) + "cde")).isEqualTo(PasswordFlaw.LONG);
    assertThat(flaw("")).isEqualTo(PasswordFlaw.SHORT);
  }

  @Test
  void onesOwnNameIsNoPassword() {
    assertThat(flaw("aigerim kaliyeva")).isEqualTo(PasswordFlaw.NAME);
    assertThat(flaw("AigerimKaliyeva1987!")).isEqualTo(PasswordFlaw.NAME);
    assertThat(rules.flaw("100500", "918273645500")).isEmpty();
  }

  @Test
  void whatIsTriedFirstIsRefused() {
    for (String password :
        List.of(
            "password123456",
            "Qwertyuiop12",
            "ЙЦУКЕНГШЩЗХЪ",
            "парольпароль",
            "Қазақстан2026",
            "123456789012",
            "aaaaaaaaaaaa",
            "abc1abc1abc1",
            "ferries ferries ",
            "let me in 2026!!")) {
      assertThat(flaw(password)).as(password).isEqualTo(PasswordFlaw.COMMON);
    }
  }

  @Test
  void allWaysOfTypingAPasswordAreOne() {
    assertThat(PasswordRules.normalize("ｆｏｕｒ й")).isEqualTo(PasswordRules.normalize("four й"));
  }

  private @org.jspecify.annotations.Nullable PasswordFlaw flaw(String password) {
    return rules.flaw("Aigerim Kaliyeva", PasswordRules.normalize(password)).orElse(null);
  }
}
