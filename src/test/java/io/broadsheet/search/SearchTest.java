package io.broadsheet.search;

import static io.broadsheet.articles.TestArticles.NOON;
import static io.broadsheet.articles.TestArticles.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.TestFolders;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Content;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.HtmlBody;
import io.broadsheet.articles.State;
import io.broadsheet.articles.Submission;
import io.broadsheet.database.Dialect;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Dialect.class)
class SearchTest {
  private final TestDatabase opened;
  private final Path folder;
  private final Articles articles;
  private final Outbox outbox;
  private final TestSearch searches;
  private final Search search;

  SearchTest(Dialect dialect) throws IOException {
    folder = TestFolders.create();
    opened = TestDatabase.open(dialect);
    JsonMapper json = JsonMapper.shared();
    outbox = new Outbox(opened.database(), () -> NOON, json);
    articles = new Articles(opened.database(), outbox, () -> NOON, json);
    searches = TestSearch.open(folder, new Editions(opened.database(), json), outbox, () -> NOON);
    search = searches.readers();
  }

  @AfterEach
  void close() {
    searches.close();
    outbox.stop();
    opened.close();
  }

  @Test
  void storiesWithMostOfTheWordsComeFirst() throws Exception {
    long both = save("urn:1", Language.RU, "Паром вернулся к мосту");
    long one = save("urn:2", Language.RU, "Паром отменён");
    assertThat(find("паром у моста")).containsExactly(both, one);
    assertThat(find("Кто видел паром у моста?")).containsExactly(both, one);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "президент",
        "президенттер",
        "Президентке!",
        "президенттин",
        "prezıdent",
        "prezidenttiń",
        "жарлықтар",
        "жарлыгы"
      })
  void aKazakhWordIsFoundInAnyFormAndAnyAlphabet(String word) throws Exception {
    long story = save("urn:1", Language.KK, "Президенттің жарлығы шықты");
    save("urn:2", Language.KK, "Көпір ашылды");
    assertThat(find(word)).containsExactly(story);
  }

  @Test
  void ofWordsWithOneStemTheOneThatWasTypedComesFirst() throws Exception {
    long university = save("urn:1", Language.EN, "The university opens its doors");
    long universe = save("urn:2", Language.EN, "A map of the universe is drawn");
    assertThat(find("universe")).containsExactly(universe, university);
    assertThat(find("University?")).containsExactly(university, universe);
  }

  @Test
  void kazakhLettersTellApartWhatARussianKeyboardDoesNot() throws Exception {
    long lake = save("urn:1", Language.KK, "Көлдегі балық");
    long hand = save("urn:2", Language.KK, "Қолдағы ақша");
    assertThat(find("көл")).containsExactly(lake);
    assertThat(find("қолмен")).containsExactly(hand);
    assertThat(find("кол")).containsExactlyInAnyOrder(lake, hand);
    assertThat(find("\"колдеги балык\"")).containsExactly(lake);
  }

  @ParameterizedTest
  @CsvSource({
    "RU, Ёлку поставили на площади, елки",
    "RU, Ёлку поставили на площади, ёлка",
    "RU, Ёлку поставили на площади, площадью",
    "RU, Съе\u0301зд перенесли, съезды",
    "EN, Ferries return to the pier, ferry",
    "EN, The mayor’s word, mayor",
    // Another alphabet, another layout, an error.
    "RU, Назарбаев открыл мост, nazarbayev",
    "EN, Nazarbayev opened a bridge, Назарбаев",
    "RU, Привет из Тасоткеля, ghbdtn",
    "RU, Привет из Тасоткеля, ghbdtn?",
    "RU, «Будни» Тасоткеля, ',elyb'",
    "RU, Привет из Тасоткеля, превет?",
    "EN, Hello from the pier, руддщ",
    "RU, Губернатор уехал, губирнатор",
    "EN, The governor left, govenor"
  })
  void aWordIsFoundInOtherFormsAndAsItWasMeant(Language language, String headline, String word)
      throws Exception {
    long story = save("urn:1", language, headline);
    save("urn:2", language, language == Language.RU ? "Погода" : "Weather");
    assertThat(find(word)).containsExactly(story);
  }

  @Test
  void whatWasLookedForInsteadIsSaidAndAKnownWordIsNeverChanged() throws Exception {
    save("urn:1", Language.RU, "Губернатор уехал");
    long known = save("urn:2", Language.RU, "Губер");
    search.flush();
    assertThat(search.ask(Question.of("губирнатор уехал", null), 0, 10).instead())
        .isEqualTo("губернатор уехал");
    Found found = search.ask(Question.of("губер", null), 0, 10);
    assertThat(found.instead()).isNull();
    assertThat(found.hits()).extracting(Found.Hit::article).containsExactly(known);
  }

  @Test
  void whatWasLookedForInsteadKeepsItsOperators() throws Exception {
    save("urn:1", Language.RU, "Губернатор уехал");
    search.flush();
    String typed = "губирнатор -спорт источник:\"Town hall\" после:2026-01";
    assertThat(search.ask(Question.of(typed, null), 0, 10).instead())
        .isEqualTo("губернатор -спорт source:\"Town hall\" after:2026-01-01");
  }

  @Test
  void ofTheWordsOfAllLanguagesTheOneMostLikeASlipIsMeant() throws Exception {
    save("urn:1", Language.RU, "Президент уехал");
    long english = save("urn:2", Language.EN, "The president left");
    search.flush();
    Question question = favouring(Language.EN, "presidnet");
    Found found = search.ask(question, 0, 10);
    assertThat(found.instead()).isEqualTo("president");
    assertThat(found.hits().getFirst().article()).isEqualTo(english);
  }

  @ParameterizedTest
  @CsvSource({
    "RU, Что? Где? Когда?, что где когда",
    "RU, Что? Где? Когда?, Что? Где? Когда?",
    "EN, To be or not to be, to be or not to be"
  })
  void wordsThatOnlyJoinAreLookedForWhereThereAreNoOthers(
      Language language, String headline, String asked) throws Exception {
    long story = save("urn:1", language, headline);
    save("urn:2", Language.KK, "Көпір жабылды");
    assertThat(find(asked)).containsExactly(story);
  }

  @Test
  void wordsThatOnlyJoinTellNothingOfAStoryWhateverLanguageIsAskedFor() throws Exception {
    save("urn:1", Language.RU, "Кто видел паром");
    save("urn:2", Language.RU, "Паром видел мост");
    save("urn:3", Language.EN, "Ferry seen");
    search.flush();
    assertThat(scores(Question.of("кто видел паром", null)))
        .hasSize(2)
        .isEqualTo(scores(Question.of("кто видел паром", Language.RU)));
  }

  private static Question favouring(Language language, String text) {
    return new Question(text, null, language, null, null, Question.Order.BEST);
  }

  private List<Float> scores(Question question) {
    return search.ask(question, 0, 10).hits().stream().map(Found.Hit::score).toList();
  }

  @Test
  void anAuthorIsFoundHoweverTheNameIsEncoded() throws Exception {
    List<String> bylines = List.of("Андреи\u0306 Зи\u0306кин");
    long id = articles.save(told("urn:1", bylines, "Паром вернулся.")).id();
    save("urn:2", Language.RU, "Андрей вернулся");
    assertThat(find("автор:Андрей")).containsExactly(id);
  }

  @Test
  void nothingIsOnTwoPagesOfAnAnswer() throws Exception {
    Instant longAgo = NOON.minus(Duration.ofDays(700));
    for (int i = 0; i < 310; i++) {
      articles.save(aged("urn:old:" + i, "Отчёт 2026", longAgo, State.PUBLISHED));
    }
    for (int i = 0; i < 10; i++) {
      save("urn:new:" + i, Language.RU, "2026 " + "слово ".repeat(20));
    }
    search.flush();
    Question question = Question.of("2026", null);
    List<Long> found = new ArrayList<>();
    for (int offset = 0; offset < 320; offset += 40) {
      search.ask(question, offset, 40).hits().forEach(hit -> found.add(hit.article()));
    }
    assertThat(found).hasSize(320).doesNotHaveDuplicates();
  }

  @Test
  void kindsAreCountedOfWhatIsShown() throws Exception {
    save("urn:1", Language.EN, "Old bridge closed");
    search.flush();
    Question question = Question.of("bridge source:nobody", null);
    assertThat(search.ask(question, 0, 10).total()).isEqualTo(1);
    assertThat(search.facets(question).languages()).containsEntry(Language.EN, 1);
  }

  @Test
  void phrasesMinusesSourcesAuthorsAndDatesNarrow() throws Exception {
    long first = save("urn:1", Language.EN, "Old bridge closed");
    long second = save("urn:2", Language.EN, "A bridge as old as the town");
    long third =
        articles
            .save(
                story(
                    "urn:3",
                    "urn:3",
                    Language.EN,
                    "New bridge",
                    NOON.minus(Duration.ofDays(400)),
                    State.PUBLISHED,
                    null,
                    null))
            .id();
    assertThat(find("\"old bridge\"")).containsExactly(first);
    assertThat(find("bridge -old")).containsExactly(third);
    assertThat(find("bridge after:2026-01-01")).containsExactlyInAnyOrder(first, second);
    assertThat(find("bridge before:2026-01-01")).containsExactly(third);
    assertThat(find("town author:reporter")).first().isEqualTo(second);
    assertThat(find("closed source:hall")).first().isEqualTo(first);
    assertThat(find("source:\"town hall\" closed")).first().isEqualTo(first);
    assertThat(find("bridge source:nobody"))
        .as("what nothing fulfils is looked for as words")
        .hasSize(3);
    assertThat(find("Is the old bridge -closed?")).first().isEqualTo(first);
  }

  @Test
  void theEditionsOfAStoryAreOneResultAndTheReadersLanguageLeads() throws Exception {
    long russian = edition("urn:1", Language.RU, "Marathon в Тасоткеле");
    long english = edition("urn:2", Language.EN, "Marathon in Tasotkel");
    search.flush();
    for (Language language : List.of(Language.RU, Language.EN)) {
      Question question = favouring(language, "marathon");
      Found found = search.ask(question, 0, 10);
      assertThat(found.total()).isEqualTo(1);
      assertThat(found.hits())
          .extracting(Found.Hit::article)
          .containsExactly(language == Language.RU ? russian : english);
    }
    assertThat(
            search.ask(Question.of("marathon", Language.RU), 0, 10).hits().stream()
                .map(Found.Hit::article))
        .containsExactly(russian);
  }

  @Test
  void whatIsNoLongerOrNotYetPublishedIsNotFound() throws Exception {
    long there = save("urn:1", Language.EN, "Bridge closed");
    assertThat(find("bridge")).containsExactly(there);
    for (State state : List.of(State.WITHDRAWN, State.DRAFT)) {
      articles.save(story("urn:1", "urn:1", Language.EN, "Bridge closed", NOON, state, null, null));
      assertThat(find("bridge")).as("%s", state).isEmpty();
      save("urn:1", Language.EN, "Bridge closed");
      assertThat(find("bridge")).as("after %s", state).hasSize(1);
    }
    Instant later = NOON.plusSeconds(60);
    articles.save(
        story("urn:2", "urn:2", Language.EN, "Bridge opens", NOON, State.PUBLISHED, later, null));
    assertThat(find("opens")).isEmpty();
    save("urn:1", Language.EN, "Ferry closed");
    assertThat(find("bridge")).isEmpty();
    assertThat(find("ferry")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("hurtful")
  void noQuestionHurts(String text) throws Exception {
    long story = save("urn:1", Language.EN, "Bridge closed");
    search.flush();
    Question question = Question.of(text, null);
    assertThat(search.ask(question, 0, 10).hits().size()).isLessThanOrEqualTo(1);
    assertThat(search.ask(question, Integer.MAX_VALUE - 5, 10).hits()).isEmpty();
    search.facets(question);
    search.suggest(text, Language.EN);
    assertThat(find("bridge " + text.substring(0, Math.min(20, text.length()))))
        .containsAnyOf(story);
  }

  static Stream<String> hurtful() {
    return Stream.of(
        "*",
        "?",
        "* bridge",
        "a* *b *c*",
        "bridge~ /.*/ [a TO z]",
        "AND OR NOT ((\"",
        "title:x id:5 _all:*",
        "\u0000\uD800 bridge",
        "x".repeat(100_000),
        "слово ".repeat(20_000),
        IntStream.range(0, 5_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")),
        "-bridge",
        "-".repeat(1_000),
        "\"".repeat(999),
        "source:".repeat(500),
        "after:9999-99-99 bridge",
        "before:-1 bridge",
        "after:-999999999-01-01 bridge",
        "before:+999999999-12-31 bridge",
        "after:2026-01-01 before:2025-01-01 bridge");
  }

  @Test
  void theIndexIsBuiltAgainFromTheDatabaseWhenItWasDeleted() throws Exception {
    long story = save("urn:1", Language.RU, "Паром вернулся");
    assertThat(find("паром")).containsExactly(story);
    searches.close();
    try (Stream<Path> files = Files.walk(folder.resolve("search"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    save("urn:2", Language.RU, "Паром ушёл");
    searches.start();
    assertThat(find("паром")).hasSize(2);
    searches.close();
    try (Stream<Path> files = Files.list(folder.resolve("search"))) {
      for (Path file : files.toList()) {
        Files.writeString(file, "nonsense");
      }
    }
    searches.start();
    assertThat(find("паромы")).hasSize(2);
  }

  @Test
  void whatTheIndexHadNotKeptWhenThePowerFailedIsFoundAfterwards() throws Exception {
    save("urn:1", Language.RU, "Паром вернулся");
    search.flush();
    Path rest = TestFolders.create();
    // Files as a process leaves them that is killed before it commits what it has just shown.
    save("urn:2", Language.RU, "Паром ушёл");
    articles.save(aged("urn:1", "Мост закрыт", NOON, State.PUBLISHED));
    assertThat(find("паром")).hasSize(1);
    copy(folder.resolve("search"), rest.resolve("search"));
    searches.close();
    outbox.stop();
    try (TestSearch after =
        TestSearch.open(
            rest, new Editions(opened.database(), JsonMapper.shared()), outbox, () -> NOON)) {
      after.readers().flush();
      assertThat(after.readers().ask(Question.of("паром", null), 0, 10).total()).isEqualTo(1);
      assertThat(after.readers().ask(Question.of("мост", null), 0, 10).total()).isEqualTo(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(one -> !one.endsWith("write.lock")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void anExcerptHasTheWordsMarked() throws Exception {
    save("urn:1", Language.RU, "Паром вернулся");
    search.flush();
    Found.Snippet snippet =
        search.ask(Question.of("паромы", null), 0, 10).hits().getFirst().snippet();
    assertThat(snippet.pieces().stream().filter(Found.Piece::found).map(Found.Piece::text))
        .isNotEmpty()
        .containsOnly("Паром");
  }

  @Test
  void anExcerptOfALongTextShowsItsWordsAndCutsNone() throws Exception {
    String filler = "слово ".repeat(100);
    articles.save(
        told("urn:1", List.of(), "Первая строка.", filler + "и паром, " + filler + "вот."));
    articles.save(
        told("urn:2", List.of(), "Тут паром плыл. ".repeat(8), "И другой паром плыл. ".repeat(8)));
    search.flush();
    List<String> excerpts =
        search.ask(Question.of("паромы", null), 0, 10).hits().stream()
            .sorted(Comparator.comparing(Found.Hit::uri))
            .map(hit -> hit.snippet().pieces())
            .map(pieces -> pieces.stream().map(Found.Piece::text).collect(Collectors.joining()))
            .toList();
    assertThat(excerpts.getFirst())
        .contains(" и паром, ")
        .matches("… (слово )+и паром, (слово )+…")
        .hasSizeBetween(100, 400);
    assertThat(excerpts.getLast()).contains("плыл. И другой").doesNotContain("  ");
  }

  private long edition(String uri, Language language, String headline) {
    return articles
        .save(story(uri, "urn:story", language, headline, NOON, State.PUBLISHED, null, null))
        .id();
  }

  @ParameterizedTest
  @CsvSource({
    "Паром отменён, паромов",
    "Приём граждан, приёмы",
    "Музей открыт, музеев",
    "Герой вернулся, героями",
    "Рынок закрыт, рынки",
    "Участок проверен, участков",
    "Деревня без дороги, деревень",
    "Острова ждут, остров",
    "Что случилось со льдом, лёд",
    "Псам построят приют, пёс",
    "Из-за паводка закрыта дорога, паводком"
  })
  void russianFormsMeetWhereAStemmerTakesThemForOthers(String headline, String asked)
      throws Exception {
    long id = save("urn:1", Language.RU, headline);
    assertThat(find(asked)).containsExactly(id);
  }

  @Test
  void storiesThatTellOfTheSameAreRelatedWithinAYearAndALanguage() throws Exception {
    for (int i = 0; i < 40; i++) {
      save("urn:other:" + i, Language.RU, "Заметка " + i);
    }
    String ice = "Лёд на реке Тоба остановил паром";
    long story = save("urn:1", Language.RU, "Паром через реку Тоба отменили из-за льда");
    long near = save("urn:2", Language.RU, ice);
    save("urn:3", Language.KK, ice);
    long old =
        articles.save(aged("urn:4", ice, NOON.minus(Duration.ofDays(400)), State.PUBLISHED)).id();
    search.flush();
    assertThat(search.related(story, 10)).containsExactly(near);
    assertThat(search.related(old, 10)).containsExactlyInAnyOrder(story, near);
    assertThat(search.related(Language.RU, "Паромы на реке Тоба и льды", near, 10))
        .containsExactly(story);
    assertThat(search.related(Language.EN, "Паромы на реке Тоба и льды", 0, 10)).isEmpty();
    assertThat(search.related(Language.RU, "", 0, 10)).isEmpty();
    assertThat(search.related(Long.MAX_VALUE, 10)).isEmpty();

    articles.save(aged("urn:2", ice, NOON, State.WITHDRAWN));
    search.flush();
    assertThat(search.related(story, 10)).isEmpty();
  }

  private static Submission told(String uri, List<String> bylines, String... paragraphs) {
    Content content =
        new Content(
            null,
            "Новости",
            "",
            HtmlBody.parse("<p>" + String.join("</p><p>", paragraphs) + "</p>"),
            bylines,
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of());
    return new Submission(uri, uri, Language.RU, content, State.PUBLISHED, NOON, NOON, null, null);
  }

  private static Submission aged(String uri, String headline, Instant published, State state) {
    return story(uri, uri, Language.RU, headline, published, state, null, null);
  }

  private long save(String uri, Language language, String headline) {
    return articles.save(story(uri, language, headline)).id();
  }

  private List<Long> find(String text) throws InterruptedException {
    search.flush();
    return search.ask(Question.of(text, null), 0, 10).hits().stream()
        .map(Found.Hit::article)
        .toList();
  }
}
