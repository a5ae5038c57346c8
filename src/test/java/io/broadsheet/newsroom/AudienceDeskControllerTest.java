package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.audience.TopQuery;
import io.broadsheet.audience.TopRow;
import io.broadsheet.audience.View;
import io.broadsheet.audience.Window;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What editors decide, by the forms of the audience's board. */
class AudienceDeskControllerTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  private TestNewsroom newsroom;
  private long ferry;
  private long train;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom(220);
    ferry = newsroom.publish(Language.EN, "The ferry leaves");
    train = newsroom.publish(Language.EN, "The train arrives");
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void aSpikeIsShownReleasedRemovedAndHeldAgain() throws Exception {
    spike();
    assertThat(views()).isEqualTo(110);
    Document board = page("/newsroom/audience?lang=en");
    assertThat(board.select("#quarantine-1").text())
        .contains("The ferry leaves", "Views: 10", "203.0.113.0/24", "Waits for a decision");
    assertThat(board.select("#quarantine-1 button").eachText())
        .containsExactly("Count them", "Remove them");
    judge("RELEASED", 120, "Counted");
    judge("REMOVED", 110, "Removed");
    judge("HELD", 110, "Waits for a decision");
    judge("RELEASED", 120, "Counted");
  }

  @Test
  void aStoryIsPinnedHiddenAndLeftToItsReaders() throws Exception {
    newsroom.read(ferry, 3);
    newsroom.read(train, 2);
    assertThat(ids()).containsExactly(ferry, train);
    place(train, "pinned");
    assertThat(ids()).containsExactly(train, ferry);
    Document board = page("/newsroom/audience?lang=en");
    assertThat(board.select("#story-" + train + " .placed").text()).isEqualTo("📌 Most read");
    assertThat(board.select("#placed").text()).contains("The train arrives", "Leave to readers");
    Document story = page("/newsroom/audience/" + train + "?lang=en");
    assertThat(story.select("#list-read").text()).startsWith("Most read pinned first");
    assertThat(story.select("#list-read button").eachText())
        .containsExactly("Hide", "Leave to readers");
    place(train, "hidden");
    assertThat(ids()).containsExactly(ferry);
    place(train, "none");
    assertThat(ids()).containsExactly(ferry, train);
    assertThat(page("/newsroom/audience?lang=en").select("#placed").text())
        .contains("All lists are made by readers.");
  }

  @Test
  void whereReadersCameFromAndHowFarTheyReadIsShown() throws Exception {
    for (int i = 0; i < 4; i++) {
      record(ferry, "198.51.100." + i, "agent", i == 0 ? "*" : "t.me", 0);
    }
    record(ferry, "198.51.100.1", "agent", "", 4);
    record(ferry, "198.51.100.2", "agent", "", 2);
    for (String path : new String[] {"", "/" + ferry}) {
      Document page = page("/newsroom/audience" + path + "?lang=en");
      assertThat(page.select("#sources dl").text()).isEqualTo("t.me 3 Other sites 1");
      assertThat(page.select("#depth dl").text())
          .isEqualTo("First quarter 2 Half 2 Three quarters 1 To the end 1");
    }
    assertThat(page("/newsroom/audience/" + train + "?lang=en").select("#sources").text())
        .contains("Nobody has come from another site yet.");
  }

  @ParameterizedTest
  @CsvSource({
    "/newsroom/audience/quarantines/9, verdict=RELEASED, 404",
    "/newsroom/audience/quarantines/1, verdict=PARDONED, 400",
    "/newsroom/audience/quarantines/1, '', 400",
    "/newsroom/audience/99/lists, list=read&kind=pinned, 404",
    "/newsroom/audience/1/lists, list=best&kind=pinned, 404",
    "/newsroom/audience/1/lists, list=read&kind=painted, 404",
    "/newsroom/audience/1/lists, list=read, 400"
  })
  void nonsenseIsRefused(String path, String form, int status) throws Exception {
    spike();
    assertThat(post(path, form).statusCode()).isEqualTo(status);
  }

  @Test
  void otherSitesPagesCannotDecide() throws Exception {
    spike();
    byte[] form = "verdict=RELEASED".getBytes(StandardCharsets.US_ASCII);
    HttpResponse<byte[]> answer =
        newsroom.web.send(
            "POST",
            "/newsroom/audience/quarantines/1",
            form,
            "Content-Type",
            FORM,
            "Origin",
            "https://evil.example");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(views()).isEqualTo(110);
  }

  private void judge(String verdict, long views, String said) throws Exception {
    HttpResponse<byte[]> answer = post("/newsroom/audience/quarantines/1", "verdict=" + verdict);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/newsroom/audience#quarantines");
    assertThat(views()).isEqualTo(views);
    assertThat(page("/newsroom/audience?lang=en").select("#quarantine-1 b").text()).isEqualTo(said);
  }

  private void place(long article, String kind) throws Exception {
    String path = "/newsroom/audience/" + article;
    HttpResponse<byte[]> answer = post(path + "/lists", "list=read&kind=" + kind);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains(path + "#lists");
  }

  private void spike() throws IOException {
    for (int i = 0; i < 120; i++) {
      record(ferry, "203.0.113." + i % 50, "agent " + i, "", 0);
    }
  }

  private void record(long article, String address, String agent, String referrer, int depth)
      throws IOException {
    View view = new View(article, InetAddress.ofLiteral(address), agent, false, referrer, depth);
    newsroom.audience.record(view).toCompletableFuture().join();
  }

  private long views() {
    return newsroom.audience.counts(ferry).views();
  }

  private List<Long> ids() {
    return newsroom.audience.top(new TopQuery(TopQuery.By.READ, Window.DAY, null, 10)).stream()
        .map(TopRow::article)
        .toList();
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> answer = newsroom.web.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private HttpResponse<byte[]> post(String path, String form) throws Exception {
    return newsroom.web.send(
        "POST", path, form.getBytes(StandardCharsets.US_ASCII), "Content-Type", FORM);
  }
}
