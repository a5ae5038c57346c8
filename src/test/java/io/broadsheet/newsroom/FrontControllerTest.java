package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.FrontPage;
import io.broadsheet.articles.FrontSlot;
import io.broadsheet.articles.Teaser;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontControllerTest {
  private static final String SCREEN = "/newsroom/front?edition=en&lang=en";

  private TestNewsroom newsroom;
  private long bridge;
  private long ferry;
  private long market;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom();
    bridge = newsroom.publish(Language.EN, "Bridge opens");
    ferry = newsroom.publish(Language.EN, "Ferry sails");
    market = newsroom.publish(Language.EN, "Market moves");
    newsroom.publish(Language.RU, "Мост открыт");
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void storiesAreFoundPutOnThePageReorderedAndSaved() throws Exception {
    Document empty = page();
    assertThat(empty.select(".nothing:not([hidden])").text()).startsWith("Nothing yet");
    assertThat(candidates(empty)).containsExactly("Market moves", "Ferry sails", "Bridge opens");
    assertThat(candidates(form(200, "show", 0, "BRIDGE"))).containsExactly("Bridge opens");
    assertThat(slots(form(200, "add:" + ferry, 0, "", bridge)))
        .containsExactly("Bridge opens", "Ferry sails");
    Document moved = form(200, "up:" + ferry, 0, "", bridge, ferry, market);
    assertThat(slots(moved)).containsExactly("Ferry sails", "Bridge opens", "Market moves");
    assertThat(moved.select("#status").text()).startsWith("Not saved yet");
    assertThat(slots(form(200, "down:" + bridge, 0, "", bridge, ferry, market)))
        .containsExactly("Ferry sails", "Bridge opens", "Market moves");
    assertThat(slots(form(200, "up:" + bridge, 0, "", bridge, ferry)))
        .containsExactly("Bridge opens", "Ferry sails");
    assertThat(slots(form(200, "remove:" + bridge, 0, "", bridge, ferry)))
        .containsExactly("Ferry sails");
    assertThat(newsroom.front.open(Language.EN).version()).isZero();

    HttpResponse<byte[]> saved = post("save", 0, "", bridge, ferry);

    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(saved.headers().firstValue("Location")).contains("/newsroom/front?edition=en");
    assertThat(newsroom.front.shown(Language.EN))
        .extracting(Teaser::headline)
        .containsExactly("Bridge opens", "Ferry sails");
    assertThat(slots(page())).containsExactly("Bridge opens", "Ferry sails");
    assertThat(page().select("#status").text())
        .isEqualTo("Saved 20 November 2026, 12:00 by Administrator.");
    assertThat(candidates(page())).containsExactly("Market moves");
  }

  @Test
  void whoeverComesSecondIsToldAndChooses() throws Exception {
    post("save", 0, "", bridge);
    Document told = form(409, "save", 0, "", ferry);
    assertThat(told.select(".overtaken p:first-child").text())
        .startsWith("Administrator saved this front page at 12:00");
    assertThat(told.select(".overtaken li").eachText()).containsExactly("Bridge opens");
    assertThat(slots(told)).containsExactly("Ferry sails");
    assertThat(told.select("button[value=undo]")).isEmpty();
    assertThat(stored()).containsExactly(bridge);
    long version = Long.parseLong(told.select("[name=version]").val());
    assertThat(post("save", version, "", ferry).statusCode()).isEqualTo(303);
    assertThat(stored()).containsExactly(ferry);
  }

  @Test
  void theLastSavingIsUndoneUnlessSomebodySavedSince() throws Exception {
    assertThat(page().select("button[value=undo]")).isEmpty();
    post("save", 0, "", bridge);
    post("save", 1, "", ferry);
    assertThat(page().select("button[value=undo]")).hasSize(1);
    Document told = form(409, "undo", 1, "");
    assertThat(told.select(".overtaken").text()).contains("nothing was undone");
    assertThat(slots(told)).containsExactly("Ferry sails");
    assertThat(post("undo", 2, "").statusCode()).isEqualTo(303);
    assertThat(stored()).containsExactly(bridge);
  }

  @Test
  void timesAreByTheClockOfTheSite() throws Exception {
    String form =
        "edition=en&op=save&version=0&article="
            + bridge
            + "&from=2026-11-20T18:30&until=2026-11-21T06:00";
    assertThat(send(form).statusCode()).isEqualTo(303);
    assertThat(newsroom.front.open(Language.EN).slots())
        .containsExactly(
            new FrontSlot(
                bridge,
                Instant.parse("2026-11-20T13:30:00Z"),
                Instant.parse("2026-11-21T01:00:00Z")));
    Elements slot = page().select(".slots li");
    assertThat(slot.select("[name=from]").val()).isEqualTo("2026-11-20T18:30");
    assertThat(slot.select(".note").text()).isEqualTo("Comes 20 November 2026, 18:30");
    newsroom.advance(Duration.ofHours(7));
    assertThat(page().select(".slots .note").text()).isEqualTo("On the page");
    newsroom.advance(Duration.ofHours(12));
    assertThat(page().select(".slots .note.grave").text()).startsWith("Its time has passed");
  }

  @Test
  void whatCannotBeSavedIsGivenBackWithTheReason() throws Exception {
    String backwards =
        "edition=en&op=save&version=0&article="
            + bridge
            + "&from=2026-11-21T06:00&until=2026-11-20T18:30";
    HttpResponse<byte[]> refused = send(backwards);
    assertThat(refused.statusCode()).isEqualTo(422);
    Document screen = Jsoup.parse(new String(refused.body(), StandardCharsets.UTF_8));
    assertThat(screen.select("[role=alert]").text()).startsWith("A story must go after");
    assertThat(screen.select("[name=from]").val()).isEqualTo("2026-11-21T06:00");
    long[] many = new long[FrontPage.MOST + 1];
    Arrays.setAll(many, n -> newsroom.publish(Language.EN, "Story " + n));
    assertThat(form(422, "save", 0, "", many).select("[role=alert]").text())
        .isEqualTo("No more than 24 stories can be put here. Remove some.");
    assertThat(post("save", 0, "", bridge, bridge).statusCode()).isEqualTo(422);
    assertThat(newsroom.front.open(Language.EN).version()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "edition=en&op=save",
        "edition=en&op=save&version=x",
        "edition=en&op=save&version=0&article=1",
        "edition=en&op=add:x&version=0",
        "edition=en&op=save&version=0&article=1&from=soon&until="
      })
  void whatIsNoFrontPageIsRefused(String form) throws Exception {
    assertThat(send(form).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(send("edition=xx&op=show&version=0").statusCode()).isEqualTo(404);
    assertThat(send("edition=en&op=burn&version=0").statusCode()).isEqualTo(404);
    assertThat(newsroom.web.get("/newsroom/front?edition=xx").statusCode()).isEqualTo(404);
  }

  @Test
  void theScreenBeginsWithTheEditionOfItsReader() throws Exception {
    assertThat(
            Jsoup.parse(newsroom.web.get("/newsroom/front?lang=ru").body())
                .select(".tabs [aria-current]")
                .text())
        .isEqualTo("На русском");
  }

  private List<Long> stored() {
    return newsroom.front.open(Language.EN).slots().stream().map(FrontSlot::article).toList();
  }

  private static List<String> slots(Document screen) {
    return screen.select(".slots .what a").eachText();
  }

  private static List<String> candidates(Document screen) {
    return screen.select(".candidates span > span:first-child[lang]").eachText().stream()
        .distinct()
        .toList();
  }

  private Document page() throws Exception {
    HttpResponse<String> answer = newsroom.web.get(SCREEN);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private Document form(int status, String op, long version, String q, long... articles)
      throws Exception {
    HttpResponse<byte[]> answer = post(op, version, q, articles);
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(body).isEqualTo(status);
    return Jsoup.parse(body);
  }

  private HttpResponse<byte[]> post(String op, long version, String q, long... articles)
      throws Exception {
    StringBuilder form = new StringBuilder("edition=en&op=" + op + "&version=" + version);
    form.append("&q=").append(q);
    for (long article : articles) {
      form.append("&article=").append(article).append("&from=&until=");
    }
    return send(form.toString());
  }

  private HttpResponse<byte[]> send(String form) throws Exception {
    return newsroom.web.send(
        "POST",
        "/newsroom/front?lang=en",
        form.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }
}
