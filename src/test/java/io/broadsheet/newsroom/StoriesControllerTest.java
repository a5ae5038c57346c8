package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Finding;
import io.broadsheet.articles.State;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoriesControllerTest {
  private static final String SOURCED =
      "{\"name\":\"Town hall\",\"kind\":\"official\",\"link\":\"\",\"date\":\"2026-11-20\"}";

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
  void aStoryIsBegunWrittenAndPublished() throws Exception {
    String path = begin("en");
    Document screen = page(path + "?lang=en");
    assertThat(screen.select(".gaps li").eachText())
        .containsExactly(
            "It has no headline.",
            "It says nothing yet.",
            "It has no topic.",
            "It names no source.");
    JsonNode kept = json(keep(path, 1, 1, story("The bridge opens", "\"City\"", SOURCED)), 200);
    assertThat(kept.path("gaps").isEmpty()).isTrue();
    assertThat(page("/newsroom/stories?lang=en").select(".work tbody").text())
        .contains("The bridge opens", "In English", "Draft");

    HttpResponse<byte[]> published = post(path + "/release", "version=2&basedOn=1");

    assertThat(published.statusCode()).isEqualTo(303);
    assertThat(newsroom.articles.find(id(path)))
        .isInstanceOfSatisfying(
            Finding.Live.class,
            live -> {
              assertThat(live.article().path()).startsWith("/en/city/the-bridge-opens-");
              assertThat(live.article().content().sources()).hasSize(1);
            });
    assertThat(page("/newsroom/stories?lang=en&list=published").select(".work tbody").text())
        .contains("The bridge opens", "Published");
  }

  @Test
  void anEditorMakesNotesAndApprovesWhatAReporterWrote() throws Exception {
    newsroom.signIn("Aida", Role.REPORTER);
    String path = begin("en");
    json(keep(path, 1, 1, story("The bridge opens", "\"City\"", SOURCED)), 200);
    assertThat(post(path + "/stage", "version=2&basedOn=1&stage=review").statusCode())
        .isEqualTo(303);
    assertThat(page(path).select("form[action$=/approve]")).isEmpty();
    assertThat(post(path + "/approve", "version=3&basedOn=1").statusCode()).isEqualTo(403);
    newsroom.signIn("Berik", Role.EDITOR);
    assertThat(post(path + "/notes", "passage=Cars+may&text=From+when%3F").statusCode())
        .isEqualTo(303);
    assertThat(post(path + "/notes", "text=+").statusCode()).isEqualTo(422);
    Document screen = page(path + "?lang=en");
    assertThat(screen.select("#notes li").text()).contains("Cars may", "From when?", "Berik");
    String settle = screen.select("#notes li form").attr("action");
    assertThat(post(settle, "settled=true").statusCode()).isEqualTo(303);
    assertThat(post(path + "/notes/99", "settled=true").statusCode()).isEqualTo(404);
    assertThat(page(path + "?lang=en").select("#notes li").text()).contains("done, Berik");
    assertThat(post(path + "/approve", "version=2&basedOn=1").headers().firstValue("Location"))
        .hasValue(path + "?newer");
    assertThat(post(path + "/approve", "version=3&basedOn=1").statusCode()).isEqualTo(303);
    assertThat(page(path + "?lang=en").select(".actions").text()).contains("Approved by Berik");
    assertThat(page("/newsroom/stories?lang=en&list=approved").select(".work tbody").text())
        .contains("The bridge opens", "Approved");
  }

  @Test
  void aStoryThatIsLateIsToldOfOnEveryScreen() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, story("The bridge opens", "\"City\"", SOURCED)), 200);
    String at = "2026-11-20T13:00";
    assertThat(post(path + "/release", "version=2&basedOn=1&at=" + at).statusCode()).isEqualTo(303);
    newsroom.advance(Duration.ofHours(1));
    assertThat(page("/newsroom/stories?lang=en").select(".warnings")).isEmpty();
    newsroom.advance(Duration.ofSeconds(30));
    assertThat(page("/newsroom/staff?lang=en").select(".warnings").text())
        .isEqualTo("A story should have appeared by now and has not: The bridge opens");
    assertThat(page("/newsroom/staff").select(".warnings a").attr("href")).isEqualTo(path);
  }

  @Test
  void anEditionIsWrittenBesideItsOriginalAndLearnsOfItsCorrections() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, story("The bridge opens", "\"City\"", SOURCED)), 200);
    post(path + "/release", "version=2&basedOn=1");
    assertThat(page(path + "?lang=en").select(".editions button").eachText())
        .containsExactly("Write it in Kazakh", "Write it in Russian");
    HttpResponse<byte[]> begun = post(path + "/editions", "language=kk");
    String kazakh = begun.headers().firstValue("Location").orElseThrow();
    assertThat(post(path + "/editions", "language=kk").statusCode()).isEqualTo(409);
    assertThat(post(path + "/editions", "language=xx").statusCode()).isEqualTo(404);
    Document screen = page(kazakh + "?lang=en");
    assertThat(screen.select(".beside").text())
        .contains("The bridge opens", "It opens on Monday.", "Cars may cross.");
    assertThat(screen.select(".moved")).isEmpty();
    assertThat(screen.select(".source [name=name]").eachAttr("value")).contains("Town hall");

    json(keep(path, 2, 2, story("The bridge opens late", "\"City\"", SOURCED)), 200);
    post(path + "/release", "version=3&basedOn=2&correction=It+opens+late.");
    screen = page(kazakh + "?lang=en");
    assertThat(screen.select(".moved").text()).contains("It opens late.", "added: opens late");
    assertThat(page(path + "?lang=en").select(".editions .behind")).hasSize(1);
    String read = screen.select(".moved [name=read]").val();
    assertThat(post(kazakh + "/carried", "read=else").headers().firstValue("Location"))
        .hasValue(kazakh + "?newer");
    assertThat(post(kazakh + "/carried", "read=" + read).statusCode()).isEqualTo(303);
    assertThat(page(kazakh).select(".moved")).isEmpty();
    assertThat(page(path).select(".editions .behind")).isEmpty();
    assertThat(post(path + "/carried", "read=" + read).statusCode()).isEqualTo(404);
  }

  @Test
  void outsidersAreGivenLinksThatCanBeEnded() throws Exception {
    String path = begin("en");
    HttpResponse<byte[]> made = post(path + "/previews?lang=en", "days=3");
    Document screen = Jsoup.parse(new String(made.body(), StandardCharsets.UTF_8));
    assertThat(screen.select("#previews .handover a").attr("href"))
        .matches("http://127\\.0\\.0\\.1:\\d+/preview/[A-Za-z0-9_-]{43}");
    assertThat(page(path + "?lang=en").select("#previews .handover")).isEmpty();
    String end = page(path).select("#previews form").attr("action");
    assertThat(post(end, "").statusCode()).isEqualTo(303);
    assertThat(post(end, "").statusCode()).isEqualTo(404);
    assertThat(post(path + "/previews", "days=31").statusCode()).isEqualTo(422);
    assertThat(post(path + "/previews", "days=0").statusCode()).isEqualTo(422);
  }

  @Test
  void aStoryWithoutASourceIsAskedAboutAndNotForbidden() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, story("The bridge opens", "\"City\"", "")), 200);
    HttpResponse<byte[]> asked = post(path + "/release?lang=en", "version=2&basedOn=1");
    assertThat(asked.statusCode()).isEqualTo(200);
    Document question = Jsoup.parse(new String(asked.body(), StandardCharsets.UTF_8));
    assertThat(question.select(".question li").eachText()).containsExactly("It names no source.");
    assertThat(newsroom.articles.find(id(path))).isInstanceOf(Finding.Missing.class);
    post(path + "/release", "version=2&basedOn=1&confirmed=true");
    assertThat(newsroom.articles.find(id(path))).isInstanceOf(Finding.Live.class);
  }

  @Test
  void whoeverComesSecondIsShownWhatTheFirstWrote() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, story("Hers", "", "")), 200);
    JsonNode conflict = json(keep(path, 1, 1, story("His", "", "")), 409);
    assertThat(conflict.path("version").asLong()).isEqualTo(2);
    assertThat(conflict.path("theirs").path("headline").asString()).isEqualTo("Hers");
    assertThat(draft(path).content().headline()).isEqualTo("Hers");
    for (String act : List.of("/release", "/stage")) {
      HttpResponse<byte[]> late =
          post(path + act, "version=1&basedOn=1&confirmed=true&stage=review");
      assertThat(late.headers().firstValue("Location")).hasValue(path + "?newer");
    }
    assertThat(draft(path).stage()).isEqualTo(Draft.Stage.WRITING);
    assertThat(page(path + "?newer&lang=en").select("[role=alert]").text())
        .contains("so nothing was done");
  }

  @Test
  void whatTwoWroteIsPutTogetherBlockByBlock() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, written("Bridge", "One.", "Two.", "Three.")), 200);
    json(keep(path, 2, 1, written("Bridge opens", "One.", "Two, hers.", "Three.")), 200);
    JsonNode answer =
        json(keep(path, 2, 1, written("Bridge", "One, his.", "Two, his.", "Three.", "Four.")), 409);
    assertThat(parts(answer, "headline"))
        .containsExactly("{\"agreed\":[\"Bridge opens\"],\"mine\":null,\"theirs\":null}");
    JsonNode body = field(answer, "body").path("parts");
    assertThat(body.size()).isEqualTo(3);
    assertThat(body.path(0).path("agreed").toString()).contains("One, his.");
    assertThat(body.path(1).path("mine").path("text").toString()).isEqualTo("[\"Two, his.\"]");
    assertThat(body.path(1).path("theirs").path("text").toString()).isEqualTo("[\"Two, hers.\"]");
    assertThat(body.path(2).path("agreed").toString()).contains("Three.", "Four.");
  }

  @Test
  void aDraftIsPutTogetherWithWhatWasPublishedMeanwhile() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, story("The bridge opens", "\"City\"", SOURCED)), 200);
    post(path + "/release", "version=2&basedOn=1");
    json(keep(path, 2, 2, story("The bridge opens late", "\"City\"", SOURCED)), 200);
    newsroom.change(id(path), "Changed by a program");
    assertThat(page(path + "?lang=en").select("#story").attr("data-moved"))
        .startsWith("The published story was changed");
    JsonNode answer =
        json(
            send(
                "POST", path + "/merge", 3, 2, story("The bridge opens late", "\"City\"", SOURCED)),
            200);
    assertThat(answer.path("basedOn").asLong()).isEqualTo(3);
    assertThat(field(answer, "headline").path("parts").path(0).path("theirs").toString())
        .contains("Changed by a program");
    json(keep(path, 3, 3, story("Both", "\"City\"", SOURCED)), 200);
    assertThat(page(path).select("#story").hasAttr("data-moved")).isFalse();
    assertThat(post(path + "/release", "version=4&basedOn=3").statusCode()).isEqualTo(303);
  }

  @Test
  void whoElseHasAStoryOpenIsTold() throws Exception {
    String path = begin("en");
    String other = begin("en");
    assertThat(here(path)).isEmpty();
    newsroom.signIn("Zarina", Role.REPORTER);
    assertThat(here(path)).isEqualTo("Also here now: Administrator");
    assertThat(here(other)).isEmpty();
    newsroom.signIn("Berik", Role.REPORTER);
    assertThat(here(path)).isEqualTo("Also here now: Administrator, Zarina");
    newsroom.advance(Presence.LASTS);
    assertThat(here(path)).isEmpty();
  }

  @Test
  void whatAStorySaidIsComparedAndBroughtBack() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, story("The bridge opens", "\"City\"", SOURCED)), 200);
    post(path + "/release", "version=2&basedOn=1");
    Draft.Mark seen = draft(path).mark();
    json(
        keep(
            path,
            seen.version(),
            seen.basedOn(),
            story("The bridge opens late", "\"City\"", SOURCED)),
        200);
    post(
        path + "/release",
        "version=" + (seen.version() + 1) + "&basedOn=" + seen.basedOn() + "&correction=Late.");

    Document screen = page(path + "/revisions?lang=en");

    assertThat(screen.select(".log > li > b").eachText())
        .containsExactly("Revision 3", "Revision 2", "Revision 1");
    assertThat(screen.select("li:first-child .diff ins, li:first-child .diff del").eachText())
        .containsExactly("removed: opens", "added: opens late");
    Draft.Mark now = draft(path).mark();
    String form = "version=" + now.version() + "&basedOn=" + now.basedOn();
    assertThat(post(path + "/revisions/2/restore", form).statusCode()).isEqualTo(303);
    assertThat(draft(path).content().headline()).isEqualTo("The bridge opens");
    assertThat(draft(path).content().corrections()).hasSize(1);
    assertThat(newsroom.articles.get(id(path)).orElseThrow().content().headline())
        .as("for readers")
        .isEqualTo("The bridge opens late");
    assertThat(post(path + "/revisions/2/restore", form).headers().firstValue("Location"))
        .hasValue(path + "?newer");
    assertThat(post(path + "/revisions/9/restore", form).statusCode()).isEqualTo(404);
    assertThat(newsroom.web.get("/newsroom/stories/999/revisions").statusCode()).isEqualTo(404);
  }

  @Test
  void whoIsBoundToTopicsWorksAtTheirStoriesOnly() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, story("The bridge opens", "\"City\"", SOURCED)), 200);
    StaffMember bound = newsroom.signIn("Sports editor", Role.EDITOR);
    newsroom.staff.change(bound.id(), Role.EDITOR, Set.of("sport"), "Administrator");
    HttpResponse<String> refused = newsroom.web.get(path + "?lang=en");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("topics are not among yours");
    assertThat(keep(path, 2, 1, story("Mine", "\"Sport\"", "")).statusCode()).isEqualTo(403);
    for (String deed : List.of("/release", "/stage", "/retract", "/discard")) {
      assertThat(post(path + deed, "version=2&basedOn=1&stage=review").statusCode()).isEqualTo(403);
    }
    String own = begin("en");
    json(keep(own, 1, 1, story("The cup is ours", "\"Sport\"", SOURCED)), 200);
    assertThat(post(own + "/release", "version=2&basedOn=1").statusCode()).isEqualTo(303);
  }

  @Test
  void aReporterHandsInAndAnEditorPublishes() throws Exception {
    newsroom.signIn("Reporter", Role.REPORTER);
    String path = begin("en");
    json(keep(path, 1, 1, story("The bridge opens", "\"City\"", SOURCED)), 200);
    assertThat(page(path).select("form").eachAttr("action"))
        .contains(path + "/stage")
        .doesNotContain(path + "/release", path + "/breaking");
    assertThat(post(path + "/release", "version=2&basedOn=1").statusCode()).isEqualTo(403);
    assertThat(post(path + "/stage", "version=2&basedOn=1&stage=review").statusCode())
        .isEqualTo(303);
    newsroom.signIn("Editor", Role.EDITOR);
    assertThat(page("/newsroom/stories?lang=en&list=review").select(".work tbody").text())
        .contains("The bridge opens", "Reporter");
    assertThat(post(path + "/release", "version=3&basedOn=1").statusCode()).isEqualTo(303);
  }

  @Test
  void aStoryIsMadeBreakingAndTakenBack() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, story("The bridge opens", "\"City\"", SOURCED)), 200);
    assertThat(page(path).select("form[action$=breaking]")).isEmpty();
    assertThat(post(path + "/breaking", "hours=2").statusCode()).isEqualTo(404);
    post(path + "/release", "version=2&basedOn=1");
    assertThat(page(path + "?lang=en").select("form[action$=breaking] button").text())
        .isEqualTo("Make it breaking");
    assertThat(post(path + "/breaking", "hours=2").statusCode()).isEqualTo(303);
    assertThat(newsroom.articles.breaking(Language.EN, 5)).hasSize(1);
    assertThat(page(path + "?lang=en").select("form[action$=breaking]").text())
        .startsWith("Breaking until")
        .endsWith("Undo");
    assertThat(post(path + "/breaking", "hours=0").statusCode()).isEqualTo(303);
    assertThat(newsroom.articles.breaking(Language.EN, 5)).isEmpty();
    assertThat(post(path + "/breaking", "hours=13").statusCode()).isEqualTo(404);
    newsroom.advance(Duration.ofHours(23));
    assertThat(page(path).select("form[action$=breaking]")).isEmpty();
    assertThat(post(path + "/breaking?lang=en", "hours=2").statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"version\":1}",
        "{\"version\":1,\"basedOn\":1,\"story\":{\"headline\":\"x\"}}",
        "{\"version\":1,\"basedOn\":1,\"story\":null}"
      })
  void whatIsNoStoryIsRefusedAndNothingIsLost(String body) throws Exception {
    String path = begin("en");
    HttpResponse<byte[]> answer = put(path, body);
    assertThat(answer.statusCode()).isBetween(400, 422);
    assertThat(draft(path).mark().version()).isEqualTo(1);
  }

  @Test
  void whatNoArticleMayHoldIsRefusedWithItsReason() throws Exception {
    String path = begin("en");
    String link = SOURCED.replace("\"link\":\"\"", "\"link\":\"javascript:alert(1)\"");
    JsonNode problem = json(keep(path, 1, 1, story("x", "", link)), 422);
    assertThat(problem.path("detail").asString()).contains("Town hall", "not an http");
    String kind = SOURCED.replace("official", "gossip");
    assertThat(keep(path, 1, 1, story("x", "", kind)).statusCode()).isEqualTo(422);
    String body = story("x", "", "").replace("paragraph", "script");
    assertThat(keep(path, 1, 1, body).statusCode()).isEqualTo(422);
  }

  @Test
  void aStoryGoesToReviewAndBack() throws Exception {
    String path = begin("ru");
    json(keep(path, 1, 1, story("Мост", "", "")), 200);
    post(path + "/stage", "version=2&basedOn=1&stage=review");
    assertThat(page("/newsroom/stories?lang=ru&list=review").select(".work tbody").text())
        .contains("Мост", "На редактуре");
    post(path + "/stage", "version=3&basedOn=1&stage=writing");
    assertThat(draft(path).stage()).isEqualTo(Draft.Stage.WRITING);
    assertThat(post(path + "/stage", "version=4&basedOn=1&stage=heaven").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aStoryAppearsLaterByTheClockOfTheSite() throws Exception {
    String path = begin("en");
    json(keep(path, 1, 1, story("Budget", "\"City\"", SOURCED)), 200);
    String at = page(path + "?lang=en").select("[name=at]").val();
    assertThat(at).isEmpty();
    post(
        path + "/release",
        "version=2&basedOn=1&at=" + URLEncoder.encode("2036-05-01T08:30", StandardCharsets.UTF_8));
    assertThat(newsroom.articles.get(id(path)).orElseThrow().state()).isEqualTo(State.SCHEDULED);
    assertThat(page(path + "?lang=en").select("[name=at]").val()).isEqualTo("2036-05-01T08:30");
    post(path + "/retract", "");
    assertThat(newsroom.articles.get(id(path)).orElseThrow().state()).isEqualTo(State.DRAFT);
    assertThat(post(path + "/release", "version=2&basedOn=3&at=soon").statusCode()).isEqualTo(400);
  }

  @Test
  void aPublishedStoryIsCorrectedDiscardedAndWithdrawn() throws Exception {
    long id = newsroom.publish(Language.EN, "The ferry leaves");
    String path = "/newsroom/stories/" + id;
    newsroom.advance(Duration.ofMinutes(5));
    json(keep(path, 0, 1, story("The ferry left", "", SOURCED)), 200);
    assertThat(page(path + "?lang=en").select(".about").text()).contains("Published, with changes");
    post(path + "/discard", "");
    assertThat(draft(path).content().headline()).isEqualTo("The ferry leaves");
    json(keep(path, 2, 1, story("The ferry left", "", SOURCED)), 200);
    post(path + "/release", "version=3&basedOn=1&correction=It+left+on+Monday.");
    assertThat(newsroom.articles.get(id).orElseThrow().content().corrections())
        .extracting(correction -> correction.note())
        .containsExactly("It left on Monday.");
    post(path + "/retract", "");
    assertThat(newsroom.articles.find(id)).isInstanceOf(Finding.Gone.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/newsroom/stories/999",
        "/newsroom/stories?list=heaven",
        "/newsroom/stories?page=0",
        "/newsroom/stories?edition=xx"
      })
  void whatThereIsNotIsNotFound(String path) throws Exception {
    assertThat(newsroom.web.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void anEmptyListSaysWhatToDo() throws Exception {
    assertThat(page("/newsroom/stories?lang=en").select(".nothing").text())
        .isEqualTo("Nothing is being written. Begin a story.");
    assertThat(post("/newsroom/stories", "language=xx").statusCode()).isEqualTo(404);
  }

  private String begin(String language) throws Exception {
    HttpResponse<byte[]> begun = post("/newsroom/stories", "language=" + language);
    assertThat(begun.statusCode()).isEqualTo(303);
    return begun.headers().firstValue("Location").orElseThrow();
  }

  private static String story(String headline, String topics, String sources) {
    return """
        {"emoji":"","headline":"%s","lede":"It opens on Monday.",
         "body":{"type":"doc","attrs":{"schema":1},"content":[
           {"type":"paragraph","content":[{"type":"text","text":"Cars may cross.","marks":[]}]}]},
         "bylines":["Aida Serik"],"topics":[%s],"place":"","pictures":[],"sources":[%s]}
        """
        .formatted(headline, topics, sources);
  }

  /** A story of paragraphs. */
  private static String written(String headline, String... paragraphs) {
    String body =
        Stream.of(paragraphs)
            .map(
                text ->
                    "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\""
                        + text
                        + "\"}]}")
            .collect(Collectors.joining(","));
    return """
        {"emoji":"","headline":"%s","lede":"","body":{"type":"doc","attrs":{"schema":2},
         "content":[%s]},"bylines":[],"topics":[],"place":"","pictures":[],"sources":[]}
        """
        .formatted(headline, body);
  }

  private static JsonNode field(JsonNode answer, String name) {
    return answer
        .path("merge")
        .valueStream()
        .filter(field -> field.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> parts(JsonNode answer, String name) {
    return field(answer, name).path("parts").valueStream().map(JsonNode::toString).toList();
  }

  private HttpResponse<byte[]> keep(String path, long version, long basedOn, String story)
      throws Exception {
    return send("PUT", path + "/draft", version, basedOn, story);
  }

  private HttpResponse<byte[]> send(
      String method, String path, long version, long basedOn, String story) throws Exception {
    return send(
        method,
        path,
        "{\"version\":" + version + ",\"basedOn\":" + basedOn + ",\"story\":" + story + "}");
  }

  private HttpResponse<byte[]> put(String path, String body) throws Exception {
    return send("PUT", path + "/draft", body);
  }

  private HttpResponse<byte[]> send(String method, String path, String body) throws Exception {
    return newsroom.web.send(
        method,
        path + "?lang=en",
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/json");
  }

  private String here(String path) throws Exception {
    return json(post(path + "/here?lang=en", ""), 200).path("text").asString();
  }

  private HttpResponse<byte[]> post(String path, String form) throws Exception {
    return newsroom.web.send(
        "POST",
        path,
        form.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private static JsonNode json(HttpResponse<byte[]> answer, int status) {
    assertThat(answer.statusCode())
        .as(() -> new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    return JsonMapper.shared().readTree(answer.body());
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> answer = newsroom.web.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private Draft draft(String path) {
    return newsroom.drafts.open(id(path)).orElseThrow();
  }

  private static long id(String path) {
    return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
  }
}
