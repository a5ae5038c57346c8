package io.broadsheet.audience;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Topic;
import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import io.broadsheet.web.TestWeb;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TopControllerTest {
  @TempDir private static Path folder;

  private static final FakeClock clock = new FakeClock(NOON.plus(Duration.ofMinutes(10)));
  private static TestDatabase opened;
  private static Outbox outbox;
  private static Articles articles;
  private static Audience audience;
  private static TestWeb web;
  private static long english;
  private static long kazakh;
  private static long expired;

  @BeforeAll
  static void start() throws Exception {
    opened = TestDatabase.open(Dialect.SQLITE);
    outbox = new Outbox(opened.database(), clock, JsonMapper.shared());
    articles = new Articles(opened.database(), outbox, clock, JsonMapper.shared());
    english =
        articles.save(story("u:1", Language.EN, "Ferry leaves", new Topic("city", "City"))).id();
    expired =
        articles
            .save(
                story(
                    "u:2",
                    "u:2",
                    Language.EN,
                    "Over",
                    NOON,
                    State.PUBLISHED,
                    null,
                    NOON.plusSeconds(1)))
            .id();
    audience =
        new AudienceConfiguration()
            .audience(new DataFolder(folder), clock, TestDatabase.settings(null), articles, outbox);
    outbox.start();
    web = new TestWeb(Map.of("audience", audience, "articles", articles), TopController.class);
  }

  @AfterAll
  static void stop() {
    web.close();
    outbox.stop();
    audience.close();
    opened.close();
  }

  @Test
  @Order(1)
  void whatWasPublishedBeforeAndSinceIsListedWithItsNumbers() throws Exception {
    kazakh = articles.save(story("u:3", Language.KK, "Паром жолға шықты")).id();
    outbox.flush();
    assertThat(view(1, english)).isEqualTo(Outcome.COUNTED);
    assertThat(view(1, kazakh)).isEqualTo(Outcome.COUNTED);
    assertThat(view(2, kazakh)).isEqualTo(Outcome.COUNTED);
    audience.carryOver(List.of(new CarriedTotals(english, 100, 20, 3)));
    assertThat(web.get("/api/v1/top").body())
        .isEqualTo(
            """
            {"items":[\
            {"rank":1,"id":%d,"url":"/kk/news/parom-zholga-shyqty-%d","emoji":null,\
            "headline":"Паром жолға шықты","views":2,"comments":0,"reactions":0,"windowViews":2},\
            {"rank":2,"id":%d,"url":"/en/city/ferry-leaves-%d","emoji":null,\
            "headline":"Ferry leaves","views":101,"comments":20,"reactions":3,"windowViews":1}]}"""
                .formatted(kazakh, kazakh, english, english));
  }

  @Test
  @Order(2)
  void aListCanBeOneLanguagesAndShorter() throws Exception {
    assertThat(ids("?lang=en")).containsExactly(english);
    assertThat(ids("?lang=kk&by=read&window=1h")).containsExactly(kazakh);
    assertThat(ids("?lang=ru")).isEmpty();
    assertThat(ids("?limit=1")).containsExactly(kazakh);
    assertThat(ids("?topic=city")).containsExactly(english);
    assertThat(ids("?topic=city&lang=kk")).isEmpty();
    assertThat(ids("?topic=nothing")).isEmpty();
    assertThat(ids("?limit=100&window=30d&by=read")).containsExactly(kazakh, english);
  }

  @Test
  @Order(3)
  void whatHasExpiredCountsWithoutBeingListed() throws Exception {
    assertThat(view(1, expired)).isEqualTo(Outcome.COUNTED);
    assertThat(ids("")).doesNotContain(expired);
  }

  @Test
  @Order(4)
  void thePastCanBeLookedUpByWholeHours() throws Exception {
    clock.advance(Duration.ofHours(1));
    assertThat(view(3, english)).isEqualTo(Outcome.COUNTED);
    String first = "?from=2026-11-20T07:00:00Z&to=2026-11-20T08:00:00Z";
    assertThat(windowViews(first)).containsExactly(2L, 1L);
    assertThat(ids(first)).containsExactly(kazakh, english);
    String second = "?from=2026-11-20T08:00:00Z&to=2026-11-20T09:00:00Z";
    assertThat(ids(second)).containsExactly(english, kazakh);
    assertThat(windowViews(second)).containsExactly(1L, 0L);
    assertThat(windowViews("?from=2026-11-20T07:00:00Z&to=2026-11-21T00:00:00Z&limit=1"))
        .containsExactly(2L);
    clock.advance(Duration.ofDays(100));
    audience.settle();
    assertThat(windowViews(first + "&by=read")).containsExactly(2L, 1L);
    assertThat(windowViews("")).containsExactly(0L, 0L);
  }

  @Test
  @Order(5)
  void aWithdrawnArticleIsNeitherListedNorCounted() throws Exception {
    articles.save(story("u:3", "u:3", Language.KK, "Паром", NOON, State.WITHDRAWN, null, null));
    outbox.flush();
    assertThat(ids("")).containsExactly(english);
    assertThat(view(9, kazakh)).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @Order(6)
  @ValueSource(
      strings = {
        "lang=de",
        "lang=",
        "lang=EN",
        "by=views",
        "by=",
        "window=2h",
        "window=",
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=ten",
        "limit=",
        "limit=1e1",
        "from=2026-11-20T07:00:00Z",
        "to=2026-11-20T07:00:00Z",
        "from=2026-11-20T07:30:00Z&to=2026-11-20T08:00:00Z",
        "from=2026-11-20T08:00:00Z&to=2026-11-20T08:00:00Z",
        "from=2026-11-20T09:00:00Z&to=2026-11-20T08:00:00Z",
        "from=1960-11-20T09:00:00Z&to=2026-11-20T08:00:00Z",
        "from=2026-11-20&to=2026-11-21",
        "from=-1000000000-01-01T00:00:00Z&to=%2B1000000000-12-31T23:00:00Z",
        "from=2026-11-20T07:00:00Z&to=2026-11-20T08:00:00Z&window=1h",
      })
  void whatCannotBeUnderstoodIsSaidInASentence(String query) throws Exception {
    HttpResponse<String> answer = web.get("/api/v1/top?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).containsAnyOf("The parameter", "Give either");
  }

  private static Outcome view(int reader, long article) {
    View view = new View(article, TestAudience.address(reader), "reader", false);
    return audience.record(view).toCompletableFuture().join();
  }

  private static List<Long> ids(String query) throws Exception {
    return numbers(query, "id");
  }

  private static List<Long> windowViews(String query) throws Exception {
    return numbers(query, "windowViews");
  }

  private static List<Long> numbers(String query, String member) throws Exception {
    List<Long> numbers = new ArrayList<>();
    for (JsonNode item :
        JsonMapper.shared().readTree(web.get("/api/v1/top" + query).body()).get("items")) {
      numbers.add(item.get(member).asLong());
    }
    return numbers;
  }
}
