package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.accounts.TestCodes;
import io.broadsheet.accounts.TestStaff;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInControllerTest {
  private static final String PASSWORD = "four green ferries";

  private TestNewsroom newsroom;
  private StaffMember berik;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom();
    newsroom.web.keep("");
    berik = TestStaff.add(newsroom.staff, "Берік", Role.EDITOR);
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void aLinkIsLookedAtByProgramsAndUsedByItsOwnerOnce() throws Exception {
    String secret = newsroom.links.make(berik, "console");
    String path = "/newsroom/enter?lang=en&link=" + secret;
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> looked = newsroom.web.get(path);
      assertThat(looked.statusCode()).isEqualTo(200);
      assertThat(looked.headers().allValues("Set-Cookie").toString()).doesNotContain("session");
      assertThat(Jsoup.parse(looked.body()).select(".door button").text())
          .isEqualTo("Sign in as Берік");
    }
    HttpResponse<byte[]> entered = post("/newsroom/enter", "link=" + secret);
    assertThat(entered.statusCode()).isEqualTo(303);
    String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("Path=/newsroom", "HttpOnly", "SameSite=Lax");
    newsroom.web.keep(cookie.substring(0, cookie.indexOf(';')));
    assertThat(page("/newsroom/account?lang=en").select("h1, .about").eachText())
        .containsExactly("Берік", "Editor");
    newsroom.web.keep("");
    HttpResponse<byte[]> again = post("/newsroom/enter?lang=en", "link=" + secret);
    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(text(again)).contains("This link is no longer good");
    assertThat(newsroom.web.get(path).statusCode()).isEqualTo(410);
    assertThat(newsroom.web.get("/newsroom/enter").statusCode()).isEqualTo(410);
  }

  @Test
  void aSessionIsNeverOneThatTheBrowserBrought() throws Exception {
    String planted = newsroom.cookie(berik);
    newsroom.web.keep(planted);
    String secret = newsroom.links.make(berik, "console");
    String cookie =
        post("/newsroom/enter", "link=" + secret).headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).doesNotStartWith(planted);
    assertThat(newsroom.web.get("/newsroom/account").statusCode()).as("the old one").isEqualTo(303);
  }

  @Test
  void nameAndPasswordAndCodeSignIn() throws Exception {
    TestCodes codes = TestCodes.setUp(newsroom.passwords, berik, PASSWORD, newsroom::now);
    newsroom.advance(Duration.ofSeconds(30));
    HttpResponse<byte[]> wrong = signIn("Берік", "four green berries", codes.now(), "");
    assertThat(wrong.statusCode()).isEqualTo(401);
    Document screen = Jsoup.parse(text(wrong));
    assertThat(screen.select(".fault").text())
        .isEqualTo("The name, the password or the code is wrong.");
    assertThat(screen.select("[name=name]").val()).isEqualTo("Берік");
    assertThat(screen.select("[name=password]").val()).isEmpty();
    HttpResponse<byte[]> right =
        signIn("Берік", PASSWORD, codes.now(), "/newsroom/stories?list=review");
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(right.headers().firstValue("Location")).contains("/newsroom/stories?list=review");
    assertThat(signIn("Берік", PASSWORD, codes.now(), "").statusCode())
        .as("a code is good once")
        .isEqualTo(401);
  }

  @Test
  void whoeverGuessesWaits() throws Exception {
    HttpResponse<byte[]> last = signIn("Берік", "guess", "000000", "");
    for (int i = 0; i < 6; i++) {
      last = signIn("Берік", "guess", "000000", "");
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
    assertThat(text(last)).contains("Too many attempts");
  }

  @ParameterizedTest
  @CsvSource({
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "/newsroom//elsewhere.example/../..//x:y",
    "/newsroom/../en/",
    "'/newsroom\\elsewhere'",
    "javascript:alert(1)"
  })
  void nobodyIsLedElsewhere(String to) throws Exception {
    Document screen = page("/newsroom/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
    assertThat(screen.select("[name=to]").val()).isEqualTo("/newsroom/");
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    newsroom.web.keep(newsroom.cookie(berik));
    assertThat(newsroom.web.get("/newsroom/account").statusCode()).isEqualTo(200);
    HttpResponse<byte[]> out = post("/newsroom/sign-out", "");
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(newsroom.web.get("/newsroom/account").statusCode()).isEqualTo(303);
  }

  @Test
  void theNewsroomBeginsWithWhatOnesRoleIsAbout() throws Exception {
    for (String[] home :
        new String[][] {
          {"reporter", "/newsroom/stories"},
          {"moderator", "/newsroom/comments"},
          {"rates", "/newsroom/rates"}
        }) {
      newsroom.signIn("The " + home[0], Role.of(home[0]).orElseThrow());
      assertThat(newsroom.web.get("/newsroom/").headers().firstValue("Location")).contains(home[1]);
    }
  }

  private HttpResponse<byte[]> signIn(String name, String password, String code, String to)
      throws Exception {
    return post(
        "/newsroom/sign-in/password?lang=en",
        "name="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8)
            + "&code="
            + code
            + "&to="
            + URLEncoder.encode(to, StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> post(String path, String form) throws Exception {
    return newsroom.web.send(
        "POST",
        path,
        form.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> answer = newsroom.web.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
