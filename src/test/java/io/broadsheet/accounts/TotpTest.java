package io.broadsheet.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:10Z");

  /** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
  private static final Map<Long, String> VECTORS =
      Map.of(
          59L, "287082",
          1_111_111_109L, "081804",
          1_111_111_111L, "050471",
          1_234_567_890L, "005924",
          2_000_000_000L, "279037",
          20_000_000_000L, "353130");

  @Test
  void codesAreThoseOfTheRfc() {
    VECTORS.forEach(
        (second, code) ->
            assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second))))
                .as("second %d", second)
                .isEqualTo(code));
  }

  @Test
  void aClockMayBeOneStepOffAndNoMore() {
    long step = Totp.step(NOW);
    for (long off = -4; off <= 4; off++) {
      assertThat(Totp.accept(SECRET, Totp.code(SECRET, step + off), NOW, -1).isPresent())
          .as("%d steps off", off)
          .isEqualTo(Math.abs(off) <= 1);
    }
  }

  @Test
  void aCodeIsTakenOnceAndNoneFromBeforeIt() {
    long step = Totp.step(NOW);
    assertThat(Totp.accept(SECRET, Totp.code(SECRET, step), NOW, step - 1)).hasValue(step);
    assertThat(Totp.accept(SECRET, Totp.code(SECRET, step), NOW, step)).isEmpty();
    assertThat(Totp.accept(SECRET, Totp.code(SECRET, step - 1), NOW, step)).isEmpty();
    assertThat(Totp.accept(SECRET, Totp.code(SECRET, step + 1), NOW, step)).hasValue(step + 1);
  }

  @Test
  void anythingElseIsNoCode() {
    String right = Totp.code(SECRET, Totp.step(NOW));
    for (String wrong :
        List.of(
            "", "0", right + "0", " " + right, right.substring(1), "щ".repeat(6), "9".repeat(99))) {
      assertThat(Totp.accept(SECRET, wrong, NOW, -1)).as(wrong).isEmpty();
    }
  }

  @Test
  void secretsAreWrittenInBase32() {
    // RFC 4648, section 10, without its padding.
    Map.of(
            "",
            "",
            "f",
            "MY",
            "fo",
            "MZXQ",
            "foo",
            "MZXW6",
            "foob",
            "MZXW6YQ",
            "foobar",
            "MZXW6YTBOI")
        .forEach(
            (text, base32) ->
                assertThat(TotpUri.base32(text.getBytes(StandardCharsets.US_ASCII)))
                    .isEqualTo(base32));
    assertThat(TotpUri.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }

  @Test
  void theAddressNamesSiteAndMember() {
    assertThat(TotpUri.of("Вести: день", "Айгерім К.", SECRET))
        .isEqualTo(
            "otpauth://totp/%D0%92%D0%B5%D1%81%D1%82%D0%B8%20%D0%B4%D0%B5%D0%BD%D1%8C"
                + ":%D0%90%D0%B9%D0%B3%D0%B5%D1%80%D1%96%D0%BC%20%D0%9A."
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=%D0%92%D0%B5%D1%81%D1%82%D0%B8%20%D0%B4%D0%B5%D0%BD%D1%8C"
                + "&algorithm=SHA1&digits=6&period=30");
  }
}
