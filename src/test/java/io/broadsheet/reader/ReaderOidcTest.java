package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.commands.RunningServer;
import io.broadsheet.commands.TestProcess;
import io.broadsheet.oidc.TestProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in as a reader by a provider of OpenID Connect, at a real server. */
class ReaderOidcTest {
  private static TestProvider provider;
  private static RunningServer server;

  private final HttpClient browser = HttpClient.newHttpClient();

  @BeforeAll
  static void startServers() {
    provider = new TestProvider("broadsheet");
    server =
        RunningServer.start(
            TestProcess.plain()
                .withEnvironment(
                    Map.of(
                        "BROADSHEET_SITE_URL", "https://news.example",
                        "BROADSHEET_SIGNIN_WAYS", "oidc",
                        "BROADSHEET_SIGNIN_OIDC_ISSUER", provider.issuer(),
                        "BROADSHEET_SIGNIN_OIDC_CLIENTID", "broadsheet",
                        "BROADSHEET_SIGNIN_OIDC_CLIENTSECRET", "s3cret")),
            "serve",
            TestFolders.create().resolve("data"));
  }

  @AfterAll
  static void stopServers() {
    server.close();
    provider.close();
  }

  @Test
  void aNewcomerChoosesANameAndIsKnownTheNextTime() throws Exception {
    provider.vouchFor("newcomer");
    HttpResponse<String> away = get("/reader/oidc?lang=ru&back=/ru/top", "");
    assertThat(away.statusCode()).isEqualTo(303);
    HttpResponse<String> back = comeBack(away);
    assertThat(location(back)).startsWith("/reader/link/");
    assertThat(get(location(back), "").body()).contains("value=\"Берік\"");
    HttpResponse<String> in = post(location(back), "name=Berik");
    assertThat(location(in)).isEqualTo("/ru/top");
    assertThat(cookie(in)).startsWith("reader=s.");
    HttpResponse<String> again = comeBack(get("/reader/oidc?lang=ru", ""));
    assertThat(location(again)).isEqualTo("/reader/sign-in?lang=ru");
    assertThat(get("/reader/sign-in?lang=ru", sent(again, "reader=s.")).body())
        .contains("<bdi>Berik</bdi>");
  }

  @Test
  void whoDidNotSetOutFromHereIsNotSignedIn() throws Exception {
    provider.vouchFor("attacker");
    HttpResponse<String> attackers = get("/reader/oidc?lang=en", "");
    URI callback = provider.agree(URI.create(location(attackers)));
    String path = callback.getRawPath() + "?" + callback.getRawQuery();
    HttpResponse<String> victim = get(path, "");
    assertThat(victim.statusCode()).isEqualTo(400);
    HttpResponse<String> other = get("/reader/oidc?lang=en", "");
    HttpResponse<String> mixed = get(path, sent(other, "reader-journey="));
    assertThat(mixed.statusCode()).isEqualTo(400);
    assertThat(mixed.body()).contains("Басқа сервис кім екеніңізді растамады");
    assertThat(mixed.headers().allValues("Set-Cookie")).noneMatch(one -> one.startsWith("reader="));
  }

  @Test
  void whoSaysNoThereIsToldSo() throws Exception {
    HttpResponse<String> away = get("/reader/oidc?lang=kk", "");
    String state = TestProvider.fields(URI.create(location(away)).getRawQuery()).get("state");
    HttpResponse<String> back =
        get(
            "/reader/oidc/callback?error=access_denied&state=" + state,
            sent(away, "reader-journey="));
    assertThat(back.statusCode()).isEqualTo(400);
    assertThat(back.body()).contains("Басқа сервис кім екеніңізді растамады");
  }

  @Test
  void anothersPageSendsNobodyThere() throws Exception {
    HttpResponse<String> away =
        browser.send(
            HttpRequest.newBuilder(server.uri("/reader/oidc?lang=en"))
                .header("Sec-Fetch-Site", "cross-site")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(location(away)).isEqualTo("/reader/sign-in?lang=en");
  }

  private HttpResponse<String> comeBack(HttpResponse<String> away)
      throws IOException, InterruptedException {
    URI callback = provider.agree(URI.create(location(away)));
    return get(callback.getRawPath() + "?" + callback.getRawQuery(), sent(away, "reader-journey="));
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.body()));
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow();
  }

  private static String sent(HttpResponse<String> answer, String beginning) {
    String cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(one -> one.startsWith(beginning))
            .findFirst()
            .orElseThrow();
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private HttpResponse<String> get(String path, String cookie)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
