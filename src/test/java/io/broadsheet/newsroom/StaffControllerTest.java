package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.StaffMember;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffControllerTest {
  private TestNewsroom newsroom;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom();
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void somebodyIsAddedBoundAndGivenALink() throws Exception {
    Document shown = page(post("", "name=Berik&role=editor&topics=City,+Спорт"), 200);
    assertThat(shown.select(".handover").text()).startsWith("Berik: hand this link over");
    String link = shown.select(".handover code").text();
    assertThat(URI.create(link).getPath()).isEqualTo("/newsroom/enter");
    StaffMember berik = newsroom.staff.named("Berik").orElseThrow();
    assertThat(berik.role()).isEqualTo(Role.EDITOR);
    assertThat(berik.topics()).isEqualTo(Set.of("city", "sport"));
    assertThat(newsroom.links.look(link.substring(link.indexOf('=') + 1))).contains(berik);
    assertThat(list().select(".people li").eachText())
        .anySatisfy(
            row -> assertThat(row).startsWith("Berik Editor, for these topics only: city, sport"));
  }

  @Test
  void aRoleIsChangedTakenAndGivenBack() throws Exception {
    page(post("", "name=Berik&role=reporter"), 200);
    long id = newsroom.staff.named("Berik").orElseThrow().id();
    assertThat(post("/" + id, "role=chief&topics=").statusCode()).isEqualTo(303);
    assertThat(newsroom.staff.find(id).orElseThrow().role()).isEqualTo(Role.CHIEF_EDITOR);
    assertThat(post("/" + id + "/suspend", "").statusCode()).isEqualTo(303);
    assertThat(list().select(".people").text()).contains("Suspended 20 November 2026, 12:00.");
    assertThat(post("/" + id + "/link", "").statusCode()).isEqualTo(404);
    assertThat(post("/" + id + "/resume", "").statusCode()).isEqualTo(303);
    page(post("/" + id + "/link", ""), 200);
    Document log = page("/newsroom/audit?lang=en");
    assertThat(log.select(".log li").eachText())
        .first()
        .asString()
        .isEqualTo("20 November 2026, 12:00 Administrator made a one-time link for: staff Berik");
    assertThat(log.select(".log").text())
        .contains("changed the role of: staff Berik before reporter after chief");
  }

  @Test
  void nobodyIsLeftWithoutAnAdministrator() throws Exception {
    long id = newsroom.staff.named("Administrator").orElseThrow().id();
    assertThat(page(post("/" + id + "/suspend", ""), 422).select(".fault").text())
        .startsWith("This is the last administrator.");
    assertThat(page(post("/" + id, "role=editor"), 422).select(".fault").text())
        .startsWith("This is the last administrator.");
    assertThat(list().select(".people li")).hasSize(1);
  }

  @Test
  void whatDoesNotFitIsSaidSo() throws Exception {
    assertThat(page(post("", "name=administrator&role=editor"), 422).select(".fault").text())
        .startsWith("Somebody has this name already.");
    assertThat(page(post("", "name=%3Cb%3E&role=editor"), 422).select(".fault").text())
        .startsWith("A name is 1 to 100 letters");
    assertThat(post("", "name=New&role=king").statusCode()).isEqualTo(404);
    assertThat(post("/999", "role=editor").statusCode()).isEqualTo(404);
    assertThat(post("/999/link", "").statusCode()).isEqualTo(404);
    assertThat(newsroom.web.get("/newsroom/audit?before=x").statusCode()).isEqualTo(400);
  }

  private Document list() throws Exception {
    return page("/newsroom/staff?lang=en");
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> answer = newsroom.web.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static Document page(HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private HttpResponse<byte[]> post(String path, String form) throws Exception {
    return newsroom.web.send(
        "POST",
        "/newsroom/staff" + path + "?lang=en",
        form.replace("Спорт", URLEncoder.encode("Спорт", StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }
}
