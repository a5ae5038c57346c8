package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceControllerTest {
  private TestNewsroom newsroom;
  private long ferry;
  private long train;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom();
    ferry = newsroom.publish(Language.KK, "Паром жолға шықты");
    train = newsroom.publish(Language.RU, "Поезд <пришёл>");
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void theNewsroomBeginsWithItsStories() throws Exception {
    for (String path : new String[] {"/newsroom", "/newsroom/"}) {
      HttpResponse<String> answer = newsroom.web.get(path);
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).contains("/newsroom/stories");
    }
  }

  @Test
  void storiesComeByTheirReadersNowWithTheTotals() throws Exception {
    newsroom.read(ferry, 4);
    newsroom.advance(Duration.ofHours(2));
    newsroom.read(ferry, 1);
    newsroom.read(train, 2);
    Document board = page("/newsroom/audience?lang=en");
    assertThat(board.select(".figures dd").eachText()).containsExactly("3", "3", "7");
    assertThat(board.select(".stories tbody tr").eachText())
        .containsExactly(
            "2 Поезд <пришёл> Open on the site↗ 2 2 2",
            "1 Паром жолға шықты Open on the site↗ 1 5 5");
    assertThat(board.select(".stories tbody th a").eachAttr("href"))
        .containsExactly(
            "/newsroom/audience/" + train,
            "/ru/news/poezd-prishel-" + train,
            "/newsroom/audience/" + ferry,
            "/kk/news/parom-zholga-shyqty-" + ferry);
  }

  @Test
  void oneEditionHasATableAndTotalsOfItsOwn() throws Exception {
    newsroom.read(ferry, 2);
    newsroom.read(train, 3);
    Document board = page("/newsroom/audience?edition=kk&lang=en");
    assertThat(board.select(".figures dd").eachText()).containsExactly("2", "2", "2");
    assertThat(board.select(".stories tbody tr")).hasSize(1);
    assertThat(board.select("#hours .read").text()).isEqualTo("Total for the period: 2");
    assertThat(board.expectFirst(".tabs [aria-current]").text()).isEqualTo("In Kazakh");
  }

  @Test
  void hoursAreExactAndByTheClockOfTheSite() throws Exception {
    newsroom.read(ferry, 3);
    newsroom.advance(Duration.ofHours(1));
    newsroom.read(ferry, 2);
    newsroom.read(train, 1);
    Document board = page("/newsroom/audience?lang=en");
    assertThat(board.select("#hours tbody tr").eachText())
        .hasSize(24)
        .endsWith("20 November, 12:00–13:00 3", "20 November, 13:00–14:00 3");
    assertThat(board.select("#hours g title").eachText())
        .endsWith("20 November, 12:00–13:00: 3", "20 November, 13:00–14:00, not over yet: 3");
    Document story = page("/newsroom/audience/" + ferry + "?span=7d&lang=en");
    assertThat(story.select("#hours tbody tr").eachText())
        .hasSize(168)
        .endsWith("20 November, 12:00–13:00 3", "20 November, 13:00–14:00 2");
    Document month = page("/newsroom/audience?span=30d&lang=en");
    assertThat(month.select("#hours tbody tr").eachText())
        .hasSize(30)
        .startsWith("22 October 0")
        .endsWith("19 November 0", "20 November 6");
  }

  @Test
  void theHighestBarReachesToARoundNumberAndTheOthersFollow() throws Exception {
    newsroom.read(ferry, 3);
    newsroom.advance(Duration.ofHours(1));
    newsroom.read(ferry, 2);
    Document board = page("/newsroom/audience");
    assertThat(board.select(".levels text").eachText()).containsExactly("4", "2");
    assertThat(board.select("#hours g rect:last-child").eachAttr("height"))
        .endsWith("75.000%", "50.000%");
  }

  @Test
  void aStoryHasABoardOfItsOwn() throws Exception {
    newsroom.read(train, 2);
    Document board = page("/newsroom/audience/" + train + "?lang=ru");
    assertThat(board.select("h1").text()).isEqualTo("Поезд <пришёл>");
    assertThat(board.select("h1").attr("lang")).isEqualTo("ru");
    assertThat(board.select(".figures dd").eachText()).containsExactly("2", "2", "2", "0", "0");
    assertThat(board.expectFirst(".note").text())
        .isEqualTo(
            "На русском, опубликовано 20 ноября 2026, 12:00 · Открыть на сайте"
                + " · Порядок комментирования");
  }

  @Test
  void whatWasLeftOutIsSaidWithItsReason() throws Exception {
    newsroom.read(train, 1);
    Document board = page("/newsroom/audience?lang=en");
    assertThat(board.select("#left-out > .note").text())
        .isEqualTo("Since the server started, 20 November, 12:00. Views counted: 1");
    assertThat(board.select("#left-out dt").eachText())
        .containsExactly(
            "Repeats",
            "Bots and prefetching",
            "In quarantine",
            "Over the limit",
            "No such story",
            "Not stored");
    assertThat(board.select("#left-out .why").eachText()).doesNotContain("");
  }

  @ParameterizedTest
  @CsvSource({
    "kk, '', kk",
    "'ru-RU,ru;q=0.9,en;q=0.8', '', ru",
    "de, '', kk",
    "ru, lang=en, en",
    "ru, lang=xx, ru"
  })
  void theLanguageIsTheChosenOneOrTheBrowsers(String accepted, String chosen, String shown)
      throws Exception {
    HttpResponse<String> answer =
        newsroom.web.get(
            "/newsroom/audience",
            "Accept-Language",
            accepted,
            "Cookie",
            chosen.isEmpty() ? "other=1" : chosen);
    assertThat(Jsoup.parse(answer.body()).select("html").attr("lang")).isEqualTo(shown);
  }

  @Test
  void aChoiceOfLanguageIsRememberedAndKeepsWhatIsShown() throws Exception {
    HttpResponse<String> answer = newsroom.web.get("/newsroom/audience?edition=ru&lang=kk&span=7d");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("lang=kk; Path=/newsroom/;")
        .contains("HttpOnly", "SameSite=Strict");
    assertThat(Jsoup.parse(answer.body()).select("[hreflang=en]").attr("href"))
        .isEqualTo("/newsroom/audience?edition=ru&span=7d&lang=en");
  }

  @Test
  void aScreenIsNotKeptAndRunsNothingInline() throws Exception {
    HttpResponse<String> answer = newsroom.web.get("/newsroom/audience");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.body()).doesNotContain("<style", " style=", " onclick=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/newsroom/audience/999",
        "/newsroom/audience/0",
        "/newsroom/audience/x",
        "/newsroom/audience/9999999999999999999",
        "/newsroom/audience?edition=de",
        "/newsroom/audience?span=1h",
        "/newsroom/audience?span=",
        "/newsroom/other"
      })
  void whatThereIsNotIsNotFound(String path) throws Exception {
    assertThat(newsroom.web.get(path).statusCode()).isEqualTo(404);
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> answer = newsroom.web.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
