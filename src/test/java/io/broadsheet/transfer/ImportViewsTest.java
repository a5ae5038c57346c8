package io.broadsheet.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.database.Dialect;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of single views, as an old site's log has them. */
class ImportViewsTest {
  private TestImport test;

  @BeforeEach
  void open() {
    test = new TestImport(Dialect.SQLITE);
    test.takeText(
        """
        {"uri": "u:1", "language": "en", "headlines": [{"role": "main", "value": "One"}]}
        {"uri": "u:2", "language": "en", "headlines": [{"role": "main", "value": "Two"}]}
        """);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void viewsGoIntoTheirHoursAndAreTakenOnce() {
    Path file =
        test.file(
            "views.csv",
            """
            at,article,visitor
            2026-11-19T10:00:00Z,u:1,a
            2026-11-19T10:29:59Z,u:1,a
            2026-11-19 16:00,u:1,b
            2026-11-19T10:30:00+00:00,u:1,a
            2025-01-01,2,a
            """);
    assertReport(test.take(new Recorded(), false, file), 5, 0, 0);
    assertThat(views(1)).isEqualTo(3);
    assertThat(views(2)).isEqualTo(1);
    assertReport(test.take(new Recorded(), false, file), 0, 5, 0);
    assertThat(views(1)).isEqualTo(3);
  }

  @Test
  void onlyRefusedRowsAreListedAndTheRestIsTaken() {
    Recorded recorded = new Recorded();
    Path file =
        test.file(
            "views.csv",
            """
            article,at,visitor
            u:1,2026-11-19T10:00:00Z,a
            u:9,2026-11-19T10:00:00Z,a
            u:1,2026-11-20T07:00:01Z,a
            u:1,1969-12-31T23:59:59Z,a
            u:1,yesterday,a
            u:1,2026-11-19T10:00:00Z,
            u:1,2026-11-19T10:00:00Z
            """);
    assertReport(test.take(recorded, false, file), 1, 0, 6);
    assertThat(recorded.lines).extracting(ImportLine::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(recorded.lines)
        .extracting(ImportLine::detail)
        .satisfiesExactly(
            why -> assertThat(why).contains("no article “u:9”"),
            why -> assertThat(why).contains("future"),
            why -> assertThat(why).contains("1970"),
            why -> assertThat(why).contains("not a time"),
            why -> assertThat(why).contains("no “visitor”"),
            why -> assertThat(why).contains("2 fields"));
  }

  @Test
  void aLogThatWasCleanedCountsRowByRow() {
    Path file =
        test.file(
            "views.csv",
            """
            at,article,visitor
            2026-11-19T10:00:00Z,u:1,
            2026-11-19T10:00:00Z,u:1,
            2026-11-19T10:00:01Z,u:1,a
            """);
    ImportOptions cleaned = new ImportOptions(false, true);
    assertReport(test.take(new Recorded(), cleaned, file), 3, 0, 0);
    assertReport(test.take(new Recorded(), cleaned, file), 0, 3, 0);
    assertThat(views(1)).isEqualTo(3);
  }

  @Test
  void aDryRunTakesNothing() {
    Path stories =
        test.file(
            "s.jsonl",
            "{\"uri\": \"u:3\", \"language\": \"en\","
                + " \"headlines\": [{\"role\": \"main\", \"value\": \"Three\"}]}");
    Path file =
        test.file(
            "views.csv",
            "at,article,visitor\n2026-11-19T10:00:00Z,u:1,a\n2026-11-19T10:00:00Z,u:3,a\n");
    assertReport(test.take(new Recorded(), true, stories, file), 3, 0, 0);
    assertThat(views(1)).isZero();
    assertReport(test.take(new Recorded(), false, stories, file), 3, 0, 0);
    assertThat(views(3)).isEqualTo(1);
  }

  private long views(long article) {
    return test.audience.counts(article).views();
  }

  private static void assertReport(ImportReport report, long taken, long unchanged, long refused) {
    assertThat(report).isEqualTo(new ImportReport(taken, 0, unchanged, refused, true));
  }
}
