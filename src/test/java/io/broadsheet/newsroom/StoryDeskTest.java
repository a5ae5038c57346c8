package io.broadsheet.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.TestArticles;
import io.broadsheet.articles.Topic;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    assertThat(json("/newsroom/stories/find?q=").size()).isEqualTo(10);
    assertThat(json("/newsroom/stories/find?q=%22%28").size()).isEqualTo(10);
    JsonNode only = json("/newsroom/stories/find?id=" + id);
    assertThat(only.path(0).path("headline").asString()).isEqualTo("The bridge closes");
    assertThat(json("/newsroom/stories/find?id=999").isEmpty()).isTrue();
    assertThat(newsroom.web.get("/newsroom/stories/find?language=xx").statusCode()).isEqualTo(404);
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
