package io.broadsheet.search;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.content;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.DeskList;
import io.broadsheet.articles.Draft;
import io.broadsheet.articles.DraftSaved;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.Release;
import io.broadsheet.articles.Source;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Topic;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class DeskSearchTest {
  private static final Topic CITY = new Topic("city", "Город");

  private final TestDatabase opened;
  private final Path folder = TestFolders.create();
  private final Articles articles;
  private final Drafts drafts;
  private final Editions editions;
  private Outbox outbox;
  private TestSearch searches;
  private Instant now = NOON;

  DeskSearchTest(Dialect dialect) throws IOException {
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> now, json);
    articles = new Articles(opened.database(), outbox, () -> now, json);
    drafts =
        new Drafts(
            opened.database(), outbox, new AuditLog(opened.database(), () -> now), () -> now, json);
    editions = new Editions(opened.database(), json);
    searches = open();
  }

  private TestSearch open() {
    return TestSearch.open(folder, editions, outbox, () -> now);
  }

  @AfterEach
  void close() {
    searches.close();
    outbox.stop();
    opened.close();
  }

  @Test
  void whatIsWrittenIsFoundAndWhatWasWrittenBeforeIsNot() throws Exception {
    long id = drafts.begin(Language.RU, content("Мост открыт"), "Aida");
    assertThat(find("мост")).containsExactly(id);
    write(id, content("Паром отменён"));
    assertThat(find("паром")).containsExactly(id);
    assertThat(find("мост")).isEmpty();
    drafts.release(id, drafts.open(id).orElseThrow().mark(), Release.now(), "Berik");
    assertThat(found(new DeskQuestion("паром", null, DeskList.PUBLISHED, null, null)))
        .containsExactly(id);
    write(id, content("Мост открыт"));
    assertThat(find("паром")).isEmpty();
    drafts.discard(id, "Aida");
    assertThat(find("паром")).containsExactly(id);
  }

  @Test
  void aWordIsFoundInItsFormsByTheRulesOfItsLanguage() throws Exception {
    long ru = articles.save(story("urn:ru", Language.RU, "Ещё одну ёлку поставили у мостов")).id();
    long en = articles.save(story("urn:en", Language.EN, "The minister’s bridges opened")).id();
    long kk = articles.save(story("urn:kk", Language.KK, "Көпір ашылды")).id();
    assertThat(find("мосту")).containsExactly(ru);
    assertThat(find("ЕЛКА")).containsExactly(ru);
    assertThat(find("bridge opening minister")).containsExactly(en);
    assertThat(find("көпір")).containsExactly(kk);
    assertThat(found(DeskQuestion.of("bridge", Language.RU))).isEmpty();
  }

  @Test
  void theWordThatIsBeingTypedIsFoundByItsBeginning() throws Exception {
    long id = articles.save(story("urn:1", Language.RU, "Правительство собралось")).id();
    assertThat(find("прави")).containsExactly(id);
    assertThat(find("прави ")).isEmpty();
  }

  @Test
  void aSourceIsFoundByItsNameAndByItsLink() throws Exception {
    Content sourced =
        sourced(
            "Мост открыт",
            new Source(
                "Минтранс",
                Source.Kind.OFFICIAL,
                "https://www.gov.kz/memleket/entities/transport",
                null));
    long id = drafts.begin(Language.RU, sourced, "Aida");
    long other = drafts.begin(Language.RU, content("Минтранс закрыл мост"), "Aida");
    assertThat(find("source:минтранс")).containsExactly(id);
    assertThat(find("источник: минтрансом")).containsExactly(id);
    assertThat(find("source:gov.kz")).containsExactly(id);
    assertThat(find("мост -source:gov.kz")).containsExactly(other);
    assertThat(find("минтранс")).containsExactlyInAnyOrder(id, other);
  }

  @Test
  void allWordsAreWantedAndSomeAreEnoughWhereNoStoryHasThemAll() throws Exception {
    long bridge = articles.save(story("urn:1", Language.EN, "The old bridge")).id();
    long ferry = articles.save(story("urn:2", Language.EN, "The old ferry")).id();
    assertThat(find("old bridge")).containsExactly(bridge);
    assertThat(find("old -bridge")).containsExactly(ferry);
    assertThat(find("\"old ferry\"")).containsExactly(ferry);
    assertThat(find("\"ferry old\"")).isEmpty();
    assertThat(find("bridge tunnel")).containsExactly(bridge);
  }

  @Test
  void editionsAreKeptToAListALanguageATopicAndAWriter() throws Exception {
    long draft = drafts.begin(Language.RU, content("Мост один", CITY), "Aida");
    long review = drafts.begin(Language.RU, content("Мост два"), "Berik");
    drafts.move(review, drafts.open(review).orElseThrow().mark(), Draft.Stage.REVIEW, "Berik");
    long published = articles.save(story("urn:1", Language.KK, "Мост үш")).id();
    now = now.plusSeconds(60);
    long gone = articles.save(story("urn:2", Language.RU, "Мост четыре", CITY)).id();
    drafts.retract(gone, State.WITHDRAWN, "", "Berik");
    assertThat(lists("мост")).containsExactly(draft, review, published, gone);
    assertThat(lists("")).containsExactly(draft, review, published, gone);
    assertThat(found(new DeskQuestion("мост", Language.KK, null, null, null)))
        .containsExactly(published);
    assertThat(found(new DeskQuestion("мост", null, null, "city", null)))
        .containsExactlyInAnyOrder(draft, gone);
    assertThat(found(new DeskQuestion("", null, null, null, "Aida"))).containsExactly(draft);
    assertThat(found(new DeskQuestion("", null, null, null, "A. Reporter"))).hasSize(4);
  }

  private List<Long> lists(String text) throws InterruptedException {
    List<Long> all = new ArrayList<>();
    for (DeskList list :
        List.of(DeskList.WRITING, DeskList.REVIEW, DeskList.PUBLISHED, DeskList.WITHDRAWN)) {
      all.addAll(found(new DeskQuestion(text, null, list, null, null)));
    }
    return all;
  }

  @Test
  void aPageOfWhatIsFoundFollowsTheOther() throws Exception {
    for (int i = 0; i < 25; i++) {
      articles.save(story("urn:" + i, Language.EN, "Bridge " + i));
    }
    searches.desk().flush();
    DeskQuestion question = DeskQuestion.of("bridge", null);
    List<Long> all = new ArrayList<>();
    for (int offset = 0; offset < 30; offset += 10) {
      DeskFound page = searches.desk().ask(question, offset, 10);
      assertThat(page.total()).isEqualTo(25);
      all.addAll(page.articles());
    }
    assertThat(all).hasSize(25).doesNotHaveDuplicates();
    assertThat(searches.desk().ask(question, 1_000_000, 10).articles()).isEmpty();
  }

  @Test
  void anIndexThatWasDeletedOrDamagedIsBuiltAgain() throws Exception {
    long id = articles.save(story("urn:1", Language.EN, "The bridge")).id();
    assertThat(find("bridge")).containsExactly(id);
    searches.close();
    try (Stream<Path> files = Files.list(folder.resolve("search-desk"))) {
      for (Path file : files.filter(file -> file.toString().contains("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    searches.start();
    assertThat(find("bridge")).containsExactly(id);
    searches.close();
    try (Stream<Path> files = Files.list(folder.resolve("search-desk"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    searches.start();
    assertThat(find("bridge")).containsExactly(id);
  }

  @Test
  void whatHappenedWhileNobodyIndexedIsMadeGoodAtTheStart() throws Exception {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 1_100; i++) {
      ids.add(articles.save(story("urn:" + i, Language.EN, "Bridge " + i)).id());
    }
    assertThat(search(DeskQuestion.of("bridge", null)).total()).isEqualTo(1_100);
    searches.close();
    outbox.stop();
    long fresh = articles.save(story("urn:x", Language.EN, "Ferry")).id();
    write(ids.get(700), content("Tunnel"));
    opened
        .database()
        .write(
            sql ->
                sql.sql("DELETE FROM article WHERE id IN (:ids)")
                    .param("ids", List.of(ids.get(3), ids.get(600)))
                    .update());
    outbox = new Outbox(opened.database(), () -> now, JsonMapper.shared());
    searches = open();
    assertThat(find("ferry")).containsExactly(fresh);
    assertThat(find("tunnel")).containsExactly(ids.get(700));
    assertThat(search(DeskQuestion.of("bridge", null)).total()).isEqualTo(1_097);
  }

  @Test
  void noTextFails() throws Exception {
    articles.save(story("urn:1", Language.RU, "Мост"));
    searches.desk().flush();
    List<String> odd =
        List.of(
            "\"",
            "-",
            "--",
            "-\"",
            "source:",
            "source:\"",
            "source: -",
            ":",
            "*",
            "?*",
            "a* OR (",
            "\0",
            "\uD83D",
            "🌉",
            "\u00ad",
            "+-&&||!(){}[]^\"~*?:\\/",
            "« »",
            "(".repeat(5_000),
            "a ".repeat(5_000),
            "a-b.".repeat(2_000),
            "\"" + "мост ".repeat(300),
            "x".repeat(9_000));
    for (String text : odd) {
      assertThat(searches.desk().ask(DeskQuestion.of(text, null), 0, 10)).isNotNull();
    }
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String letters = "aя \"-:*source:«»\\\n\uD83D\uDE00ё\u0301";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(searches.desk().ask(DeskQuestion.of(text.toString(), null), 0, 10))
          .as("seed %s: %s", seed, text)
          .isNotNull();
    }
  }

  private void write(long id, Content content) {
    Draft.Mark seen = drafts.open(id).orElseThrow().mark();
    assertThat(drafts.save(id, seen, content, "Aida")).isInstanceOf(DraftSaved.Kept.class);
  }

  private static Content sourced(String headline, Source source) {
    Content plain = content(headline);
    return new Content(
        null,
        headline,
        plain.lede(),
        plain.body(),
        plain.bylines(),
        plain.topics(),
        null,
        List.of(),
        List.of(source),
        List.of());
  }

  private List<Long> find(String text) throws InterruptedException {
    return found(DeskQuestion.of(text, null));
  }

  private List<Long> found(DeskQuestion question) throws InterruptedException {
    return search(question).articles();
  }

  private DeskFound search(DeskQuestion question) throws InterruptedException {
    searches.desk().flush();
    return searches.desk().ask(question, 0, 1_000);
  }
}
