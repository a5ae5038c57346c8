package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.Role;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoverageControllerTest {
  private TestNewsroom newsroom;
  private String path;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom();
    path = "/newsroom/stories/" + newsroom.publish(Language.EN, "Flood") + "/live";
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void entriesAreWrittenChangedTakenAwayAndPutBack() throws Exception {
    assertThat(screen().select("form#story")).isEmpty();
    assertThat(post(path, "open=true").statusCode()).isEqualTo(303);
    assertThat(screen().select(".nothing").text()).isEqualTo("No entries yet.");
    assertThat(write(0, 0, "", "The river rises.\n\nSlowly.").statusCode()).isEqualTo(303);
    String json =
        "{\"type\":\"doc\",\"attrs\":{\"schema\":2},\"content\":[{\"type\":\"paragraph\","
            + "\"content\":[{\"type\":\"text\",\"text\":\"Closed.\"}]}]}";
    assertThat(write(0, 0, "The bridge", json).statusCode()).isEqualTo(303);
    Document screen = screen();
    assertThat(screen.select(".entrylist li > div").eachText())
        .containsExactly("The bridge Closed.", "The river rises. Slowly.");

    String edit = screen.select(".entrylist li:first-child a").attr("href");
    Document form = page(edit + "&lang=en");
    assertThat(form.select("[name=title]").val()).isEqualTo("The bridge");
    long seen = Long.parseLong(form.select("form#story [name=seen]").val());
    long entry = Long.parseLong(form.select("form#story [name=entry]").val());
    assertThat(write(entry, seen, "Both bridges", json).statusCode()).isEqualTo(303);
    HttpResponse<byte[]> late = write(entry, seen, "No bridge", json);
    Document overtaken = document(late);
    assertThat(overtaken.select("[role=alert]").text()).startsWith("Somebody else has changed");
    assertThat(overtaken.select("[name=title]").val()).isEqualTo("No bridge");
    assertThat(screen().select(".entrylist li:first-child").text()).contains("Both bridges");

    String now = screen().select(".entrylist li:first-child [name=seen]").val();
    String remove = path + "/entries/" + entry;
    assertThat(post(remove, "removed=true&seen=" + now).statusCode()).isEqualTo(303);
    assertThat(screen().select(".settled").text()).contains("removed", "Put it back");
    assertThat(document(post(remove, "removed=true&seen=" + now)).select("[role=alert]").text())
        .startsWith("Somebody else");
    now = screen().select(".settled [name=seen]").val();
    assertThat(post(remove, "removed=false&seen=" + now).statusCode()).isEqualTo(303);
    assertThat(screen().select(".settled")).isEmpty();
  }

  @Test
  void whatCannotBeTakenStaysInTheForm() throws Exception {
    assertThat(document(write(0, 0, "Early", "x")).select("[role=alert]").text())
        .startsWith("Live coverage has ended");
    post(path, "open=true");
    assertThat(document(write(0, 0, "", "")).select("[role=alert]").text())
        .isEqualTo("An entry says nothing.");
    Document wrong = document(write(0, 0, "Title", "{\"type\":\"nothing\"}"));
    assertThat(wrong.select("[role=alert]").text()).contains("not a document");
    assertThat(wrong.select("[name=title]").val()).isEqualTo("Title");
    assertThat(write(99, 0, "x", "x").statusCode()).isEqualTo(404);
    assertThat(post(path + "/entries/99", "seen=0&removed=true").statusCode()).isEqualTo(404);
    assertThat(newsroom.web.get(path + "?edit=99").statusCode()).isEqualTo(404);
    assertThat(newsroom.web.get("/newsroom/stories/999/live").statusCode()).isEqualTo(404);
  }

  @Test
  void onlyThoseWhoMayPublishTellAStoryAsItHappens() throws Exception {
    newsroom.signIn("Aida", Role.REPORTER);
    assertThat(newsroom.web.get(path).statusCode()).isEqualTo(403);
    assertThat(post(path, "open=true").statusCode()).isEqualTo(403);
    assertThat(write(0, 0, "x", "x").statusCode()).isEqualTo(403);
    newsroom.signIn("Berik", Role.EDITOR);
    assertThat(post(path, "open=true").statusCode()).isEqualTo(303);
  }

  private HttpResponse<byte[]> write(long entry, long seen, String title, String body)
      throws Exception {
    return post(
        path + "/entries?lang=en",
        "entry=" + entry + "&seen=" + seen + "&title=" + encoded(title) + "&body=" + encoded(body));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> post(String to, String form) throws Exception {
    return newsroom.web.send(
        "POST",
        to + (to.contains("?") ? "" : "?lang=en"),
        form.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private Document screen() throws Exception {
    return page(path + "?lang=en");
  }

  private Document page(String from) throws Exception {
    return Jsoup.parse(newsroom.web.get(from).body());
  }

  private static Document document(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
  }
}
