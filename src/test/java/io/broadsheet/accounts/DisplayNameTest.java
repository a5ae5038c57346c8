package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayNameTest {

  @Test
  void namesOfOurReadersStayAsTheyAre() {
    for (String name : new String[] {"Әлия Қасымқызы", "Иван О’Нил", "Zoë 7", "李小龍", "a.b"}) {
      assertThat(cleaned(name)).isEqualTo(name);
    }
  }

  @Test
  void whatCannotBeSeenGoes() {
    assertThat(cleaned(" Ali\u202Eya\u200B \t\r\n X\u0000\uFEFF ")).isEqualTo("Aliya X");
    assertThat(cleaned("e\u0301ric")).isEqualTo("éric");
    assertThat(cleaned("Abc" + "\u0335".repeat(30)).length()).isLessThan(8);
  }

  @Test
  void tooLittleAndTooMuchIsNoName() {
    assertThat(DisplayName.of("ab")).isEmpty();
    assertThat(DisplayName.of("\u200B\u200C\u200D\u3164\u2060")).isEmpty();
    assertThat(DisplayName.of("...")).isEmpty();
    assertThat(DisplayName.of("a".repeat(40))).isPresent();
    assertThat(DisplayName.of("a".repeat(41))).isEmpty();
    assertThat(DisplayName.of("\u200B".repeat(1_000_000))).isEmpty();
  }

  private static String cleaned(String typed) {
    return DisplayName.of(typed).orElseThrow().text();
  }
}
