package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WayBackTest {

  @Test
  void pathsOfOursAreKept() {
    for (String path :
        List.of("/", "/kk/", "/ru/12-nazvanie#c-7", "/en/top?by=read&window=24h", "/kk/%D2%9B")) {
      assertThat(WayBack.checked(path)).isEqualTo(path);
    }
  }

  @Test
  void whatCouldLeadToAnotherSiteIsNot() {
    for (String hostile :
        List.of(
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "evil.example",
            " /kk/",
            "/\t/evil.example",
            "/kk/\r\nSet-Cookie: reader=x",
            "/kk/@evil.example",
            "/" + "a".repeat(500))) {
      assertThat(WayBack.checked(hostile)).as(hostile).isEmpty();
    }
  }
}
