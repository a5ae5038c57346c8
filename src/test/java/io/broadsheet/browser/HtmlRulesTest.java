package io.broadsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlRulesTest {

  @Test
  void aWellMadePageIsFaultless() throws Exception {
    assertThat(
            HtmlRules.broken(
                "<!doctype html><html lang=en><title>T</title><style>a{color:#fff}</style><p>x"))
        .isEmpty();
  }

  @Test
  void aBrokenPageIsNot() throws Exception {
    assertThat(HtmlRules.broken("<!doctype html><html lang=en><title>T</title><ul><p>x</ul><img>"))
        .isNotEmpty();
  }
}
