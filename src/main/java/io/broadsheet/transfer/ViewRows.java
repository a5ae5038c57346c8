package io.broadsheet.transfer;

import io.broadsheet.audience.Audience;
import io.broadsheet.audience.PastView;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Views that an old site noted one by one.
 *
 * @param zone of times without an offset
 * @param now no view is later
 * @param reading the number of this reading of the file
 * @param cleaned whether repeats were taken out already
 */
record ViewRows(
    ArticleNames names, Audience audience, ZoneId zone, Instant now, long reading, boolean cleaned)
    implements CsvKind<ViewRows.Noted> {
  private static final Set<String> COLUMNS = Set.of("at", "article", "visitor");

  /** A view; null of an article that is only expected. */
  record Noted(@Nullable PastView view) {}

  @Override
  public Set<String> columns() {
    return COLUMNS;
  }

  /** There are millions of them. */
  @Override
  public boolean isTold(Outcome outcome) {
    return outcome == Outcome.REFUSED;
  }

  @Override
  public String name(CsvRecords.Row row) {
    return row.required("article");
  }

  @Override
  public Noted read(CsvRecords.Row row) {
    Instant at = Times.instant("“at”", row.required("at"), zone);
    if (at.isAfter(now)) {
      throw new Unfit("“at” lies in the future.");
    }
    if (at.getEpochSecond() < 0) {
      throw new Unfit("“at” lies before 1970.");
    }
    // Without a visitor nobody can tell repeats; a file without repeats needs none.
    String visitor = cleaned ? row.field("visitor").orElse("") : row.required("visitor");
    long article = names.id(row.required("article"));
    return new Noted(article == ArticleNames.EXPECTED ? null : new PastView(at, article, visitor));
  }

  @Override
  public List<Result> take(List<Noted> rows) throws IOException {
    return results(rows, audience.takePast(views(rows), reading, cleaned));
  }

  @Override
  public List<Result> preview(List<Noted> rows) throws IOException {
    return results(rows, audience.previewPast(views(rows), reading, cleaned));
  }

  private static List<PastView> views(List<Noted> rows) {
    List<PastView> views = new ArrayList<>(rows.size());
    for (Noted row : rows) {
      if (row.view() != null) {
        views.add(row.view());
      }
    }
    return views;
  }

  private static List<Result> results(List<Noted> rows, List<Boolean> isNew) {
    Iterator<Boolean> next = isNew.iterator();
    return rows.stream()
        .map(
            row ->
                new Result(row.view() == null || next.next() ? Outcome.TAKEN : Outcome.UNCHANGED))
        .toList();
  }
}
