package io.broadsheet.transfer;

import io.broadsheet.articles.Articles;
import io.broadsheet.articles.InvalidArticle;
import io.broadsheet.articles.Saved;
import io.broadsheet.articles.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the stories of one file in, a few hundred in one transaction. */
final class StoryImport {
  private static final int BATCH = 200;
  private static final int BATCH_SIZE = 4 << 20;

  private final NinjsReader reader;
  private final Intake intake;
  private final Articles articles;
  private final boolean dryRun;
  private final Path file;
  private final Origin origin;
  private final Tally tally;
  private final List<Entry> batch = new ArrayList<>();
  private int batchSize;

  StoryImport(
      NinjsReader reader,
      Intake intake,
      Articles articles,
      boolean dryRun,
      Path file,
      Origin origin,
      Tally tally) {
    this.reader = reader;
    this.intake = intake;
    this.articles = articles;
    this.dryRun = dryRun;
    this.file = file;
    this.origin = origin;
    this.tally = tally;
  }

  /**
   * A record that waits for its transaction, so that all are told of in their order.
   *
   * @param uri null where the record does not say it
   * @param submission null for a record that was refused already
   * @param detail the reason of that, or what of the story was left out
   */
  private record Entry(
      Found found, @Nullable String uri, @Nullable Submission submission, String detail) {}

  /** Takes all in; returns false if it was told to stop before the end. */
  boolean run(StoryRecords records) throws IOException {
    Found found = records.next();
    while (found != null && !tally.stopped()) {
      batch.add(entry(found));
      batchSize += found instanceof Found.Item item ? item.size() : 0;
      if (batch.size() == BATCH || batchSize > BATCH_SIZE) {
        flush();
      }
      found = records.next();
    }
    flush();
    return found == null;
  }

  private Entry entry(Found found) throws IOException {
    return switch (found) {
      case Found.Damaged damaged -> new Entry(damaged, null, null, damaged.reason());
      case Found.Item item -> entry(item);
    };
  }

  private Entry entry(Found.Item found) throws IOException {
    JsonNode uri = found.json().get("uri");
    String name = uri != null && uri.isString() ? uri.stringValue() : null;
    try {
      NinjsItem item = reader.read(found.json());
      Intake.Prepared prepared = intake.prepare(item, origin, !dryRun);
      return new Entry(found, item.uri(), prepared.submission(), prepared.notes());
    } catch (Unfit e) {
      return new Entry(found, name, null, e.reason());
    } catch (InvalidArticle e) {
      return new Entry(found, name, null, String.valueOf(e.getMessage()));
    }
  }

  private void flush() {
    List<Submission> submissions = new ArrayList<>();
    for (Entry entry : batch) {
      if (entry.submission() != null) {
        submissions.add(entry.submission());
      }
    }
    if (dryRun || submissions.isEmpty()) {
      batch.forEach(this::one);
    } else {
      all(submissions);
    }
    batch.clear();
    batchSize = 0;
  }

  private void all(List<Submission> submissions) {
    List<Saved> saved;
    try {
      saved = articles.saveAll(submissions);
    } catch (InvalidArticle e) {
      // One of them spoils the transaction for all: each gets its own.
      batch.forEach(this::one);
      return;
    }
    int next = 0;
    for (Entry entry : batch) {
      tell(entry, entry.submission() == null ? null : saved.get(next++).change());
    }
  }

  private void one(Entry entry) {
    Submission submission = entry.submission();
    if (submission == null) {
      tell(entry, null);
      return;
    }
    try {
      tell(entry, dryRun ? articles.preview(submission) : articles.save(submission).change());
    } catch (InvalidArticle e) {
      tell(new Entry(entry.found(), entry.uri(), null, String.valueOf(e.getMessage())), null);
    }
  }

  private void tell(Entry entry, Saved.@Nullable Change change) {
    Outcome outcome =
        switch (change) {
          case NEW -> Outcome.TAKEN;
          case CHANGED -> Outcome.CHANGED;
          case UNCHANGED -> Outcome.UNCHANGED;
          case null -> Outcome.REFUSED;
        };
    Found found = entry.found();
    tally.tell(file, found.record(), found.line(), outcome, entry.uri(), entry.detail());
  }
}
