package io.broadsheet.audience;

import static java.time.temporal.ChronoUnit.HOURS;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Who reads what: takes views in, and tells what is read.
 *
 * <p>Counts are exact: a view that was acknowledged is in the log and in the counts, once, whatever
 * happened to the process since. Time is this machine's and never runs backwards in the log. Safe
 * for many threads; only {@link #carryOver} and {@link #close} wait for the disk.
 */
public final class Audience implements AutoCloseable {
  private static final int AT_ONCE = 500;
  private static final int NOW_MINUTES = 5;
  private static final int HOURS_OF_DAY = 24;
  private static final long HOUR_MILLIS = 3_600_000;

  private final SharedWindows windows;
  private final ViewWriter writer;
  private final Intake intake;
  private final AudienceNumbers numbers;
  private final PastHours past;
  private final InstantSource clock;

  private Audience(
      Path folder, InstantSource clock, AudienceLimits limits, CommitStep.Witness witness)
      throws IOException, SQLException {
    Visitors visitors = Visitors.open(folder, clock.instant());
    BlockingQueue<ViewWriter.Work> queue = ViewWriter.queue(limits);
    numbers = new AudienceNumbers(queue::size);
    AudienceFile file = AudienceFile.in(folder);
    past = new PastHours(file);
    this.clock = clock;
    ViewLog log = ViewLog.open(file, witness);
    try {
      Ledger ledger = new Ledger(log, visitors, clock, limits, numbers);
      windows = ledger.windows();
      writer = new ViewWriter(ledger, limits, queue, numbers);
    } catch (SQLException e) {
      log.close();
      throw e;
    }
    intake = new Intake(clock, limits.viewsPerMinute(), visitors, windows, writer, numbers);
  }

  /**
   * Opens the audience of a data folder, making its files where they are missing.
   *
   * <p>No article is admitted yet.
   *
   * @param folder exists and can be written to
   * @param clock the server's
   * @param limits how much it takes in
   * @throws DamagedAudience if one of its files cannot be used
   */
  public static Audience open(Path folder, InstantSource clock, AudienceLimits limits)
      throws IOException {
    return open(folder, clock, limits, CommitStep.Witness.SILENT);
  }

  static Audience open(
      Path folder, InstantSource clock, AudienceLimits limits, CommitStep.Witness witness)
      throws IOException {
    try {
      return new Audience(folder, clock, limits, witness);
    } catch (SQLException e) {
      throw new DamagedAudience(
          "The file "
              + folder.resolve(AudienceFile.NAME)
              + " cannot be read ("
              + e.getMessage()
              + "): put the one of the last backup in its place.",
          e);
    }
  }

  /**
   * Lets an article be counted, from its publication on.
   *
   * @param language the code of the language it is in, as {@link TopQuery#language()} gives it
   * @param topics the slugs of its topics
   * @param listed whether lists show it; one that has expired still counts
   */
  public void admit(long article, String language, Set<String> topics, boolean listed) {
    windows.admit(article, language, topics, listed);
  }

  /**
   * Counts and lists an article no more; what it has stays and is there if it is admitted again.
   */
  public void dismiss(long article) {
    windows.dismiss(article);
  }

  /**
   * Takes a view in.
   *
   * @return what became of it; {@link Outcome.Counted} and {@link Outcome.Repeat} once that is
   *     durable. Never completed exceptionally. What depends on it runs on the thread that answers
   *     all views, and must not hold it up
   */
  public CompletionStage<Outcome> record(View view) {
    return intake.take(view);
  }

  /** Returns the first minute since the epoch that weighs in what is popular at some time. */
  public static long firstPopularMinute(Instant now) {
    return Math.floorDiv(now.toEpochMilli(), 60_000) - Popularity.MINUTES;
  }

  /**
   * Sets how an article is discussed, beside what was carried over.
   *
   * @param minutes how many of the comments came in each minute since the epoch, from {@link
   *     #firstPopularMinute} on
   */
  public void discussed(long article, long comments, long commenters, Map<Long, Long> minutes) {
    windows.change(all -> all.discussed(article, comments, commenters, minutes));
  }

  /** Sets how often readers reacted to an article, in the same way. */
  public void reacted(long article, long reactions, Map<Long, Long> minutes) {
    windows.change(all -> all.reacted(article, reactions, minutes));
  }

  /** Returns an article's totals; zeros if it was never heard of. */
  public Counts counts(long article) {
    return windows.counts(article);
  }

  /** Returns how many readers came to an article within the last five minutes. */
  public long readersNow(long article) {
    return windows.readers(article, NOW_MINUTES);
  }

  /**
   * Returns what is read at present.
   *
   * @param language the code of the articles' language; null for all
   * @param limit the most stories, positive
   */
  public Present present(@Nullable String language, int limit) {
    return windows.present(language, NOW_MINUTES, limit);
  }

  /** Returns the articles that lead by this measure, the first first, no article twice. */
  public List<TopRow> top(TopQuery query) {
    return windows.top(query);
  }

  /**
   * Returns the articles that lead in a past span, or now; {@code windowViews} count the span.
   *
   * <p>Waits for the disk.
   *
   * @param query whose window is not used
   * @throws IOException if the stored hours cannot be read
   */
  public List<TopRow> top(TopQuery query, Span span) throws IOException {
    return past("The past hours", () -> windows.top(query, past.views(span)));
  }

  /**
   * Returns the views of these articles in each of the last 24 hours, the current one being the
   * last; one that nobody read is left out.
   *
   * <p>Waits for the disk.
   *
   * @throws IOException if the stored hours cannot be read
   */
  public Map<Long, long[]> lastDay(Collection<Long> articles) throws IOException {
    return past(
        "The past hours", () -> past.hourly(articles, HOURS_OF_DAY, clock.millis() / HOUR_MILLIS));
  }

  /**
   * Returns the views in each hour of a span, of all articles or of those in one language.
   *
   * <p>Waits for the disk.
   *
   * @param language the code of the articles' language; null for all
   * @throws IOException if the stored hours cannot be read
   */
  public long[] hourly(Span span, @Nullable String language) throws IOException {
    return past(
        "The past hours",
        () ->
            past.hourly(
                span, null, article -> language == null || windows.isIn(language, article)));
  }

  /**
   * Returns an article's views in each hour of a span.
   *
   * <p>Waits for the disk.
   *
   * @throws IOException if the stored hours cannot be read
   */
  public long[] hourly(Span span, long article) throws IOException {
    return past("The past hours", () -> past.hourly(span, article, _ -> true));
  }

  /** Has the lists of the present follow what editors put first on them and took off. */
  void arrange(Arrangement latest) {
    windows.change(all -> all.arrange(latest));
  }

  /**
   * Hands over what was read in each hour of a span, hour by hour; one in which nobody read
   * anything is left out.
   *
   * <p>Each hour is read by itself, so a slow reader holds up nobody. Waits for the disk.
   *
   * @throws IOException if the stored hours cannot be read, or the reader throws it
   */
  public void forEachHour(Span span, HourReader reader) throws IOException {
    long end = Math.min(span.endHour(), clock.millis() / HOUR_MILLIS + 1);
    long first = past("The past hours", past::firstHour);
    for (long hour = Math.max(first, span.firstHour()); hour < end; hour++) {
      Instant begin = Instant.ofEpochMilli(hour * HOUR_MILLIS);
      Map<Long, Long> views =
          past("The past hours", () -> past.views(new Span(begin, begin.plus(1, HOURS))));
      if (!views.isEmpty()) {
        reader.read(begin, views);
      }
    }
  }

  /** Returns a number that grows whenever a count moves or the set of articles does. */
  public long version() {
    return windows.version();
  }

  /**
   * Takes over what articles had on an old site, in place of what was taken over for them before.
   *
   * <p>It adds to totals and to nothing else. Articles need not be admitted.
   *
   * @return what that did, one by one in the order of the totals; durable
   * @throws IOException if it cannot be stored; a first part of the totals then may be
   */
  public List<CarriedTotals.Change> carryOver(List<CarriedTotals> totals) throws IOException {
    List<CarriedTotals.Change> changes = new ArrayList<>(totals.size());
    for (int from = 0; from < totals.size(); from += AT_ONCE) {
      List<CarriedTotals> some = totals.subList(from, Math.min(from + AT_ONCE, totals.size()));
      changes.addAll(written("The totals", ledger -> ledger.carry(some)));
    }
    return changes;
  }

  /**
   * Returns what carrying these totals over would do, without doing it.
   *
   * @throws IOException if what is stored cannot be read
   */
  public List<CarriedTotals.Change> previewCarryOver(List<CarriedTotals> totals)
      throws IOException {
    return written("The totals", ledger -> ledger.previewCarry(totals));
  }

  /**
   * Returns the hosts that led most readers here, or to one article, in a span of the last month.
   *
   * @param article null for all
   * @param limit the most hosts, positive
   * @throws IOException if the stored hours cannot be read
   */
  public List<Source> sources(Span span, @Nullable Long article, int limit) throws IOException {
    return past("The sources", () -> past.sources(span, article, limit));
  }

  /**
   * Returns how far one article was read, or all, in a span of the last month.
   *
   * @param article null for all
   * @throws IOException if the stored hours cannot be read
   */
  public Depth depth(Span span, @Nullable Long article) throws IOException {
    return past("The depths", () -> past.depth(span, article));
  }

  /**
   * Returns the quarantines of the last days, the latest first.
   *
   * @throws IOException if they cannot be read
   */
  public List<Quarantine> quarantines() throws IOException {
    return past("The quarantines", past::quarantines);
  }

  /**
   * Lets the views of a quarantine count, each in its own hour, or takes them out again; durable
   * when this returns.
   *
   * @return whether there is such a quarantine; it is gone with the log's rows
   * @throws IOException if that cannot be stored
   */
  public boolean judge(long quarantine, Verdict verdict) throws IOException {
    return written("The quarantine", ledger -> ledger.judge(quarantine, verdict));
  }

  /**
   * Takes in views that an old site noted, each into its own hour.
   *
   * <p>They may come in any order and any number of times, and each is taken once. Of a visitor's
   * views of an article one in half an hour counts. Articles need not be admitted.
   *
   * @param reading a number that all views of one reading of a file have, and no others
   * @param cleaned whether every one counts, since repeats were taken out before
   * @return of each whether it was new; durable
   * @throws IOException if they cannot be stored; a first part of them then may be
   */
  public List<Boolean> takePast(List<PastView> views, long reading, boolean cleaned)
      throws IOException {
    List<Boolean> isNew = new ArrayList<>(views.size());
    for (int from = 0; from < views.size(); from += AT_ONCE) {
      List<PastView> some = views.subList(from, Math.min(from + AT_ONCE, views.size()));
      isNew.addAll(written("The views", ledger -> ledger.take(some, reading, cleaned)));
    }
    return isNew;
  }

  /**
   * Tells of each of these views whether it would be new, without taking it in.
   *
   * @throws IOException if what is stored cannot be read
   */
  public List<Boolean> previewPast(List<PastView> views, long reading, boolean cleaned)
      throws IOException {
    return written("The views", ledger -> ledger.preview(views, reading, cleaned));
  }

  /** Returns how the audience does. */
  public AudienceNumbers numbers() {
    return numbers;
  }

  /** Writes and answers what waits, then stops. */
  @Override
  public void close() {
    writer.close();
  }

  /** Something that is read from the disk. */
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws SQLException;
  }

  private static <T> T past(String what, Reading<T> reading) throws IOException {
    try {
      return reading.read();
    } catch (SQLException e) {
      throw new IOException(what + " cannot be read: " + e.getMessage(), e);
    }
  }

  private <T> T written(String what, Ledger.Work<T> work) throws IOException {
    try {
      return writer.call(work);
    } catch (SQLException e) {
      throw new IOException(what + " cannot be stored or read: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Stopped before it was done.", e);
    }
  }

  /** Waits until everything that has come so far is done, and the windows are at the present. */
  void settle() throws SQLException, InterruptedException {
    settle(() -> {});
  }

  /**
   * Does something while nothing is written, after everything that has come so far.
   *
   * @return the log's time then, in epoch milliseconds
   */
  long settle(Runnable meanwhile) throws SQLException, InterruptedException {
    return writer.call(
        ledger -> {
          meanwhile.run();
          return ledger.now();
        });
  }
}
