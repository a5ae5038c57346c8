package io.broadsheet.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.settings.MailSettings;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailTest {
  private static final List<Duration> SHORT = List.of(Duration.ofMillis(20), Duration.ofMillis(20));
  private static final Letter LETTER =
      new Letter("berik@example.kz", "Кіру сілтемесі: Таң", "Сәлеметсіз бе!\n\nhttps://x.kz/1\n");

  private final TestMailServer server = new TestMailServer();
  private final Mail mail = mail(false);

  @AfterEach
  void close() {
    mail.close();
    server.close();
  }

  @Test
  void aLetterArrivesInItsOwnLetters() throws Exception {
    assertThat(mail.send(LETTER)).isTrue();
    TestMailServer.Received received = server.next();
    assertThat(received.to()).containsExactly("berik@example.kz");
    assertThat(received.source()).isASCII().contains("Auto-Submitted: auto-generated");
    MimeMessage message =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(received.source().getBytes(StandardCharsets.US_ASCII)));
    assertThat(message.getSubject()).isEqualTo(LETTER.subject());
    assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
        .isEqualTo(LETTER.text().strip());
    assertThat(message.getFrom()[0]).asString().contains("news@news.example");
    assertThat(message.getMessageID()).endsWith("@news.example>");
  }

  @Test
  void aServerThatIsBusyIsAskedAgain() throws InterruptedException {
    server.beBusy(2);
    mail.send(LETTER);
    assertThat(server.next().to()).containsExactly("berik@example.kz");
    assertThat(server.connections()).isEqualTo(3);
  }

  @Test
  void whatIsRefusedForGoodIsNotTriedAgainAndTheNextGoesOn() throws InterruptedException {
    server.refuse("550 No such user");
    mail.send(LETTER);
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (server.connections() == 0 && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    Thread.sleep(200);
    assertThat(server.connections()).isEqualTo(1);
    server.refuse("");
    mail.send(LETTER);
    server.next();
    assertThat(server.waiting()).isZero();
  }

  @Test
  void nothingIsSaidInTheClearToAServerThatCannotEncrypt() throws InterruptedException {
    try (Mail careful = mail(true)) {
      careful.send(LETTER);
      long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (server.connections() < 3 && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
      assertThat(server.connections()).isEqualTo(3);
      assertThat(server.waiting()).isZero();
    }
  }

  @Test
  void anAddressIsOneLine() {
    assertThatThrownBy(() -> new Letter("a@b.kz\r\nBcc: c@d.kz", "x", "y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Letter("a@b.kz", "x\r\nBcc: c@d.kz", "y"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(LETTER.toString()).doesNotContain("berik");
  }

  private Mail mail(boolean starttls) {
    return new Mail(
        new MailSettings("127.0.0.1", server.port(), null, null, "news@news.example", starttls),
        "Таң жаңалықтары",
        SHORT);
  }
}
