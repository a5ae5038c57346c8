package io.broadsheet.reader;

import static io.broadsheet.articles.TestArticles.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.articles.Article;
import io.broadsheet.articles.Body;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Correction;
import io.broadsheet.articles.FrontSaved;
import io.broadsheet.articles.FrontSlot;
import io.broadsheet.articles.HtmlBody;
import io.broadsheet.articles.Picture;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Submission;
import io.broadsheet.articles.TestArticles;
import io.broadsheet.articles.TestBodies;
import io.broadsheet.articles.Topic;
import io.broadsheet.audience.CarriedTotals;
import io.broadsheet.search.TestSearch;
import io.broadsheet.settings.Language;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PagesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Topic CITY = new Topic("city", "Город");
  private static final Topic SPORT = new Topic("sport", "Спорт");

  private TestReader reader;

  @BeforeEach
  void open() throws Exception {
    reader = new TestReader();
  }

  @AfterEach
  void close() {
    reader.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void anEmptyPortalHasAllItsPages(Language language) throws Exception {
    for (String path :
        new String[] {"", "news/", "top", "rates", "corrections", "privacy", "imprint"}) {
      HttpResponse<byte[]> answer = reader.server().get("/" + language + "/" + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
    }
    assertThat(reader.server().get("/" + language + "/city/").statusCode()).isEqualTo(404);
  }

  @Test
  void aStoryIsShownWithItsSourcesTopicAndNeighbours() throws Exception {
    long other = save("u:2", Language.RU, "Матч", CITY);
    long id = save("u:1", Language.RU, "Паром <пошёл> & \"вернулся\"", CITY, SPORT);
    Document page = page(path(id));
    assertThat(page.select("h1").text()).isEqualTo("Паром <пошёл> & \"вернулся\"");
    assertThat(page.select("article").attr("data-article")).isEqualTo("" + id);
    assertThat(page.select(".story > .kicker").text()).isEqualTo("Город");
    assertThat(page.select(".prose").text()).startsWith("Body of");
    assertThat(page.select(".aside").text()).contains("Town hall", "официальное сообщение");
    assertThat(page.select(".byline").text())
        .isEqualTo("A. Reporter 20 ноября 2026, 12:00 1 минута чтения");
    assertThat(page.select(".more a").eachAttr("href")).contains(path(other));
    assertThat(page.select(".more a").eachAttr("href")).doesNotContain(path(id));
    assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(path(id));
    assertThat(page.title()).isEqualTo("Паром <пошёл> & \"вернулся\" – Broadsheet");
  }

  @Test
  void aLinkToAnotherStoryFollowsItsHeadlineAndGoesWithIt() throws Exception {
    long other = save("u:2", Language.RU, "Матч", SPORT);
    long hidden = save("u:3", Language.KK, "Ойын", SPORT);
    withdraw("u:3", "u:3", Language.KK, "Ойын");
    Submission plain = TestArticles.story("u:1", Language.RU, "Паром", CITY);
    long id =
        reader.articles.save(TestBodies.story(plain, TestBodies.everyBlock(other, hidden))).id();
    String path = path(id);
    assertThat(page(path).select(".also").eachText()).containsExactly("Читайте также Матч");
    assertThat(page(path).select(".also a").attr("href")).isEqualTo(path(other));
    assertThat(page(path).select(".prose .facts + .also ~ ol")).hasSize(1);
    int built = reader.builds.get();
    save("u:2", Language.RU, "Матч отменён", CITY);
    await(() -> page(path).select(".also a").text().equals("Матч отменён"));
    assertThat(page(path).select(".also a").attr("href")).isEqualTo(path(other));
    save("u:3", Language.KK, "Ойын", SPORT);
    await(() -> page(path).select(".also a[lang=kk]").text().equals("Ойын"));
    withdraw("u:2", "u:2", Language.RU, "Матч отменён");
    await(() -> page(path).select(".also").size() == 1);
    assertThat(reader.builds.get()).isEqualTo(built);
  }

  @Test
  void aStoryCannotWriteTheMarkWhereALinkStands() throws Exception {
    long other = save("u:2", Language.RU, "Матч", SPORT);
    long id = save("u:1", Language.RU, StorySplit.MARKS.story(other), CITY);
    assertThat(page(path(id)).select(".also")).isEmpty();
    assertThat(page(path(id)).select("h1").text()).isEqualTo(StorySplit.MARKS.story(other));
  }

  @Test
  void theFrontPageIsLedByTheNewestOfTheFirstFiveThatHasAPicture() throws Exception {
    for (int n = 1; n <= 6; n++) {
      Submission plain = TestArticles.story("u:" + n, Language.RU, "Новость " + n, CITY);
      reader.articles.save(n == 1 || n == 3 || n == 4 ? withPicture(plain) : plain);
    }
    Document front = page("/ru/");
    assertThat(front.select(".lead h2").text()).isEqualTo("Новость 4");
    assertThat(front.select(".lead img")).hasSize(1);
    assertThat(front.select(".seconds h2").eachText())
        .containsExactly("Новость 3", "Новость 6", "Новость 5", "Новость 2");
    assertThat(front.select(".latest a").eachText()).contains("Новость 1");
    assertThat(front.select(".lead time").text()).isEqualTo("20 ноября, 12:00");
  }

  @Test
  void whatEditorsPutOnTheFrontPageLeadsInTheirOrderAndStandsThereOnce() throws Exception {
    long[] ids = new long[12];
    for (int n = 1; n < ids.length; n++) {
      ids[n] = save("u:" + n, Language.RU, "Новость " + n, CITY);
    }
    String automatic = reader.html("/ru/");
    place(0, ids[2], ids[9]);
    Document front = page("/ru/");
    assertThat(front.select(".lead h2").text()).isEqualTo("Новость 2");
    assertThat(front.select(".seconds h2").eachText())
        .containsExactly("Новость 9", "Новость 11", "Новость 10", "Новость 8");
    assertThat(front.select(".latest li a").eachText()).startsWith("Новость 7").hasSize(6);
    assertThat(front.select("main a[href=" + path(ids[2]) + "]")).hasSize(1);
    withdraw("u:2", "u:2", Language.RU, "Новость 2");
    assertThat(page("/ru/").select(".lead h2").text()).isEqualTo("Новость 9");
    save("u:2", Language.RU, "Новость 2", CITY);
    place(1);
    assertThat(reader.html("/ru/")).isEqualTo(automatic);
  }

  @Test
  void moreThanFiveStoriesPutOnTheFrontPageFillItsTwoColumns() throws Exception {
    long[] ids = new long[12];
    for (int n = 0; n < ids.length; n++) {
      ids[n] = save("u:" + n, Language.RU, "Новость " + n, CITY);
    }
    place(0, Arrays.copyOf(ids, 6));
    assertThat(page("/ru/").select(".seconds h2").eachText())
        .startsWith("Новость 1", "Новость 2")
        .endsWith("Новость 5", "Новость 11")
        .hasSize(6);
    place(1, ids);
    assertThat(page("/ru/").select(".seconds h2").eachText()).endsWith("Новость 8").hasSize(8);
    assertThat(page("/ru/").select(".latest li a").eachText())
        .containsExactly("Новость 11", "Новость 10", "Новость 9");
  }

  private void place(long seen, long... ids) {
    List<FrontSlot> slots =
        Arrays.stream(ids).mapToObj(id -> new FrontSlot(id, null, null)).toList();
    assertThat(reader.front.save(Language.RU, seen, slots, "Aida"))
        .isInstanceOf(FrontSaved.Kept.class);
  }

  @Test
  void editionsLeadToEachOther() throws Exception {
    long ru = save("u:ru", "story", Language.RU, "Паром", CITY);
    String alone = reader.html(path(ru));
    assertThat(Jsoup.parse(alone).select("link[hreflang]")).isEmpty();
    long kk = save("u:kk", "story", Language.KK, "Паром жүрді", CITY);
    for (long id : new long[] {ru, kk}) {
      Document page = page(path(id));
      assertThat(page.select("link[hreflang]").eachAttr("href"))
          .containsExactly(path(kk), path(ru));
      assertThat(page.select(".langs a").eachAttr("href"))
          .containsExactly(path(kk), path(ru), "/en/");
    }
    assertThat(page(path(ru)).select(".editions a").text()).isEqualTo("Паром жүрді");
    withdraw("u:kk", "story", Language.KK, "Паром жүрді");
    assertThat(reader.html(path(ru))).isEqualTo(alone);
  }

  @Test
  void anEditionThatLeavesItsStoryIsLetGoByTheOthers() throws Exception {
    long ru = save("u:ru", "story", Language.RU, "Паром", CITY);
    String alone = reader.html(path(ru));
    long kk = save("u:kk", "story", Language.KK, "Паром жүрді", CITY);
    assertThat(reader.html(path(ru))).contains(path(kk));
    save("u:kk", "another", Language.KK, "Паром жүрді", CITY);
    assertThat(reader.html(path(ru))).isEqualTo(alone);
  }

  @Test
  void aStoryThatWasFiledUnderAWrongLanguageMovesWithAllThatShowsIt() throws Exception {
    long id = save("u:1", Language.RU, "Паром жүрді", CITY);
    String was = path(id);
    assertThat(reader.html("/ru/")).contains("Паром жүрді");
    assertThat(reader.html("/kk/")).doesNotContain("Паром жүрді");
    save("u:1", Language.KK, "Паром жүрді", CITY);
    assertThat(reader.html("/kk/")).contains("Паром жүрді");
    assertThat(reader.html("/ru/")).doesNotContain("Паром жүрді");
    HttpResponse<byte[]> answer = reader.server().get(was);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains(was.replace("/ru/", "/kk/"));
  }

  @Test
  void aChangeShowsOnItsPageAndInTheListsAndNowhereElse() throws Exception {
    long changed = save("u:1", Language.RU, "Первая", CITY);
    long other = save("u:2", Language.RU, "Вторая", SPORT);
    String[] ours = {path(changed), "/ru/", "/ru/city/", "/ru/news/"};
    String[] others = {path(other), "/kk/", "/ru/privacy"};
    for (String path : ours) {
      assertThat(reader.html(path)).contains("Первая");
    }
    for (String path : others) {
      reader.html(path);
    }
    save("u:1", Language.RU, "Новая", CITY);
    for (String path : ours) {
      assertThat(reader.html(path.contains("-") ? path(changed) : path))
          .contains("Новая")
          .doesNotContain("Первая");
    }
    int before = reader.builds.get();
    reader.html(path(other));
    reader.html("/kk/");
    assertThat(reader.builds.get()).isEqualTo(before);
  }

  @Test
  void aChangedSlugOrTopicLeadsToTheNewPlace() throws Exception {
    long id = save("u:1", Language.RU, "Паром пошёл", CITY);
    String old = path(id);
    assertThat(reader.html(old)).contains("Паром пошёл");
    save("u:1", Language.RU, "Паром пошёл", SPORT);
    reader.outbox.flush();
    HttpResponse<byte[]> answer = reader.server().get(old);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains(path(id));
    assertThat(path(id)).startsWith("/ru/sport/");
  }

  @Test
  void aStoryThatComesBackIsFoundUnderEveryLanguageAgain() throws Exception {
    long id = save("u:1", Language.RU, "Паром", CITY);
    String elsewhere = path(id).replace("/ru/", "/kk/");
    withdraw("u:1", "u:1", Language.RU, "Паром");
    reader.outbox.flush();
    assertThat(reader.server().get(elsewhere).statusCode()).isEqualTo(410);
    save("u:1", Language.RU, "Паром", CITY);
    reader.outbox.flush();
    HttpResponse<byte[]> answer = reader.server().get(elsewhere);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains(path(id));
  }

  @Test
  void whatWasPutRightIsOnAPageOfItsOwn() throws Exception {
    Submission story = TestArticles.story("u:1", Language.RU, "Паром пошёл", CITY);
    long id = reader.articles.save(story).id();
    assertThat(page("/ru/corrections").select("main").text()).contains("Пока исправлений не было.");
    Content corrected =
        TestArticles.content("Паром стоит", CITY)
            .with(List.of(new Correction(NOON, "Паром <не> пошёл.")));
    reader.articles.save(
        new Submission(
            story.uri(),
            story.story(),
            Language.RU,
            corrected,
            State.PUBLISHED,
            NOON,
            NOON,
            null,
            null));
    await(() -> !page("/ru/corrections").select(".put").isEmpty());
    Document page = page("/ru/corrections");
    assertThat(page.select(".put > p").text()).contains("Паром <не> пошёл.");
    assertThat(page.select(".put h2 a").attr("href")).isEqualTo(path(id));
    assertThat(page.select(".put del").eachText()).contains("убрано: пошёл");
    assertThat(page.select(".foot a").eachAttr("href")).contains("/ru/corrections");
    assertThat(reader.server().get("/ru/corrections?page=2").statusCode()).isEqualTo(404);
    assertThat(reader.server().get("/ru/corrections?page=0").statusCode()).isEqualTo(404);
  }

  @Test
  void aStoryThatIsToldAsItHappensShowsItsEntriesWithoutBeingBuiltAgain() throws Exception {
    long other = save("u:2", Language.RU, "Мост", CITY);
    long id = save("u:1", Language.RU, "Паводок", CITY);
    String path = path(id);
    assertThat(page(path).select(".entries")).isEmpty();
    reader.coverage.set(id, true, "Aida");
    await(() -> page(path).select(".entries > h2").text().equals("Онлайн"));
    int built = reader.builds.get();
    for (int i = 1; i <= 35; i++) {
      reader.coverage.publish(id, "Запись " + i, HtmlBody.plain("Вода <" + i + ">"), "Aida");
    }
    Body linked = TestBodies.everyBlock(other, other);
    reader.coverage.publish(id, "Последняя", linked, "Aida");
    await(() -> page(path).select(".entry:first-child h3").text().equals("Последняя"));
    Document page = page(path);
    assertThat(page.select(".entry")).hasSize(30);
    assertThat(page.select(".entry:first-child .also a").attr("href")).isEqualTo(path(other));
    assertThat(page.select(".entry").get(1).select(".prose").text()).isEqualTo("Вода <35>");
    assertThat(reader.builds.get()).isEqualTo(built);
    JsonNode data = JSON.readTree(page.select(".entries script").html());
    assertThat(data.path("@type").asString()).isEqualTo("LiveBlogPosting");
    assertThat(data.path("coverageEndTime").isMissingNode()).isTrue();
    assertThat(data.path("liveBlogUpdate")).hasSize(30);
    assertThat(data.path("liveBlogUpdate").get(1).path("articleBody").asString())
        .isEqualTo("Вода <35>");
    String older = page.select(".entries [rel=next]").attr("href");
    assertThat(older).startsWith(path + "?before=");
    Document earlier = page(older);
    assertThat(earlier.select(".entry h3").eachText()).hasSize(6).endsWith("Запись 1");
    assertThat(earlier.select(".entries .meta a").attr("href")).isEqualTo(path);
    assertThat(earlier.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
    reader.coverage.set(id, false, "Aida");
    await(() -> page(path).select(".entries > h2").text().equals("Как это было"));
    assertThat(page(path).select(".entries script").html()).contains("coverageEndTime");
    assertThat(earlier.select(".entries script")).isEmpty();
    assertThat(page(path(other) + "?before=7").select("h1").text()).isEqualTo("Мост");
    withdraw("u:1", "u:1", Language.RU, "Паводок");
    await(() -> reader.server().get(path).statusCode() == 410);
    await(() -> reader.server().get(older).statusCode() == 404);
  }

  @Test
  void aWithdrawnStoryIsGoneAndADraftIsNotThere() throws Exception {
    long id = save("u:1", Language.RU, "Паром", CITY);
    String path = path(id);
    assertThat(reader.server().get(path).statusCode()).isEqualTo(200);
    withdraw("u:1", "u:1", Language.RU, "Паром");
    reader.outbox.flush();
    HttpResponse<byte[]> gone = reader.server().get(path);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.headers().firstValue("Content-Language")).contains("ru");
    assertThat(reader.html("/ru/")).doesNotContain("Паром");
    long draft =
        reader
            .articles
            .save(
                TestArticles.story(
                    "u:9", "u:9", Language.RU, "Черновик", NOON, State.DRAFT, null, null, CITY))
            .id();
    assertThat(reader.server().get("/ru/city/chernovik-" + draft).statusCode()).isEqualTo(404);
  }

  @Test
  void listsTurnTheirPages() throws Exception {
    for (int i = 0; i < 45; i++) {
      reader.articles.save(
          TestArticles.story(
              "u:" + i,
              "u:" + i,
              Language.EN,
              "Story " + i,
              NOON.minus(Duration.ofMinutes(i)),
              State.PUBLISHED,
              null,
              null,
              new Topic("city", "City")));
    }
    Document first = page("/en/city/");
    assertThat(first.select("main h2 a").eachText()).hasSize(20).startsWith("Story 0", "Story 1");
    assertThat(first.select("a[rel=next]").attr("href")).isEqualTo("/en/city/?page=2");
    assertThat(first.select("a[rel=prev]")).isEmpty();
    Document last = page("/en/city/?page=3");
    assertThat(last.select("main h2 a").eachText()).hasSize(5).endsWith("Story 44");
    assertThat(last.select("a[rel=next]")).isEmpty();
    assertThat(last.select("a[rel=prev]").attr("href")).isEqualTo("/en/city/?page=2");
    assertThat(last.select("link[rel=canonical]").attr("href")).isEqualTo("/en/city/?page=3");
    assertThat(reader.server().get("/en/city/?page=4").statusCode()).isEqualTo(404);
    assertThat(page("/en/").select("main h2 a, main li > a").eachText()).hasSize(18);
  }

  @Test
  void theTopTenIsRenderedWhenItChangesAndStandsOnEveryPage() throws Exception {
    long id = save("u:1", Language.RU, "Паром", CITY);
    String before = reader.html(path(id));
    assertThat(reader.html(path(id))).isEqualTo(before);
    reader.audience.admit(id, "ru", Set.of(), true);
    reader.audience.carryOver(List.of(new CarriedTotals(id, 6725, 14, 40)));
    await(() -> reader.html(path(id)).contains("6725"));
    assertThat(reader.html(path(id))).isNotEqualTo(before);
    for (String path : new String[] {path(id), "/ru/", "/ru/city/", "/ru/rates", "/ru/nothing/x"}) {
      assertThat(page(path).select(".ranks li").text()).as(path).isEqualTo("1 Паром 6725 14 40");
    }
    assertThat(page("/ru/top").select(".ranks li").text())
        .isEqualTo("1 Паром 6725 14 40 за 24 часа 0");
  }

  @Test
  void theWholeListCanBeOfOneTopic() throws Exception {
    long ferry = save("u:1", Language.RU, "Паром", CITY);
    long harvest = save("u:2", Language.RU, "Урожай", new Topic("village", "Село"));
    reader.audience.admit(ferry, "ru", Set.of("city"), true);
    reader.audience.admit(harvest, "ru", Set.of("village"), true);
    await(() -> page("/ru/top").select(".tabs a[href*=topic]").size() == 2);
    assertThat(page("/ru/top").select(".ranks a").eachText()).hasSize(2);
    Document village = page("/ru/top?topic=village&by=read");
    assertThat(village.title()).startsWith("Что читают: Село");
    assertThat(village.select("h1").text()).isEqualTo("Что читают: Село");
    assertThat(village.select(".ranks a").eachText()).containsExactly("Урожай");
    assertThat(village.select(".tabs [aria-current]").eachText()).contains("Село");
    assertThat(village.select(".tabs a").eachAttr("href"))
        .contains(
            "/ru/top?topic=village", "/ru/top?topic=village&by=read&window=7d", "/ru/top?by=read");
    assertThat(village.select("link[rel=canonical]").attr("href"))
        .isEqualTo("/ru/top?topic=village&by=read");
    reader.audience.admit(ferry, "ru", Set.of("city", "village"), true);
    await(() -> page("/ru/top?topic=village&by=read").select(".ranks a").size() == 2);
    assertThat(reader.server().get("/ru/top?topic=nothing").statusCode()).isEqualTo(404);
    assertThat(reader.server().get("/ru/top?topic=No/thing").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsBreakingStandsInTheHeaderOfEveryPageAndLeavesNoTraceAfterwards() throws Exception {
    save("u:1", Language.RU, "Паром", CITY);
    assertThat(page("/ru/").select(".breaking").text()).isEmpty();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Submission breaking =
        TestArticles.breaking("u:2", Language.RU, "Лёд тронулся", now, now.plusSeconds(3_600));
    long id = reader.articles.save(breaking).id();
    reader.outbox.flush();
    for (String path : new String[] {"/ru/", "/ru/city/", "/ru/rates", "/ru/nothing/x"}) {
      await(() -> page(path).select("header .breaking").text().equals("Срочно Лёд тронулся"));
    }
    assertThat(page("/ru/").select(".breaking a").attr("href"))
        .isEqualTo("/ru/news/led-tronulsia-" + id);
    assertThat(page("/kk/").select(".breaking").text()).isEmpty();
    reader.articles.save(reader.articles.get(id).orElseThrow().again(State.WITHDRAWN));
    reader.outbox.flush();
    await(() -> page("/ru/").select(".breaking").text().isEmpty());
  }

  @Test
  void whatIsBuiltAgainFromTheSameDataHasTheSameBytes() throws Exception {
    long id = save("u:1", Language.RU, "Паром", CITY);
    String tag = reader.server().get(path(id)).headers().firstValue("ETag").orElseThrow();
    try (TestReader restarted = new TestReader()) {
      restarted.articles.save(TestArticles.story("u:1", Language.RU, "Паром", CITY));
      assertThat(restarted.server().get(path(id)).headers().firstValue("ETag")).contains(tag);
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited five seconds").isLessThan(end);
      Thread.sleep(10);
    }
  }

  private static Submission withPicture(Submission plain) {
    Picture picture = new Picture("0".repeat(64), 1600, 900, "#336699", "A ferry", "", "");
    return TestBodies.story(plain, plain.content().body(), picture);
  }

  @Test
  void belowAStoryStandThoseThatTellOfTheSameAsSoonAsTheyAreOut(@TempDir Path folder)
      throws Exception {
    try (TestSearch search = reader.searched(folder)) {
      for (int i = 0; i < 40; i++) {
        save("u:" + i, Language.RU, "Заметка " + i, SPORT);
      }
      String path = path(save("u:ferry", Language.RU, "Паром на реке Тоба отменён", SPORT));
      search.readers().flush();
      assertThat(page(path).select(".more h3").eachText()).hasSize(4).allMatch(isOf("Заметка"));

      save("u:ice", Language.RU, "Лёд на реке Тоба остановил паром", CITY);
      long back = save("u:back", Language.RU, "Паром на реке Тоба вернулся", CITY);
      await(() -> page(path).select(".more h3").eachText().size() == 2);
      assertThat(page(path).select(".more h3").eachText()).allMatch(isOf("Тоба"));
      assertThat(page(path(back)).select(".more h3").eachText())
          .containsExactlyInAnyOrder(
              "Паром на реке Тоба отменён", "Лёд на реке Тоба остановил паром");

      save("u:back", Language.RU, "Паром по реке Тоба снова ходит", CITY);
      await(() -> page(path).select(".more h3").eachText().toString().contains("снова ходит"));
      withdraw("u:ice", "u:ice", Language.RU, "Лёд на реке Тоба остановил паром");
      await(() -> page(path).select(".more h3").eachText().size() == 4);
    }
  }

  @Test
  void theArchiveLeadsToEachMonthAndDayOnWhichThereAreStories() throws Exception {
    aged("u:1", "Осень", "2026-11-20T07:00:00Z");
    // Already the first of the month in Almaty.
    aged("u:2", "Ночь", "2026-10-31T20:00:00Z");
    aged("u:3", "Лето", "2025-07-02T07:00:00Z");

    Document news = page("/ru/news/");
    assertThat(news.select(".calendar a").eachAttr("href"))
        .startsWith("/ru/news/?date=2026-11", "/ru/news/?date=2025-12", "/ru/news/?date=2026-01")
        .hasSize(13);
    Document month = page("/ru/news/?date=2026-11");
    assertThat(month.select("h1").text()).isEqualTo("Ноябрь 2026 года");
    assertThat(month.select(".list h2").eachText()).containsExactly("Осень", "Ночь");
    assertThat(month.select(".calendar nav:last-child a").eachText()).containsExactly("1", "20");
    assertThat(month.select(".calendar [aria-current]").eachText())
        .containsExactly("2026", "Ноябрь");
    Document day = page("/ru/news/?date=2026-11-01");
    assertThat(day.select("h1").text()).isEqualTo("1 ноября 2026");
    assertThat(day.select(".list h2").eachText()).containsExactly("Ночь");
    assertThat(page("/ru/news/?date=2025-07").select(".list h2").eachText())
        .containsExactly("Лето");
    for (String date :
        List.of("2026-10", "2026-11-02", "2026-13", "2026-02-30", "1", "x", "2026-11&page=2")) {
      assertThat(reader.server().get("/ru/news/?date=" + date).statusCode()).isEqualTo(404);
    }

    aged("u:4", "Октябрь", "2026-10-05T07:00:00Z");
    await(() -> reader.server().get("/ru/news/?date=2026-10").statusCode() == 200);
  }

  private void aged(String uri, String headline, String published) {
    reader.articles.save(
        TestArticles.story(
            uri,
            uri,
            Language.RU,
            headline,
            Instant.parse(published),
            State.PUBLISHED,
            null,
            null));
  }

  private static Predicate<String> isOf(String word) {
    return headline -> headline.contains(word);
  }

  private long save(String uri, Language language, String headline, Topic... topics) {
    return save(uri, uri, language, headline, topics);
  }

  private long save(String uri, String story, Language language, String headline, Topic... topics) {
    return reader
        .articles
        .save(
            TestArticles.story(
                uri, story, language, headline, NOON, State.PUBLISHED, null, null, topics))
        .id();
  }

  private void withdraw(String uri, String story, Language language, String headline) {
    reader.articles.save(
        TestArticles.story(
            uri, story, language, headline, NOON, State.WITHDRAWN, null, null, CITY));
  }

  private String path(long id) {
    return reader.articles.get(id).map(Article::path).orElseThrow();
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(reader.html(path));
  }
}
