package io.broadsheet.transfer;

import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.CarriedTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries the totals of one file over from an old site, a few hundred at a time. */
final class TotalsImport {
  static final Set<String> COLUMNS = Set.of("article", "views", "comments", "reactions");

  private static final int BATCH = 500;

  private final Articles articles;
  private final Audience audience;
  private final Set<String> expected;
  private final boolean dryRun;
  private final Path file;
  private final Tally tally;
  private final List<Entry> batch = new ArrayList<>();

  /**
   * Prepares for a file.
   *
   * @param expected URIs of articles that a dry run has not taken in, but would have
   */
  TotalsImport(
      Articles articles,
      Audience audience,
      Set<String> expected,
      boolean dryRun,
      Path file,
      Tally tally) {
    this.articles = articles;
    this.audience = audience;
    this.expected = expected;
    this.dryRun = dryRun;
    this.file = file;
    this.tally = tally;
  }

  /** A row that waits for its batch; without totals its article is one that is expected. */
  private record Entry(CsvRecords.Row row, String name, @Nullable CarriedTotals totals) {}

  /** Takes all in; returns false if it was told to stop before the end. */
  boolean run(CsvRecords records) throws IOException {
    CsvRecords.Row row = records.next();
    while (row != null && !tally.stopped()) {
      read(row);
      if (batch.size() == BATCH) {
        flush();
      }
      row = records.next();
    }
    flush();
    return row == null;
  }

  private void read(CsvRecords.Row row) throws IOException {
    try {
      String name = row.required("article");
      Optional<Long> id = article(name);
      long views = count(row, "views");
      long comments = count(row, "comments");
      long reactions = count(row, "reactions");
      if (id.isPresent()) {
        CarriedTotals totals = new CarriedTotals(id.get(), views, comments, reactions);
        batch.add(new Entry(row, name, totals));
      } else if (expected.contains(name)) {
        batch.add(new Entry(row, name, null));
      } else {
        throw new Unfit("There is no article “" + Fields.shortened(name) + "”.");
      }
    } catch (Unfit e) {
      flush();
      tally.tell(file, row.record(), row.line(), Outcome.REFUSED, null, e.reason());
    }
  }

  /** An article goes by the URI under which it was imported, or by its id. */
  private Optional<Long> article(String name) {
    Optional<Long> id = articles.idOf(name);
    if (id.isPresent() || name.length() > 18 || !name.chars().allMatch(Character::isDigit)) {
      return id;
    }
    long number = Long.parseLong(name);
    return articles.get(number).isPresent() ? Optional.of(number) : Optional.empty();
  }

  private static long count(CsvRecords.Row row, String column) {
    String text = row.required(column);
    try {
      long count = Long.parseLong(text);
      if (count >= 0 && count <= CarriedTotals.MOST) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw bad(column, text);
    }
    throw bad(column, text);
  }

  private static Unfit bad(String column, String text) {
    return new Unfit(
        "“%s” is “%s”; allowed is a whole number from 0 to %d."
            .formatted(column, Fields.shortened(text), CarriedTotals.MOST));
  }

  private void flush() throws IOException {
    List<CarriedTotals> totals = new ArrayList<>();
    for (Entry entry : batch) {
      if (entry.totals() != null) {
        totals.add(entry.totals());
      }
    }
    List<CarriedTotals.Change> changes =
        dryRun ? audience.previewCarryOver(totals) : audience.carryOver(totals);
    int next = 0;
    for (Entry entry : batch) {
      Outcome outcome = entry.totals() == null ? Outcome.TAKEN : outcome(changes.get(next++));
      CsvRecords.Row row = entry.row();
      tally.tell(file, row.record(), row.line(), outcome, entry.name(), "");
    }
    batch.clear();
  }

  private static Outcome outcome(CarriedTotals.Change change) {
    return switch (change) {
      case NEW -> Outcome.TAKEN;
      case UNCHANGED -> Outcome.UNCHANGED;
      case CHANGED -> Outcome.CHANGED;
    };
  }
}
