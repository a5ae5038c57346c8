package io.broadsheet.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"abc-g\"",
        "W/\"abc-g\"",
        "\"x\", W/\"abc-g\"",
        " \"x\" ,\"abc-g\" , \"y\"",
        "*",
        " * ",
        "\"a,b\",\"abc-g\""
      })
  void namesTheTag(String list) {
    assertThat(EntityTag.in(list, "\"abc-g\"")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc-g",
        "\"abc\"",
        "\"abc-z\"",
        "\"abc-g",
        "\"x\"abc-g\"y\"",
        "**",
        "\"\"",
        "\"ABC-g\""
      })
  void doesNotNameTheTag(String list) {
    assertThat(EntityTag.in(list, "\"abc-g\"")).isFalse();
  }
}
