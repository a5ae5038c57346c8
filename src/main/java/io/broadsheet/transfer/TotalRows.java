package io.broadsheet.transfer;

import io.broadsheet.audience.Audience;
import io.broadsheet.audience.CarriedTotals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What articles had on the old site from which they came. */
record TotalRows(ArticleNames names, Audience audience) implements CsvKind<TotalRows.Totals> {
  private static final Set<String> COLUMNS = Set.of("article", "views", "comments", "reactions");
  private static final Pattern TOTAL = Pattern.compile("[0-9]{1,13}");

  /** Totals of an article; null of one that is only expected. */
  record Totals(@Nullable CarriedTotals carried) {}

  @Override
  public Set<String> columns() {
    return COLUMNS;
  }

  @Override
  public String name(CsvRecords.Row row) {
    return row.required("article");
  }

  @Override
  public Totals read(CsvRecords.Row row) {
    String name = row.required("article");
    long views = total(row, "views");
    long comments = total(row, "comments");
    long reactions = total(row, "reactions");
    long id = names.id(name);
    return new Totals(
        id == ArticleNames.EXPECTED ? null : new CarriedTotals(id, views, comments, reactions));
  }

  private static long total(CsvRecords.Row row, String column) {
    String text = row.required(column);
    if (TOTAL.matcher(text).matches()) {
      long total = Long.parseLong(text);
      if (total <= CarriedTotals.MOST) {
        return total;
      }
    }
    throw new Unfit(
        "“"
            + column
            + "” is “"
            + Fields.shortened(text)
            + "”, not a whole number from 0 to "
            + CarriedTotals.MOST
            + ".");
  }

  @Override
  public List<Result> take(List<Totals> totals) throws IOException {
    return results(totals, audience.carryOver(carried(totals)));
  }

  @Override
  public List<Result> preview(List<Totals> totals) throws IOException {
    return results(totals, audience.previewCarryOver(carried(totals)));
  }

  private static List<CarriedTotals> carried(List<Totals> totals) {
    List<CarriedTotals> carried = new ArrayList<>();
    for (Totals one : totals) {
      if (one.carried() != null) {
        carried.add(one.carried());
      }
    }
    return carried;
  }

  private static List<Result> results(List<Totals> totals, List<CarriedTotals.Change> changes) {
    Iterator<CarriedTotals.Change> next = changes.iterator();
    return totals.stream()
        .map(one -> new Result(one.carried() == null ? Outcome.TAKEN : outcome(next.next())))
        .toList();
  }

  private static Outcome outcome(CarriedTotals.Change change) {
    return switch (change) {
      case NEW -> Outcome.TAKEN;
      case CHANGED -> Outcome.CHANGED;
      case UNCHANGED -> Outcome.UNCHANGED;
    };
  }
}
