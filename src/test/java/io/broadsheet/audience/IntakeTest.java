package io.broadsheet.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.web.Network;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  private static final String FIREFOX =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

  @TempDir private Path folder;
  private TestAudience test;

  @BeforeEach
  void open() {
    test = new TestAudience(folder);
    test.audience().admit(1, "en", Set.of(), true);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void onlyPublishedArticlesCount() {
    assertThat(test.view(1, 7)).isEqualTo(Outcome.UNKNOWN);
    assertThat(test.view(1, 1)).isEqualTo(Outcome.COUNTED);
    test.audience().dismiss(1);
    assertThat(test.view(2, 1)).isEqualTo(Outcome.UNKNOWN);
    assertThat(test.views(1)).isEqualTo(1);
    test.audience().admit(1, "en", Set.of(), true);
    assertThat(test.view(2, 1)).isEqualTo(Outcome.COUNTED);
    assertThat(test.views(1)).isEqualTo(2);
    assertThat(test.audience().numbers().unknown()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "mozilla/5.0 (compatible; YANDEXBOT/3.0)",
        "Mozilla/5.0 (compatible; SomebodysNewCrawler)",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/130.0",
        "TelegramBot (like TwitterBot)"
      })
  void declaredBotsDoNotCount(String agent) {
    assertThat(view("10.0.0.1", agent)).isEqualTo(Outcome.BOT);
    assertThat(test.views(1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        FIREFOX,
        "Mozilla/5.0 (Linux; Android 13; CUBOT_NOTE_S) Chrome/130.0 Mobile Safari/537.36",
        "curl/8.5.0",
        "агент Googlebo",
      })
  void readersAreNotTakenForBots(String agent) {
    assertThat(view("10.0.0.1", agent)).isEqualTo(Outcome.COUNTED);
  }

  @Test
  void whatIsFetchedAheadDoesNotCount() throws Exception {
    View view = new View(1, InetAddress.ofLiteral("10.0.0.1"), FIREFOX, true);
    assertThat(test.await(view)).isEqualTo(Outcome.BOT);
  }

  @Test
  void aHouseholdIsOneReaderByAgent() {
    assertThat(view("2001:db8:1:2::1", FIREFOX)).isEqualTo(Outcome.COUNTED);
    assertThat(view("2001:db8:1:2:ffff::9", FIREFOX)).isEqualTo(Outcome.REPEAT);
    assertThat(view("2001:db8:1:3::1", FIREFOX)).isEqualTo(Outcome.COUNTED);
    assertThat(view("2001:db8:1:2::1", FIREFOX + "x")).isEqualTo(Outcome.COUNTED);
  }

  @Test
  void ipv4InIpv6IsIpv4() throws Exception {
    byte[] mapped = new byte[16];
    mapped[10] = mapped[11] = (byte) 0xff;
    mapped[12] = 10;
    mapped[15] = 5;
    InetAddress in6 = java.net.Inet6Address.getByAddress(null, mapped, -1);
    assertThat(Network.of(in6)).isEqualTo(Network.of(InetAddress.ofLiteral("10.0.0.5")));
  }

  @Test
  void anAddressBlockHasItsShareOfAMinute() {
    test.restart(new AudienceLimits(3, 100, 100, 1_000));
    test.audience().admit(1, "en", Set.of(), true);
    test.clock.advance(Duration.ofSeconds(20));
    for (int i = 0; i < 3; i++) {
      assertThat(view("192.0.2." + i, FIREFOX)).isEqualTo(Outcome.COUNTED);
    }
    assertThat(view("192.0.2.77", FIREFOX)).isEqualTo(new Outcome.Limited(Duration.ofSeconds(40)));
    assertThat(view("192.0.3.1", FIREFOX)).isEqualTo(Outcome.COUNTED);
    test.clock.advance(Duration.ofSeconds(40));
    assertThat(view("192.0.2.77", FIREFOX)).isEqualTo(Outcome.COUNTED);
    assertThat(test.audience().numbers().limited()).isEqualTo(1);
  }

  @Test
  void anIpv6BlockIsTheFirst48Bits() {
    test.restart(new AudienceLimits(1, 100, 100, 1_000));
    test.audience().admit(1, "en", Set.of(), true);
    assertThat(view("2001:db8:1:2::1", FIREFOX)).isEqualTo(Outcome.COUNTED);
    assertThat(view("2001:db8:1:3::1", FIREFOX)).isInstanceOf(Outcome.Limited.class);
    assertThat(view("2001:db8:2:3::1", FIREFOX)).isEqualTo(Outcome.COUNTED);
  }

  @Test
  void noRawAddressIsStored() throws Exception {
    test.view(0x010203, 1);
    test.close();
    try (var files = java.nio.file.Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes =
            new String(
                java.nio.file.Files.readAllBytes(file),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("10.1.2.3").doesNotContain("\n\u0001\u0002\u0003");
      }
    }
    assertThat(new View(1, TestAudience.address(5), "a", false).toString()).doesNotContain("10.");
  }

  private Outcome view(String address, String agent) {
    return test.await(new View(1, InetAddress.ofLiteral(address), agent, false));
  }
}
