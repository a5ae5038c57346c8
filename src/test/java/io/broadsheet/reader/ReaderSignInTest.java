package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import io.broadsheet.mail.TestMailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in as a reader by e-mail, at a real server with a real way to a mail server. */
class ReaderSignInTest {
  private static final Pattern LINK = Pattern.compile("https://news\\.example(/reader/link/\\S+)");

  private static TestMailServer mailbox;
  private static RunningServer server;

  private final HttpClient browser = HttpClient.newHttpClient();

  @BeforeAll
  static void startServers() {
    mailbox = new TestMailServer();
    server =
        RunningServer.start(
            TestProcess.plain()
                .withEnvironment(
                    Map.of(
                        "BROADSHEET_SITE_URL", "https://news.example",
                        "BROADSHEET_SIGNIN_WAYS", "name,email",
                        "BROADSHEET_MAIL_HOST", "127.0.0.1",
                        "BROADSHEET_MAIL_PORT", Integer.toString(mailbox.port()),
                        "BROADSHEET_MAIL_FROM", "news@news.example",
                        "BROADSHEET_MAIL_STARTTLS", "false")),
            "serve",
            TestFolders.create().resolve("data"));
  }

  @AfterAll
  static void stopServers() {
    server.close();
    mailbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "kk, Сәлеметсіз бе!, Кіру сілтемесі: Broadsheet",
    "ru, Здравствуйте!, Ссылка для входа: Broadsheet",
    "en, Hello!, Your link to sign in to Broadsheet"
  })
  void aLetterLeadsInAndBackWithoutScript(String language, String greeting, String subject)
      throws Exception {
    String back = "/" + language + "/";
    String address = "Reader." + language + "@Example.KZ";
    HttpResponse<String> asked =
        post("/reader/sign-in/email", Map.of("email", address, "lang", language, "back", back));
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    assertThat(asked.headers().firstValue("Cache-Control")).contains("no-store");
    MimeMessage letter = letter();
    assertThat(letter.getSubject()).isEqualTo(subject);
    String text = letter.getContent().toString();
    assertThat(text).startsWith(greeting);
    String link = link(text);
    assertThat(get(link).body()).contains("name=\"name\"");
    assertThat(get(link).body()).as("looked at and still good").contains("name=\"name\"");
    HttpResponse<String> in = post(link, Map.of("name", "Айгерім <b>", "lang", language));
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains(back);
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).startsWith("reader=s.").contains("HttpOnly", "SameSite=Lax", "Secure");
    String sent = cookie.substring(0, cookie.indexOf(';'));
    assertThat(get("/reader/sign-in?lang=" + language, "Cookie", sent).body())
        .contains("Айгерім &lt;b")
        .contains("/reader/sign-out");
    assertThat(post(link, Map.of("name", "Айгерім")).statusCode()).isEqualTo(410);
    HttpResponse<String> out = post("/reader/sign-out", Map.of(), "Cookie", sent);
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(get("/reader/sign-in", "Cookie", sent).body()).contains("name=\"email\"");
  }

  @Test
  void theAnswerIsTheSameWhetherOrNotTheAddressIsKnown() throws Exception {
    String first = post("/reader/sign-in/email", Map.of("email", "known@example.kz")).body();
    post(link(letter().getContent().toString()), Map.of("name", "Known"));
    assertThat(post("/reader/sign-in/email", Map.of("email", "known@example.kz")).body())
        .isEqualTo(first);
    assertThat(get(link(letter().getContent().toString())).body()).contains("<bdi>Known</bdi>");
    HttpResponse<String> third = post("/reader/sign-in/email", Map.of("email", "known@example.kz"));
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
  }

  @Test
  void anAccountIsDeletedOnlyByWhoSaysSoTwiceAndIsNewTheNextTime() throws Exception {
    String path = "/reader/account/delete";
    assertThat(get(path).statusCode()).as("who has no account").isEqualTo(303);
    post("/reader/sign-in/email", Map.of("email", "leaving@example.kz"));
    HttpResponse<String> in =
        post(link(letter().getContent().toString()), Map.of("name", "Leaving"));
    String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
    String sent = cookie.substring(0, cookie.indexOf(';'));
    assertThat(get("/reader?lang=en", "Cookie", sent).body()).contains(path);
    assertThat(get(path, "Cookie", sent).body()).contains("value=\"keep\"", "value=\"delete\"");
    post(path, Map.of("sure", "yes"), "Cookie", sent);
    post(path, Map.of("words", "keep"), "Cookie", sent);
    assertThat(get("/reader?lang=en", "Cookie", sent).body()).as("unsure").contains(path);
    Map<String, String> sure = Map.of("words", "delete", "sure", "yes");
    assertThat(post(path, sure, "Cookie", sent, "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    HttpResponse<String> gone = post(path, sure, "Cookie", sent);
    assertThat(gone.statusCode()).isEqualTo(200);
    assertThat(gone.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(get("/reader?lang=en", "Cookie", sent).body()).doesNotContain(path);
    post("/reader/sign-in/email", Map.of("email", "leaving@example.kz"));
    assertThat(get(link(letter().getContent().toString())).body()).contains("name=\"name\"");
  }

  @Test
  void hostileAddressesAndNamesComeToNothing() throws Exception {
    for (String hostile :
        new String[] {
          "a@b.kz\r\nBcc: all@b.kz", "a@b.kz\nX: y", "<script>@b.kz", "a@b", "\0@b.kz"
        }) {
      HttpResponse<String> answer = post("/reader/sign-in/email", Map.of("email", hostile));
      assertThat(answer.statusCode()).as(hostile).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("<script>@");
    }
    assertThat(mailbox.waiting()).isZero();
  }

  @Test
  void anothersPageSignsNobodyInOrOut() throws Exception {
    for (String path :
        new String[] {"/reader/sign-out", "/reader/link/x", "/reader/sign-in/email"}) {
      assertThat(
              post(path, Map.of("email", "a@b.kz"), "Origin", "https://evil.example").statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  @Test
  void nobodyIsLedToAnotherSite() throws Exception {
    HttpResponse<String> page = get("/reader/sign-in?back=https://evil.example/&lang=en");
    assertThat(page.body()).doesNotContain("evil.example");
    HttpResponse<String> out =
        post("/reader/sign-out", Map.of("back", "//evil.example", "lang", "en"));
    assertThat(out.headers().firstValue("Location")).contains("/reader/sign-in?lang=en");
  }

  @Test
  void moreThanAFormIsNotRead() throws Exception {
    assertThat(post("/reader/sign-in/email", Map.of("email", "a".repeat(40_000))).statusCode())
        .isEqualTo(413);
  }

  @Test
  void whatIsNotOfferedIsNotThere() throws Exception {
    String page = get("/reader/sign-in?lang=en").body();
    assertThat(page).contains("name=\"email\"").doesNotContain("data-passkey", "/reader/oidc");
  }

  private static MimeMessage letter() throws InterruptedException, MessagingException {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(mailbox.next().source().getBytes(StandardCharsets.US_ASCII)));
  }

  private static String link(String text) {
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group(1);
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.uri(path)), headers);
  }

  private HttpResponse<String> post(String path, Map<String, String> form, String... headers)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())),
        headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws IOException, InterruptedException {
    if (headers.length > 0) {
      request.headers(headers);
    }
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
