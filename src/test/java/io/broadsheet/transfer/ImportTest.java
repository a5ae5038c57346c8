package io.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.articles.State;
import io.broadsheet.audience.Counts;
import io.broadsheet.database.Dialect;
import io.broadsheet.settings.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Dialect.class)
class ImportTest {
  private final TestImport test;

  ImportTest(Dialect dialect) {
    test = new TestImport(dialect);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void anObjectAnArrayAndLinesAreAllStories() {
    assertThat(test.takeText(story("u:1")).outcomes()).containsExactly(Outcome.TAKEN);
    assertThat(test.takeText("[" + story("u:2") + ",\n" + story("u:3") + "]").outcomes())
        .containsExactly(Outcome.TAKEN, Outcome.TAKEN);
    assertThat(test.takeText(story("u:4") + "\n\n" + story("u:5") + "\r\n").outcomes())
        .containsExactly(Outcome.TAKEN, Outcome.TAKEN);
    String spread = story("u:6").replace(",", ",\n  ");
    assertThat(test.takeText(spread).outcomes()).containsExactly(Outcome.TAKEN);
    assertThat(test.takeText(spread.replace("{", "{\n  ")).outcomes())
        .containsExactly(Outcome.UNCHANGED);
    assertThat(test.takeText(spread.replace("[", "\r\n[\r\n")).outcomes())
        .containsExactly(Outcome.UNCHANGED);
    assertThat(test.takeText("\ufeff" + story("u:7")).outcomes()).containsExactly(Outcome.TAKEN);
    assertThat(test.takeText("\ufeff [" + story("u:8") + "]").outcomes())
        .containsExactly(Outcome.TAKEN);
    assertThat(test.articles.count(Language.RU)).isEqualTo(8);
  }

  @Test
  void takenInAgainNothingHappensTwice() {
    String both = story("u:1") + "\n" + story("u:2");
    test.takeText(both);
    assertThat(test.takeText(both).outcomes())
        .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
    assertThat(test.takeText(both.replace("Паром", "Катер")).outcomes())
        .containsExactly(Outcome.CHANGED, Outcome.CHANGED);
  }

  @Test
  void aStoryWithoutTimesIsOfTodayAndStaysSo() {
    String timeless =
        """
        {"uri": "u:1", "language": "en", "headline": "Ferry"}
        """;
    test.takeText(timeless);
    assertThat(test.article("u:1").published()).isEqualTo(TestImport.NOON);
    test.now = TestImport.NOON.plusSeconds(60);
    assertThat(test.takeText(timeless).outcomes()).containsExactly(Outcome.UNCHANGED);
    assertThat(test.takeText(timeless.replace("Ferry", "Boat")).outcomes())
        .containsExactly(Outcome.CHANGED);
    assertThat(test.article("u:1").published()).isEqualTo(TestImport.NOON);
    assertThat(test.article("u:1").updated()).isEqualTo(test.now);
  }

  @Test
  void aDamagedLineDoesNotStopTheRest() {
    byte[] good = (story("u:1") + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] broken =
        "{\"uri\": \"u:2\", \"headline\": \"\u00ff\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] last = ("{\"uri\": \"u:3\",\n[1]\n7\n" + story("u:4")).getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[good.length + broken.length + last.length];
    System.arraycopy(good, 0, all, 0, good.length);
    System.arraycopy(broken, 0, all, good.length, broken.length);
    System.arraycopy(last, 0, all, good.length + broken.length, last.length);
    Recorded recorded = test.take(test.file("damaged.jsonl", all));
    assertThat(recorded.outcomes())
        .containsExactly(
            Outcome.TAKEN,
            Outcome.REFUSED,
            Outcome.REFUSED,
            Outcome.REFUSED,
            Outcome.REFUSED,
            Outcome.TAKEN);
    assertThat(recorded.lines).extracting(ImportLine::line).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(recorded.lines.get(1).detail()).contains("UTF-8");
    assertThat(recorded.lines.get(3).detail()).contains("not an object");
  }

  @Test
  void aFirstLineThatIsDamagedDoesNotHideThatTheFileHasLines() {
    for (String damaged : List.of("{\"uri\": \"u:1\",", "{\"uri\": \"u:", "{uri}", "{{{{")) {
      Recorded recorded = test.takeText(damaged + "\n" + story("u:2"));
      assertThat(recorded.outcomes()).as(damaged).hasSize(2).startsWith(Outcome.REFUSED);
    }
    assertThat(test.takeText("{\"uri\": \"u:1\"").outcomes()).containsExactly(Outcome.REFUSED);
  }

  @Test
  void whatComesBeforeDamageInAnArrayIsTaken() {
    Recorded recorded =
        test.takeText("[" + story("u:1") + ",\n7,\n" + story("u:2") + ",\n{\"uri\": oops}, {}]");
    assertThat(recorded.outcomes())
        .containsExactly(Outcome.TAKEN, Outcome.REFUSED, Outcome.TAKEN, Outcome.REFUSED);
    assertThat(recorded.lines.getLast().record()).isEqualTo(4);
    assertThat(recorded.lines.getLast().line()).isEqualTo(4);
    assertThat(recorded.lines.getLast().detail()).contains("What follows it is left out.");
  }

  @Test
  void aRecordThatSpoilsItsTransactionDoesNotTakeOthersWithIt() {
    // Two editions of one story in one language, which only the database can know.
    String same = ", \"altids\": [{\"role\": \"story\", \"value\": \"s\"}]}";
    Recorded recorded =
        test.takeText(
            story("u:1").replaceAll("}$", same)
                + "\n"
                + story("u:2").replaceAll("}$", same)
                + "\n"
                + story("u:3"));
    assertThat(recorded.outcomes()).containsExactly(Outcome.TAKEN, Outcome.REFUSED, Outcome.TAKEN);
    assertThat(recorded.refusal()).contains("another edition");
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndTakesNothing() {
    test.takeText(story("u:1"));
    Path stories =
        test.file(
            "s.jsonl",
            story("u:1") + "\n" + story("u:1").replace("Паром", "Катер") + "\n{}\n" + story("u:2"));
    Path rates = test.file("r.csv", "currency,buy,sell\nUSD,505.9,509.9\n");
    Recorded recorded = new Recorded();
    ImportReport report = test.take(recorded, true, stories, rates);
    assertThat(recorded.outcomes())
        .containsExactly(
            Outcome.UNCHANGED, Outcome.CHANGED, Outcome.REFUSED, Outcome.TAKEN, Outcome.TAKEN);
    assertThat(report).isEqualTo(new ImportReport(2, 1, 1, 1, true));
    assertThat(test.articles.count(Language.RU)).isEqualTo(1);
    assertThat(test.rates.board().rows()).isEmpty();
  }

  @Test
  void ratesKeepTheirDigitsAndEqualOnesAreUnchanged() {
    String csv =
        "\ufeffcurrency,buy,sell\r\nUSD,505.9,509.9\r\nEUR,590.5,596.5\r\n\r\nRUB,6.31,6.45\r\n";
    assertThat(test.takeText(csv).outcomes()).containsOnly(Outcome.TAKEN).hasSize(3);
    assertThat(test.rates.board().headline())
        .extracting(row -> row.buy() + "/" + row.sell())
        .containsExactly("505.9/509.9", "590.5/596.5", "6.31/6.45");
    test.now = TestImport.NOON.plusSeconds(3600);
    assertThat(test.takeText(csv).outcomes()).containsOnly(Outcome.UNCHANGED).hasSize(3);
  }

  @Test
  void ratesOfOfficesSayWhereAndWhen() {
    test.takeText(
        """
        at,office,city,currency,buy,sell
        2026-11-19T18:00,"Обмен ""У вокзала"", 1",Тасоткель,USD,505.9,509.9
        """);
    assertThat(test.rates.board().rows().getFirst().quote())
        .satisfies(
            quote -> {
              assertThat(quote.office()).isEqualTo("Обмен \"У вокзала\", 1");
              assertThat(quote.city()).isEqualTo("Тасоткель");
              assertThat(quote.at()).isEqualTo("2026-11-19T13:00:00Z");
            });
  }

  @Test
  void badRatesAreRefusedRowByRow() {
    Recorded recorded =
        test.takeText(
            """
            currency,buy,sell,at
            USD,510,505,
            usd,1,2,
            EUR,"590,5",596.5,
            EUR,-1,2,
            EUR,1,,
            EUR,1,2
            EUR,1,2,tomorrow
            EUR,1,2,2099-01-01
            "EUR,1,2,
            RUB,6.31,6.45,
            """);
    assertThat(recorded.outcomes())
        .hasSize(10)
        .endsWith(Outcome.TAKEN)
        .startsWith(Collections.nCopies(9, Outcome.REFUSED).toArray(Outcome[]::new));
    assertThat(recorded.lines).extracting(ImportLine::detail).doesNotHaveDuplicates();
  }

  @Test
  void storiesInAFolderAreTakenInAndOtherFilesLeftAlone() {
    test.file("in/b.jsonl", story("u:1"));
    test.file("in/sub/a.JSON", "[" + story("u:2") + "]");
    test.file("in/rates.csv", "currency,buy,sell\nUSD,1,2\n");
    test.file("in/picture.jpg", new byte[] {1, 2, 3});
    test.file("in/.hidden.json", "{}");
    assertThat(test.take(test.folder("in")).outcomes()).containsOnly(Outcome.TAKEN).hasSize(3);
  }

  @Test
  void totalsAreCarriedOverByUriOrIdAndReplaceEarlierOnes() {
    test.takeText(story("u:1"));
    long id = test.articles.idOf("u:1").orElseThrow();
    String csv = "article,views,comments,reactions\nu:1,6725,14,40\n";
    assertThat(test.takeText(csv).outcomes()).containsExactly(Outcome.TAKEN);
    assertThat(test.audience.counts(id)).isEqualTo(new Counts(6725, 14, 40));
    assertThat(test.takeText(csv).outcomes()).containsExactly(Outcome.UNCHANGED);
    String byId = "article,views,comments,reactions\n" + id + ",7000,14,40\n";
    assertThat(test.takeText(byId).outcomes()).containsExactly(Outcome.CHANGED);
    assertThat(test.audience.counts(id)).isEqualTo(new Counts(7000, 14, 40));
  }

  @Test
  void badTotalsAreRefusedRowByRow() {
    test.takeText(story("u:1"));
    for (String row :
        List.of(
            "u:2,1,1,1",
            "u:1,-1,1,1",
            "u:1,1.5,1,1",
            "u:1,,1,1",
            "u:1,1,1",
            "99,1,1,1",
            ",1,1,1",
            "u:1,99999999999999,1,1",
            "u:1,1000000000001,1,1",
            "u:1,1 000,1,1",
            "a\u0000b,1,1,1",
            "-1,1,1,1",
            "99999999999999999999,1,1,1")) {
      Recorded recorded =
          test.takeText("article,views,comments,reactions\n" + row + "\nu:1,5,0,0\n");
      assertThat(recorded.outcomes()).as(row).startsWith(Outcome.REFUSED).hasSize(2);
      assertThat(recorded.refusal()).endsWith(".");
    }
  }

  @Test
  void urisThatNoDatabaseTakesAreRefused() {
    String cancel = "{\"uri\": \"u\\u0000\", \"pubStatus\": \"canceled\"}";
    assertThat(test.takeText(cancel).refusal()).contains("control characters");
    assertThat(test.takeText(story("u\\u0000")).refusal()).contains("control characters");
    assertThat(test.takeText(cancel.replace("u\\u0000", "\\ud800")).refusal()).isNotEmpty();
  }

  @Test
  void aDryRunKnowsTheStoriesThatItWouldHaveTaken() {
    Path stories = test.file("s.jsonl", story("u:1"));
    Path totals = test.file("v.csv", "article,views,comments,reactions\nu:1,5,0,0\nu:2,5,0,0\n");
    Recorded recorded = new Recorded();
    test.take(recorded, true, stories, totals);
    assertThat(recorded.outcomes()).containsExactly(Outcome.TAKEN, Outcome.TAKEN, Outcome.REFUSED);
  }

  @Test
  void whatIsMostUrgentIsBreakingForTwoHoursOrAsLongAsItSays() {
    String story =
        "{\"uri\": \"u:%d\", \"language\": \"en\", \"headlines\": [{\"role\": \"main\","
            + " \"value\": \"Ice\"}], %s}\n";
    String version = "\"versioncreated\": \"2026-11-20T06:30:00Z\"";
    test.takeText(
        story.formatted(1, "\"urgency\": 1, " + version + ", \"firstcreated\": \"2026-11-20\"")
            + story.formatted(2, "\"urgency\": 1")
            + story.formatted(3, "\"urgency\": 4")
            + story.formatted(
                4, "\"urgency\": \"1\", \"breakingUntil\": \"2026-11-20T07:10:00Z\""));
    assertThat(test.article("u:1").breakingUntil()).isEqualTo("2026-11-20T08:30:00Z");
    assertThat(test.article("u:2").breakingUntil()).isEqualTo("2026-11-20T09:00:00Z");
    assertThat(test.article("u:3").breakingUntil()).isNull();
    assertThat(test.article("u:4").breakingUntil()).isEqualTo("2026-11-20T07:10:00Z");
    test.now = test.now.plusSeconds(60);
    assertThat(test.takeText(story.formatted(2, "\"urgency\": 1")).outcomes())
        .containsExactly(Outcome.UNCHANGED);
    assertThat(test.takeText(story.formatted(5, "\"urgency\": \"high\"")).refusal())
        .contains("“urgency” is no whole number");
    assertThat(
            test.takeText(story.formatted(6, "\"breakingUntil\": \"2026-12-24T07:10:00Z\""))
                .refusal())
        .contains("a day at most");
  }

  @Test
  void filesThatAreNoneOfOursAreRefusedWithTheReason() {
    for (List<String> file :
        List.of(
            List.of("", "empty"),
            List.of(" \n \r\n", "empty"),
            List.of("<rss version='2.0'/>", "XML"),
            List.of("currency;buy;sell\nUSD;505,9;509,9", "semicolons"),
            List.of("currency\tbuy\tsell\n", "tabs"),
            List.of("at,article,visitor,agent\n2026-11-20T07:00:00Z,1,x,y", "agent"),
            List.of("Dear editor,\nplease", "none of the files"),
            List.of("currency,buy,sell,spread\nUSD,1,2,3", "spread"),
            List.of("currency,buy,sell,buy\nUSD,1,2,3", "twice"),
            List.of("\u0000\u0001\u0002", "none of the files"))) {
      assertThat(test.takeText(file.getFirst()).refusal()).contains(file.getLast());
    }
    assertThat(test.take(test.file("x", "\ufeff{}".getBytes(StandardCharsets.UTF_16LE))).refusal())
        .contains("UTF-16");
    assertThat(test.take(test.file("x", new byte[] {(byte) 0xc3, 0x28})).refusal())
        .contains("UTF-8");
  }

  @Test
  void aFileThatIsNotThereIsAnErrorInOneSentence() {
    assertThatThrownBy(() -> test.take(Path.of("/nowhere/x.json")))
        .hasMessageContaining("no /nowhere");
    test.file("empty/x.txt", "");
    assertThatThrownBy(() -> test.take(test.folder("empty")))
        .hasMessageContaining("nothing to import");
  }

  @Test
  void anImportThatIsToldToStopKeepsWhatItTook() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      many.append(story("u:" + i)).append('\n');
    }
    Path file = test.file("many.jsonl", many.toString());
    Recorded recorded = new Recorded();
    recorded.stopAfter = 300;
    ImportReport report = test.take(recorded, false, file);
    assertThat(report.complete()).isFalse();
    assertThat(report.taken()).isBetween(300L, 500L).isEqualTo(test.articles.count(Language.RU));
    Recorded again = new Recorded();
    assertThat(test.take(again, false, file))
        .isEqualTo(new ImportReport(1_000 - report.taken(), 0, report.taken(), 0, true));
    assertThat(again.progress)
        .isSorted()
        .last()
        .isEqualTo((long) many.toString().getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void nestingAndSizeAreBounded() {
    String deep = "{\"uri\": \"u:1\", \"x\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    String large = "{\"uri\": \"u:1\", \"headline\": \"" + "x".repeat(17 << 20) + "\"}";
    for (String bomb : List.of(deep, large)) {
      assertThat(test.takeText(bomb + "\n" + story("u:2")).outcomes())
          .hasSize(2)
          .startsWith(Outcome.REFUSED)
          .last()
          .isNotEqualTo(Outcome.REFUSED);
      assertThat(test.takeText("[" + bomb + "]").outcomes()).containsExactly(Outcome.REFUSED);
    }
  }

  @Test
  void storiesAreTakenBackByTheirUriAlone() {
    test.takeText(story("u:1"));
    String cancel = "{\"uri\": \"u:1\", \"pubStatus\": \"canceled\"}";
    assertThat(test.takeText(cancel).outcomes()).containsExactly(Outcome.CHANGED);
    assertThat(test.article("u:1").state()).isEqualTo(State.WITHDRAWN);
    assertThat(test.article("u:1").content().headline()).isEqualTo("Паром пошёл");
    assertThat(test.takeText(cancel).outcomes()).containsExactly(Outcome.UNCHANGED);
    assertThat(test.takeText(cancel.replace("u:1", "u:2")).refusal()).contains("not here");
  }

  @Test
  void aReportCannotSteerATerminal() {
    Recorded recorded =
        test.takeText("{\"uri\": \"\\u001b[2J\\u202eevil\\n\", \"language\": \"\\u001b\"}");
    assertThat(recorded.lines.getFirst().name()).isEqualTo("\ufffd[2J\ufffdevil\ufffd");
    assertThat(recorded.refusal()).doesNotContain("\u001b");
  }

  private static String story(String uri) {
    return """
    {"uri": "%s", "type": "text", "language": "ru", "versioncreated": "2026-11-20T11:00:00+05:00",\
     "headlines": [{"role": "main", "value": "Паром пошёл"}],\
     "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>Да.</p>"}]}"""
        .formatted(uri);
  }
}
