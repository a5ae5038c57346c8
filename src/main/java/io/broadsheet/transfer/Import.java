package io.broadsheet.transfer;

import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Audience;
import io.broadsheet.rates.Rates;
import io.broadsheet.settings.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Takes files in from other systems: stories as ninjs with their pictures, the views that they had
 * on an old site, and rates.
 *
 * <p>Pictures are taken from the folder that is named, or that of the file; nothing is fetched from
 * the web.
 *
 * <p>What a file holds is told by its content, not by its name. Stories are taken in before what
 * belongs to them. Files are read in bounded memory, however large they are. Whatever cannot be
 * taken is told record by record, and the rest is taken; taken in again, nothing happens twice.
 */
public final class Import {
  private static final RandomGenerator READINGS = new SecureRandom();

  private final Site site;
  private final Articles articles;
  private final Audience audience;
  private final Rates rates;
  private final Settling settling;
  private final InstantSource clock;
  private final NinjsReader reader;
  private final Intake intake;

  Import(
      Site site,
      NinjsReader reader,
      Intake intake,
      Articles articles,
      Audience audience,
      Rates rates,
      Settling settling,
      InstantSource clock) {
    this.site = site;
    this.reader = reader;
    this.intake = intake;
    this.articles = articles;
    this.audience = audience;
    this.rates = rates;
    this.settling = settling;
    this.clock = clock;
  }

  /** Waits until what was taken is served and found. */
  @FunctionalInterface
  interface Settling {
    void await() throws InterruptedException;
  }

  private record Input(Path file, Path root, FileKind kind) {}

  /**
   * Takes files in, and the files in folders; what was taken is durable, served and found when this
   * returns.
   *
   * @throws IOException if a file is not there or cannot be read; the message is one sentence
   */
  public ImportReport run(List<Path> paths, ImportOptions options, ImportWatcher watcher)
      throws IOException, InterruptedException {
    List<InputFiles.Input> files = InputFiles.of(paths);
    long bytes = 0;
    for (InputFiles.Input one : files) {
      bytes += Files.size(one.file());
    }
    Tally tally = new Tally(watcher, bytes, options.dryRun());
    boolean complete = true;
    for (Input input : inOrder(files, tally)) {
      complete = complete && take(input, options, tally);
    }
    settling.await();
    return tally.report(complete);
  }

  private static List<Input> inOrder(List<InputFiles.Input> files, Tally tally) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (InputFiles.Input one : files) {
      try {
        inputs.add(new Input(one.file(), one.root(), FileKind.of(one.file())));
      } catch (Unfit e) {
        tally.refuse(one.file(), e.reason());
      }
    }
    inputs.sort(Comparator.comparing(Input::kind));
    return inputs;
  }

  private boolean take(Input input, ImportOptions options, Tally tally) throws IOException {
    Path file = input.file();
    boolean dryRun = options.dryRun();
    return switch (input.kind()) {
      case STORY_LINES -> stories(new JsonLines(new Counted(file, tally)), input, dryRun, tally);
      case STORY_DOCUMENT ->
          stories(new JsonDocument(new Counted(file, tally)), input, dryRun, tally);
      case TOTALS -> rows(new TotalRows(names(tally), audience), file, dryRun, tally);
      case VIEWS ->
          rows(
              new ViewRows(
                  names(tally),
                  audience,
                  site.timeZone(),
                  clock.instant(),
                  READINGS.nextLong(Long.MAX_VALUE),
                  options.cleaned()),
              file,
              dryRun,
              tally);
      case RATES ->
          rows(new RateRows(rates, site.timeZone(), clock.instant()), file, dryRun, tally);
      case RATE_HISTORY -> new HistoryImport(rates, dryRun, file, tally).run();
    };
  }

  private ArticleNames names(Tally tally) {
    return new ArticleNames(articles, tally.taken());
  }

  private boolean stories(StoryRecords records, Input input, boolean dryRun, Tally tally)
      throws IOException {
    Origin origin = Origin.of(input.file(), input.root());
    try (records) {
      return new StoryImport(reader, intake, articles, dryRun, input.file(), origin, tally)
          .run(records);
    }
  }

  private static <T> boolean rows(CsvKind<T> kind, Path file, boolean dryRun, Tally tally)
      throws IOException {
    return new CsvImport<>(kind, dryRun, file, tally).run();
  }
}
