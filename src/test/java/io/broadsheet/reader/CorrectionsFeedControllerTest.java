package io.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Correction;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Submission;
import io.broadsheet.articles.TestArticles;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import io.broadsheet.web.Assets;
import io.broadsheet.web.Templates;
import io.broadsheet.web.TestWeb;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CorrectionsFeedControllerTest {
  @Test
  void whatWasPutRightCanBeFollowed() throws Exception {
    try (TestDatabase opened = TestDatabase.open(Dialect.SQLITE)) {
      JsonMapper json = JsonMapper.shared();
      Outbox outbox = new Outbox(opened.database(), () -> TestArticles.NOON, json);
      Articles articles = new Articles(opened.database(), outbox, () -> TestArticles.NOON, json);
      Submission story = TestArticles.story("u:1", Language.EN, "Bridge & <ferry>");
      long id =
          articles
              .save(
                  new Submission(
                      story.uri(),
                      story.story(),
                      Language.EN,
                      story.content().with(List.of(new Correction(TestArticles.NOON, "A < B."))),
                      State.PUBLISHED,
                      TestArticles.NOON,
                      TestArticles.NOON,
                      null,
                      null))
              .id();
      try (TestWeb web =
          new TestWeb(
              Map.of("house", house(), "articles", articles), CorrectionsFeedController.class)) {
        HttpResponse<String> answer = web.get("/feeds/en/corrections.xml");
        assertThat(answer.headers().firstValue("Content-Type"))
            .hasValue("application/atom+xml;charset=UTF-8");
        Document feed = Jsoup.parse(answer.body(), "", Parser.xmlParser());
        assertThat(feed.select("entry title").text()).isEqualTo("Bridge & <ferry>");
        assertThat(feed.select("entry summary").text()).isEqualTo("A < B.");
        assertThat(feed.select("entry updated").text()).isEqualTo("2026-11-20T07:00:00Z");
        assertThat(feed.select("entry link").attr("href"))
            .startsWith("http://")
            .endsWith("/en/news/bridge-ferry-" + id);
        assertThat(feed.select("feed > link[rel=self]").attr("href"))
            .endsWith("/feeds/en/corrections.xml");
        assertThat(web.get("/feeds/de/corrections.xml").statusCode()).isEqualTo(404);
        assertThat(web.get("/feeds/kk/corrections.xml").statusCode()).isEqualTo(200);
      } finally {
        outbox.stop();
      }
    }
  }

  private static House house() throws Exception {
    Assets assets = new Assets();
    for (String name : List.of("reader.js", "live.js", "talk.js", "icon.svg")) {
      try (InputStream file =
          CorrectionsFeedControllerTest.class.getResourceAsStream("/assets/" + name)) {
        assets.add(name, Objects.requireNonNull(file));
      }
    }
    return new House(TestDatabase.settings(null).site(), new Templates("reader"), assets);
  }
}
