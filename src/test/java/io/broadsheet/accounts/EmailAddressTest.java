package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmailAddressTest {

  @Test
  void oneAddressIsWrittenInOneWay() {
    assertThat(text(" Aigerim.K+news@Example.KZ ")).isEqualTo("aigerim.k+news@example.kz");
    assertThat(text("berik@почта.қаз")).matches("berik@xn--[a-z0-9-]+\\.xn--[a-z0-9-]+");
  }

  @Test
  void whatCouldBeMoreThanAnAddressIsNone() {
    for (String hostile :
        List.of(
            "",
            "@",
            "a@",
            "@b.kz",
            "a@b",
            "a@b@c.kz",
            "a b@c.kz",
            "a@b.kz\r\nBcc: all@b.kz",
            "a\r\nBcc: x@b.kz\r\n@b.kz",
            "a@b.kz,c@d.kz",
            "a@b.kz;c@d.kz",
            "<a@b.kz>",
            "Name <a@b.kz>",
            "\"a\"@b.kz",
            "a@[192.0.2.1]",
            "a@192.0.2.1",
            "a..b@c.kz",
            ".a@c.kz",
            "a@-b.kz",
            "a@b..kz",
            "a\u0000@b.kz",
            "аlex@b.kz",
            "a@b.kz\u2028x",
            "a".repeat(65) + "@b.kz",
            "a@" + "b".repeat(64) + ".kz",
            "a@" + "b.".repeat(130) + "kz",
            "a@b.kz" + " ".repeat(10) + "c")) {
      assertThat(EmailAddress.of(hostile)).as(hostile).isEmpty();
    }
  }

  private static String text(String typed) {
    return EmailAddress.of(typed).orElseThrow().text();
  }
}
