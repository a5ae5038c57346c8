package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.Role;
import io.broadsheet.articles.Topic;
import io.broadsheet.comments.Attempt;
import io.broadsheet.comments.Comment;
import io.broadsheet.comments.Decision;
import io.broadsheet.comments.DiscussionMode;
import io.broadsheet.comments.Outcome;
import io.broadsheet.comments.State;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModerationControllerTest {
  private static final String HELD = "/newsroom/comments?lang=en";

  private TestNewsroom newsroom;
  private long ferry;

  @BeforeEach
  void start() throws IOException {
    newsroom = new TestNewsroom();
    ferry = newsroom.publish(Language.EN, "The ferry leaves");
    newsroom.signIn("Aida", Role.MODERATOR);
  }

  @AfterEach
  void stop() {
    newsroom.close();
  }

  @Test
  void whatIsHeldIsShownWithAllThatSpeaksForAndAgainstItAndApproved() throws Exception {
    long first = write(7, null, "A <b>good</b> ferry.\nhttps://example.com/a");
    newsroom.moderation.decide(List.of(first), Decision.APPROVE, "", "Aida");
    long reply = write(8, first, "No, it is not.");

    Document screen = page(HELD);

    assertThat(screen.select(".tabs li").eachText())
        .containsExactly("Held 1", "Reported 0", "Objections 0");
    assertThat(screen.select(".sections [aria-current]").text()).isEqualTo("Comments 1");
    Elements held = screen.select("#case-" + reply);
    assertThat(held.select("h2").text()).isEqualTo("Reader 8");
    assertThat(held.select("a[href=/newsroom/comments/readers/8]").text())
        .isEqualTo("shown: 0 · removed: 0 · since 20 November 2026");
    assertThat(held.select("a[lang=en]").text()).isEqualTo("The ferry leaves");
    assertThat(held.select(".answered").text())
        .isEqualTo("In reply to Reader 7: A <b>good</b> ferry. https://example.com/a");
    assertThat(held.select(".grounds li").eachText())
        .containsExactly("Held: its writer is new here.");

    String back = decide("op=approve&comment=" + reply + "&queue=held");
    assertThat(state(reply)).isEqualTo(State.SHOWN);
    screen = page(back + "&lang=en");
    assertThat(screen.select(".outcome [role=status]").text()).isEqualTo("Approved: 1.");
    assertThat(screen.select(".nothing").text()).isEqualTo("No comment waits for a decision.");
    assertThat(page(HELD).select(".sections [aria-current]").text()).isEqualTo("Comments");
  }

  @Test
  void manyAreRemovedTogetherForAReasonInTheLanguageOfTheirStoryAndComeBack() throws Exception {
    long parom = newsroom.publish(Language.RU, "Паром уходит");
    List<Long> ids = List.of(write(7, null, "Buy now"), write(8, null, "Buy later"));
    long russian = write(9, null, "Купите", parom);
    String chosen =
        ids.stream().map(id -> "comment=" + id).collect(Collectors.joining("&"))
            + "&comment="
            + russian;
    String back = decide("op=remove&reason=spam&note=again&queue=held&" + chosen);
    assertThat(newsroom.comments.find(ids.get(0)).orElseThrow().reason()).isEqualTo("Spam: again");
    assertThat(newsroom.comments.find(russian).orElseThrow().reason()).isEqualTo("Спам: again");
    Document screen = page(back + "&lang=en");
    assertThat(screen.select(".outcome [role=status]").text()).isEqualTo("Removed: 3.");
    String undo = "done=" + screen.select(".outcome [name=done]").val() + "&queue=held";
    String undone = location(post("/newsroom/comments/undo", undo));
    assertThat(page(undone + "&lang=en").select(".outcome [role=status]").text())
        .isEqualTo("Undone: 3.");
    assertThat(page(HELD).select(".case")).hasSize(3);
    assertThat(page(undone + "&lang=en").select(".outcome button")).isEmpty();
    assertThat(location(post("/newsroom/comments/undo", undo))).isEqualTo(undone);
    assertThat(state(russian)).isEqualTo(State.HELD);
  }

  @Test
  void whatAnotherDecidedSinceIsLeftAloneAndTold() throws Exception {
    List<Long> ids = List.of(write(7, null, "Buy now"), write(8, null, "Buy later"));
    String back = decide("op=remove&comment=" + ids.get(0) + "&comment=" + ids.get(1));
    newsroom.moderation.decide(ids.subList(0, 1), Decision.APPROVE, "", "Berik");
    post("/newsroom/comments/undo", back.replaceAll(".*[?&]done=", "done="));
    Document screen = page(back + "&lang=en");
    assertThat(screen.select(".outcome [role=status]").text()).isEqualTo("Undone: 1.");
    assertThat(screen.select(".outcome li").text())
        .isEqualTo(
            "Left as they are, since somebody decided otherwise meanwhile or the writer took them"
                + " back: 1.");
    assertThat(state(ids.get(0))).isEqualTo(State.SHOWN);
    assertThat(state(ids.get(1))).isEqualTo(State.HELD);
  }

  @Test
  void nobodyUndoesWhatAnotherDecided() throws Exception {
    long id = write(7, null, "Buy now");
    String done = decide("op=remove&comment=" + id).replaceAll(".*done=", "");
    newsroom.signIn("Berik", Role.CHIEF_EDITOR);
    String back = location(post("/newsroom/comments/undo", "done=" + done));
    assertThat(state(id)).isEqualTo(State.REMOVED);
    assertThat(page(back + "&lang=en").select(".outcome")).isEmpty();
  }

  @Test
  void reportsAndObjectionsAreShownInTheirWords() throws Exception {
    long id = write(7, null, "You are all fools");
    newsroom.moderation.decide(List.of(id), Decision.APPROVE, "", "Aida");
    newsroom.moderation.report(id, 8, "Rude <script>");
    newsroom.moderation.report(id, 9, "");
    Document screen = page(HELD + "&queue=reported");
    assertThat(screen.select(".grounds li").eachText())
        .containsExactly("2 readers have reported it.", "A reader: “Rude <script>”");
    newsroom.advance(Duration.ofSeconds(1));
    decide("op=remove&reason=insult&queue=reported&comment=" + id);
    newsroom.advance(Duration.ofSeconds(1));
    newsroom.moderation.appeal(id, 7, "It was a joke");
    screen = page(HELD + "&queue=appealed");
    assertThat(screen.select(".objection").text()).isEqualTo("Its writer objects: It was a joke");
    assertThat(screen.select(".grounds").text()).isEqualTo("Was removed: Insult");
    String back = decide("op=remove&reason=insult&queue=appealed&comment=" + id);
    assertThat(page(back + "&lang=en").select(".outcome [role=status]").text())
        .isEqualTo("Removed: 1.");
    assertThat(page(HELD + "&queue=appealed").select(".nothing").text())
        .isEqualTo("Nobody objects to a decision.");
  }

  @Test
  void aLongQueueIsReadPageByPage() throws Exception {
    List<Long> ids =
        LongStream.rangeClosed(1, 32)
            .map(reader -> write(reader, null, "Hm " + reader))
            .boxed()
            .toList();
    Document screen = page(HELD);
    assertThat(screen.select(".case")).hasSize(30);
    String next = screen.select("a[rel=next]").attr("href");
    screen = page(next + "&lang=en");
    assertThat(screen.select(".case").eachAttr("id"))
        .containsExactly("case-" + ids.get(30), "case-" + ids.get(31));
    String both = "comment=" + ids.get(30) + "&comment=" + ids.get(31);
    String back = decide("op=approve&queue=held&after=" + ids.get(29) + "&" + both);
    screen = page(back + "&lang=en");
    assertThat(screen.select(".nothing").text())
        .isEqualTo("No more wait here. Go back to the oldest.");
    assertThat(screen.select("a[rel=prev]").attr("href"))
        .isEqualTo("/newsroom/comments?queue=held");
  }

  @Test
  void aReaderIsBannedAndLetInAgainAndAllThatIsShownIsTakenDown() throws Exception {
    long first = write(7, null, "Buy now");
    newsroom.moderation.decide(List.of(first), Decision.APPROVE, "", "Aida");
    write(7, null, "Buy later");
    String path = "/newsroom/comments/readers/7";
    String back = location(post(path + "/ban", "days=7&reason=" + form("Спам & co.")));
    Document screen = page(back + "&lang=en");
    assertThat(screen.select("h1").text()).isEqualTo("Reader 7");
    assertThat(screen.select(".warn").text())
        .startsWith("Banned until 27 November 2026")
        .endsWith("Спам & co.");
    assertThat(screen.select(".figures dd").eachText()).containsExactly("2", "0", "0", "0");
    back = location(post(path + "/remove", "reason=advertisement"));
    screen = page(back + "&lang=en");
    assertThat(screen.select(".outcome [role=status]").text()).isEqualTo("Removed: 2.");
    assertThat(screen.select(".case .placed").eachText()).containsExactly("Removed", "Removed");
    String undo = screen.select(".outcome [name=done]").val();
    back = location(post("/newsroom/comments/undo", "reader=7&done=" + undo));
    assertThat(back).startsWith(path + "?done=");
    assertThat(page(path).select(".figures dd").eachText()).containsExactly("2", "0", "0", "0");
    back = location(post(path + "/lift", ""));
    assertThat(page(back + "&lang=en").select(".warn")).isEmpty();
    assertThat(newsroom.moderation.record(7).bannedUntil()).isNull();
    assertThat(post(path + "/ban", "days=9999").statusCode()).isEqualTo(404);
    assertThat(post("/newsroom/comments/readers/999/ban", "days=7").statusCode()).isEqualTo(404);
    assertThat(newsroom.web.get("/newsroom/comments/readers/999").statusCode()).isEqualTo(404);
  }

  @Test
  void aStoryIsClosedOrSlowedDown() throws Exception {
    String path = "/newsroom/comments/stories/" + ferry;
    assertThat(page(path + "?lang=en").select("[name=kind][checked]").val()).isEqualTo("open");
    String back = location(post(path, "kind=moderated&slow=300"));
    Document screen = page(back + "&lang=en");
    assertThat(screen.select(".outcome [role=status]").text()).isEqualTo("Saved.");
    assertThat(screen.select("[name=kind][checked]").val()).isEqualTo("moderated");
    assertThat(screen.select("[name=slow] [selected]").text()).isEqualTo("5 minutes");
    assertThat(newsroom.moderation.mode(ferry))
        .isEqualTo(new DiscussionMode(DiscussionMode.Kind.MODERATED, Duration.ofMinutes(5)));
    assertThat(post(path, "kind=open&slow=7").statusCode()).isEqualTo(404);
    assertThat(post(path, "kind=else&slow=0").statusCode()).isEqualTo(404);
    assertThat(post("/newsroom/comments/stories/999", "kind=open&slow=0").statusCode())
        .isEqualTo(404);
    assertThat(page("/newsroom/audience/" + ferry).select("a[href=" + path + "]")).hasSize(1);
    newsroom.signIn("Berik", Role.REPORTER);
    assertThat(page("/newsroom/audience/" + ferry).select("a[href=" + path + "]")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"MODERATOR", "CHIEF_EDITOR", "ADMINISTRATOR"})
  void whoIsBoundToTopicsModeratesUnderTheirStoriesOnly(Role role) throws Exception {
    long match = newsroom.publish(Language.EN, "The match", new Topic("sport", "Sport"));
    long own = write(7, null, "What a match", match);
    long other = write(7, null, "What a ferry", ferry);
    newsroom.signIn("Bound", role, "sport");

    Document screen = page(HELD);
    assertThat(screen.select(".case").eachAttr("id")).containsExactly("case-" + own);
    assertThat(screen.select(".tabs li").eachText())
        .containsExactly("Held 1", "Reported 0", "Objections 0");
    assertThat(screen.select(".sections [aria-current]").text()).isEqualTo("Comments 1");
    screen = page("/newsroom/comments/readers/7?lang=en");
    assertThat(screen.select(".case").eachAttr("id")).containsExactly("case-" + own);
    String both = "op=approve&comment=" + own + "&comment=" + other;
    HttpResponse<byte[]> refused = post("/newsroom/comments/decide", both);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(state(own)).isEqualTo(State.HELD);
    decide("op=approve&comment=" + own);
    assertThat(state(own)).isEqualTo(State.SHOWN);
    newsroom.moderation.decide(List.of(other), Decision.APPROVE, "", "Aida");
    post("/newsroom/comments/readers/7/remove", "reason=spam");
    assertThat(state(own)).isEqualTo(State.REMOVED);
    assertThat(state(other)).isEqualTo(State.SHOWN);

    String modes = "/newsroom/comments/stories/";
    assertThat(post(modes + match, "kind=closed&slow=0").statusCode()).isEqualTo(303);
    assertThat(post(modes + ferry, "kind=closed&slow=0").statusCode()).isEqualTo(403);
    assertThat(newsroom.web.get(modes + ferry).statusCode()).isEqualTo(403);
    assertThat(page("/newsroom/audience/" + match).select("a[href=" + modes + match + "]"))
        .hasSize(1);
    assertThat(page("/newsroom/audience/" + ferry).select("a[href=" + modes + ferry + "]"))
        .isEmpty();
    write(8, null, "Only here", ferry);
    assertThat(newsroom.web.get("/newsroom/comments/readers/8").statusCode()).isEqualTo(404);
    assertThat(post("/newsroom/comments/readers/8/ban", "days=7").statusCode()).isEqualTo(403);
    assertThat(post("/newsroom/comments/readers/7/ban", "days=7").statusCode()).isEqualTo(303);
  }

  @Test
  void theRulesAreShownAsTheyAreSet() throws Exception {
    assertThat(page("/newsroom/comments/rules?lang=en").select(".rules li").eachText())
        .hasSize(16)
        .contains(
            "A comment longer than 5000 characters is not taken. broadsheet.comments.longest",
            "A comment with more than 2 links waits for a moderator. broadsheet.comments.links",
            "The comments of a new reader wait for a moderator until 1 of them is shown."
                + " broadsheet.comments.hold-first");
    for (String language : List.of("kk", "ru")) {
      assertThat(page("/newsroom/comments/rules?lang=" + language).select(".rules li")).hasSize(16);
    }
  }

  @Test
  void nonsenseIsRefused() throws Exception {
    long id = write(7, null, "Hm");
    assertThat(newsroom.web.get("/newsroom/comments?queue=else").statusCode()).isEqualTo(404);
    for (String body :
        List.of(
            "op=else&comment=" + id,
            "op=remove&reason=else&comment=" + id,
            "op=approve&comment=999")) {
      assertThat(post("/newsroom/comments/decide", body).statusCode()).as(body).isEqualTo(404);
    }
    assertThat(state(id)).isEqualTo(State.HELD);
    String endless = "op=remove&note=" + "no".repeat(600) + "&comment=" + id;
    assertThat(post("/newsroom/comments/decide", endless).statusCode()).isEqualTo(422);
    assertThat(state(id)).isEqualTo(State.HELD);
    assertThat(post("/newsroom/comments/undo", "done=2-1").statusCode()).isEqualTo(404);
    assertThat(post("/newsroom/comments/undo", "done=else").statusCode()).isEqualTo(404);
  }

  private long write(long reader, @Nullable Long parent, String text) {
    return write(reader, parent, text, ferry);
  }

  private long write(long reader, @Nullable Long parent, String text, long story) {
    Reader who = new Reader(reader, false, "");
    Outcome outcome =
        newsroom.comments.submit(
            new Attempt(story, parent, who, "Reader " + reader, text, reader << 8, "Agent"));
    return switch (outcome) {
      case Outcome.Held(Comment comment, boolean _) -> comment.id();
      case Outcome.Accepted(Comment comment, boolean _) -> comment.id();
      case Outcome.Rejected _, Outcome.NoArticle _ -> throw new AssertionError(outcome);
    };
  }

  private State state(long id) {
    return newsroom.comments.find(id).orElseThrow().state();
  }

  private String decide(String body) throws Exception {
    return location(post("/newsroom/comments/decide", body));
  }

  private static String location(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<byte[]> post(String path, String body) throws Exception {
    return newsroom.web.send(
        "POST",
        path + "?lang=en",
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  private static String form(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> answer = newsroom.web.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }
}
