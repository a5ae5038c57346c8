package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.accounts.Role;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.Finding;
import io.broadsheet.articles.TestArticles;
import io.broadsheet.articles.Topic;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk's lists: finding and doing with many stories at once. */
class StoryDeskTest {
  private static final Topic CITY = new Topic("city", "City");

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
  void aStoryIsFoundByItsWordsInWhateverListItStands() throws Exception {
    draft("The bridge closes");
    newsroom.publish(Language.EN, "Bridges of the city");
    newsroom.publish(Language.EN, "The ferry");

    Document found = desk("q=bridge");

    assertThat(headlines(found))
        .containsExactlyInAnyOrder("The bridge closes", "Bridges of the city");
    assertThat(found.select(".found").text()).isEqualTo("Found: 2");
    assertThat(found.select("[aria-label=What is in work] a").eachText())
        .containsExactly(
            "All 2",
            "Being written 1",
            "In review",
            "Approved",
            "Scheduled",
            "Published 1",
            "Withdrawn");
    assertThat(found.select("[name=q]").val()).isEqualTo("bridge");
    String published = found.select("[aria-label=What is in work] a").get(5).attr("href");
    assertThat(published).isEqualTo("/newsroom/stories?list=published&q=bridge");
    Document narrowed = page(published + "&lang=en");
    assertThat(headlines(narrowed)).containsExactly("Bridges of the city");
    assertThat(narrowed.select(".finder [name=list]").val()).isEqualTo("published");
    assertThat(narrowed.select(".finder a").attr("href"))
        .isEqualTo("/newsroom/stories?list=published");
  }

  @Test
  void aListIsKeptToALanguageATopicAndOnesOwn() throws Exception {
    newsroom.drafts.begin(Language.EN, TestArticles.content("The bridge", CITY), "Aida");
    newsroom.drafts.begin(Language.RU, TestArticles.content("Мост", CITY), "Administrator");
    draft("The ferry");
    newsroom.articles.save(TestArticles.story("urn:1", Language.EN, "The tram", CITY));
    assertThat(headlines(desk("topic=city")))
        .containsExactlyInAnyOrder("The bridge", "Мост", "The tram");
    assertThat(desk("topic=city").select("[name=topic] [selected]").text()).isEqualTo("City");
    assertThat(headlines(desk("topic=city&edition=ru"))).containsExactly("Мост");
    assertThat(headlines(desk("mine=true"))).containsExactlyInAnyOrder("Мост", "The ferry");
    assertThat(headlines(desk("list=all"))).hasSize(4);
    assertThat(headlines(desk(""))).hasSize(3);
  }

  @Test
  void whatIsNotFoundIsSaidSo() throws Exception {
    draft("The bridge closes");
    Document nothing = desk("q=" + URLEncoder.encode("\"(* source:", StandardCharsets.UTF_8));
    assertThat(nothing.select(".finder [name=q]").val()).isEqualTo("\"(* source:");
    assertThat(desk("q=bridge+tunnel").select(".found").text())
        .isEqualTo("No story has all of that. With some of it: 1");
    assertThat(desk("q=tunnel").select(".nothing").text())
        .isEqualTo("No story has that. Try fewer words, another list or another language.");
  }

  @Test
  void manyFoundStoriesFillSeveralPages() throws Exception {
    for (int i = 0; i < 51; i++) {
      draft("The bridge " + i);
    }
    Document first = desk("q=bridge");
    assertThat(headlines(first)).hasSize(50);
    String older = first.select("[rel=next]").attr("href");
    assertThat(older).isEqualTo("/newsroom/stories?q=bridge&page=2");
    assertThat(headlines(page(older + "&lang=en"))).hasSize(1);
    assertThat(headlines(desk("q=bridge&page=9999"))).isEmpty();
  }

  @Test
  void storiesToLinkToAreFoundWhileTheirWordsAreTyped() throws Exception {
    long id = newsroom.publish(Language.EN, "The bridge closes");
    newsroom.publish(Language.RU, "The bridge in Russian");
    for (int i = 0; i < 12; i++) {
      draft("The ferry " + i);
    }
    newsroom.search.flush();
    JsonNode found = json("/newsroom/stories/find?lang=en&language=en&q=bri");
    assertThat(found.size()).isEqualTo(1);
    assertThat(found.path(0).path("id").asLong()).isEqualTo(id);
    assertThat(found.path(0).path("headline").asString()).isEqualTo("The bridge closes");
    assertThat(found.path(0).path("path").asString()).isEqualTo("/en/news/the-bridge-closes-" + id);
    assertThat(found.path(0).path("state").asString()).isEqualTo("Published");
    assertThat(
            json("/newsroom/stories/find?q=bridge+closes&except=" + id).path(0).path("id").asLong())
        .isNotEqualTo(id);
    assertThat(json("/newsroom/stories/find?q=").size()).isEqualTo(10);
    assertThat(json("/newsroom/stories/find?q=%22%28").size()).isEqualTo(10);
    JsonNode only = json("/newsroom/stories/find?id=" + id);
    assertThat(only.path(0).path("headline").asString()).isEqualTo("The bridge closes");
    assertThat(json("/newsroom/stories/find?id=999").isEmpty()).isTrue();
    assertThat(newsroom.web.get("/newsroom/stories/find?language=xx").statusCode()).isEqualTo(404);
  }

  @Test
  void whoWritesIsOfferedWhatReadersAlreadyHaveOnTheSame() throws Exception {
    for (int i = 0; i < 40; i++) {
      newsroom.publish(Language.EN, "Note " + i);
    }
    long ice = newsroom.publish(Language.EN, "Ice on the river Toba stops the ferry");
    newsroom.publish(Language.RU, "Ferry, river, Toba");
    long writing = draft("Ferries cross the river Toba again");
    newsroom.searches.readers().flush();
    String path = "/newsroom/stories/find?q=&language=en&except=" + writing;
    assertThat(json(path).findValuesAsString("id")).containsExactly(Long.toString(ice));
    assertThat(newsroom.web.get(path).body()).contains("\"near\":true");
    long other = draft("Quite another matter");
    assertThat(json("/newsroom/stories/find?q=&language=en&except=" + other).size()).isEqualTo(10);
  }

  @Test
  void manyStoriesGoToReviewAtOnceAndBackWhenThatIsUndone() throws Exception {
    long one = draft("The bridge");
    long two = draft("The ferry");
    long three = draft("The tram");
    Document desk = desk("");
    String chosen = chosen(desk, one) + chosen(desk, two);
    newsroom.drafts.save(
        two, draftOf(two).mark(), TestArticles.content("The ferry leaves"), "Aida");

    Document answer = follow("bulk", "op=review&lang=en" + chosen);

    assertThat(answer.select(".outcome p").text()).isEqualTo("Sent to review: 1.");
    assertThat(answer.select(".outcome li").eachText())
        .containsExactly("The ferry leaves: somebody changed it meanwhile");
    assertThat(draftOf(one).stage()).isEqualTo(Draft.Stage.REVIEW);
    assertThat(draftOf(two).stage()).isEqualTo(Draft.Stage.WRITING);
    assertThat(draftOf(three).stage()).isEqualTo(Draft.Stage.WRITING);

    String undo = "lang=en&done=" + answer.select(".outcome button").val();
    assertThat(follow("undo", undo).select(".outcome").text()).isEqualTo("Undone: 1.");
    assertThat(draftOf(one).stage()).isEqualTo(Draft.Stage.WRITING);
    assertThat(follow("undo", undo).select(".outcome").text())
        .isEqualTo("That was too long ago to be undone here.");
  }

  @Test
  void storiesAreWithdrawnGivenATopicAndDiscardedAndOneReturnsToTheSameList() throws Exception {
    long out = newsroom.publish(Language.EN, "The bridge");
    newsroom.articles.save(TestArticles.story("urn:city", Language.EN, "The tram", CITY));
    String list = "&list=published&edition=en&lang=en";
    Document tagged =
        follow("bulk", "op=topic&add=city" + chosen(desk("list=published"), out) + list);
    assertThat(tagged.select(".outcome p").text()).isEqualTo("Topic added: 1.");
    assertThat(draftOf(out).content().topics()).containsExactly(CITY);
    assertThat(tagged.select("[aria-label=What is in work] [aria-current]").text())
        .isEqualTo("Published");
    Document gone = follow("bulk", "op=withdraw" + chosen(desk("list=published"), out) + list);
    assertThat(newsroom.articles.find(out)).isInstanceOf(Finding.Gone.class);
    follow("undo", "done=" + gone.select(".outcome button").val() + list);
    assertThat(newsroom.articles.find(out)).isInstanceOf(Finding.Live.class);
    Document unfit = follow("bulk", "op=unschedule" + chosen(desk("list=published"), out) + list);
    assertThat(unfit.select(".outcome li").text())
        .isEqualTo("The bridge: not possible in its present state");
    follow("bulk", "op=discard" + chosen(desk("list=published"), out) + list);
    assertThat(draftOf(out).content().topics()).isEmpty();
  }

  @Test
  void nobodyDoesToManyStoriesWhatTheyMayNotDoToOne() throws Exception {
    long out = newsroom.publish(Language.EN, "The bridge");
    long draft = draft("The ferry");
    String chosen = chosen(desk("list=published"), out);
    String mine = chosen(desk(""), draft);
    String done = follow("bulk", "op=review" + mine).select(".outcome button").val();
    newsroom.signIn("Aida", Role.REPORTER);
    assertThat(post("bulk", "op=withdraw" + chosen).statusCode()).isEqualTo(403);
    assertThat(desk("list=published").select("[value=withdraw]")).isEmpty();
    assertThat(newsroom.articles.find(out)).isInstanceOf(Finding.Live.class);
    follow("undo", "done=" + done);
    assertThat(draftOf(draft).stage()).isEqualTo(Draft.Stage.REVIEW);
    StaffMember bound = newsroom.signIn("Berik", Role.EDITOR);
    newsroom.staff.change(bound.id(), Role.EDITOR, Set.of("sport"), "Administrator");
    assertThat(
            follow("bulk", "lang=en&op=withdraw" + chosen + "&list=published")
                .select(".outcome li")
                .text())
        .isEqualTo("The bridge: not among your topics");
    assertThat(newsroom.articles.find(out)).isInstanceOf(Finding.Live.class);
  }

  @ParameterizedTest
  @CsvSource({
    "op=heaven, 404",
    "op=review&story=1, 400",
    "op=review&story=1.2.9999999999999999999, 400",
    "op=review&list=heaven, 404",
    "story=1.1.1, 400"
  })
  void whatIsNoChoiceIsRefused(String body, int status) throws Exception {
    assertThat(post("bulk", body).statusCode()).isEqualTo(status);
  }

  private Draft draftOf(long id) {
    return newsroom.drafts.open(id).orElseThrow();
  }

  private static String chosen(Document desk, long id) {
    return "&story=" + desk.select("#story-" + id + " [name=story]").val();
  }

  private HttpResponse<byte[]> post(String path, String body) throws Exception {
    return newsroom.web.send(
        "POST",
        "/newsroom/stories/" + path,
        body.getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded");
  }

  /** Sends a form and returns the screen that it leads to. */
  private Document follow(String path, String body) throws Exception {
    HttpResponse<byte[]> response = post(path, body);
    assertThat(response.statusCode()).isEqualTo(303);
    String to = response.headers().firstValue("Location").orElseThrow();
    return page(to + "&lang=en");
  }

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> response = newsroom.web.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body()).path("stories");
  }

  private long draft(String headline) {
    return newsroom.drafts.begin(Language.EN, TestArticles.content(headline), "Administrator");
  }

  private Document desk(String query) throws Exception {
    newsroom.search.flush();
    return page("/newsroom/stories?lang=en&" + query);
  }

  private static List<String> headlines(Document desk) {
    return desk.select(".work tbody th a").eachText();
  }

  private Document page(String path) throws Exception {
    HttpResponse<String> response = newsroom.web.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return Jsoup.parse(response.body());
  }
}
