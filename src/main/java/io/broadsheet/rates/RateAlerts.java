package io.broadsheet.rates;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the desk when a price moved by more than a rule allows.
 *
 * <p>When a rate moves, all offices follow, and each by several steps: a rule tells of one move
 * within its hours, the largest of all offices at the moment that the first of them went too far.
 */
public final class RateAlerts {
  private static final int MOST_RULES = 100;
  private static final int MOST_NOTES = 100;
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Database database;
  private final Rates rates;
  private final AuditLog audit;
  private final InstantSource clock;

  /** Opens the rules and notes of this database. */
  public RateAlerts(Database database, Rates rates, AuditLog audit, InstantSource clock) {
    this.database = database;
    this.rates = rates;
    this.audit = audit;
    this.clock = clock;
  }

  /** Returns the rules by currency. */
  public List<RateRule> rules() {
    return database.read(sql -> new AlertRows(sql).rules());
  }

  /**
   * Adds a rule.
   *
   * @param by who wants it
   * @throws InvalidQuote if there are a hundred already
   */
  public void add(RateRule rule, String by) {
    database.write(
        sql -> {
          AlertRows rows = new AlertRows(sql);
          InvalidQuote.unless(
              rows.rules().size() < MOST_RULES, "There are 100 rules already: remove one first.");
          rows.add(rule, by);
          audit.note(sql, by, new Deed("rates.rule", text(rule)));
          return rule;
        });
  }

  /** Removes a rule; returns false if it is not there. */
  public boolean remove(long id, String by) {
    return database.write(
        sql -> {
          Optional<RateRule> removed = new AlertRows(sql).remove(id);
          removed.ifPresent(rule -> audit.note(sql, by, new Deed("rates.rule.remove", text(rule))));
          return removed.isPresent();
        });
  }

  /** Returns the notes that nobody has read yet, the newest first, up to a hundred. */
  public List<RateNote> notes() {
    return database.read(sql -> new AlertRows(sql).unread(MOST_NOTES));
  }

  /** Returns how many notes nobody has read yet. */
  public int unread() {
    return database.read(sql -> new AlertRows(sql).unread());
  }

  /** Marks a note as read; returns false if it was, or is not there. */
  public boolean read(long note, String by) {
    return database.write(sql -> new AlertRows(sql).read(note, by));
  }

  /** Looks whether prices have moved too far. */
  void look() {
    Instant now = clock.instant();
    if (database.read(sql -> found(sql, now)).isEmpty()) {
      return;
    }
    database.write(
        sql -> {
          // Several servers look, and one of them is to tell of it.
          rates.serialize(sql);
          AlertRows rows = new AlertRows(sql);
          Map<RateRule, RateNote> found = found(sql, now);
          found.forEach((rule, note) -> rows.note(rule.id(), note));
          return found;
        });
  }

  private static Map<RateRule, RateNote> found(JdbcClient sql, Instant now) {
    AlertRows rows = new AlertRows(sql);
    Map<RateRule, RateNote> found = new LinkedHashMap<>();
    for (RateRule rule : rows.rules()) {
      Instant since = now.minus(Duration.ofHours(rule.hours()));
      if (!rows.told(rule.id(), since)) {
        largest(sql, rule, since, now).ifPresent(note -> found.put(rule, note));
      }
    }
    return found;
  }

  private static Optional<RateNote> largest(
      JdbcClient sql, RateRule rule, Instant since, Instant now) {
    QuoteRows rows = new QuoteRows(sql);
    return rows.known().stream()
        .filter(known -> known.series().currency().equals(rule.currency()))
        .flatMap(known -> moves(rows, known, rule, since, now))
        .max(Comparator.comparing(note -> note.percent().abs()));
  }

  /**
   * Returns how far the price of now is from each that held since a time, where that is too far.
   */
  private static Stream<RateNote> moves(
      QuoteRows rows, RateHistory.Known known, RateRule rule, Instant since, Instant now) {
    List<QuoteRows.Entry> held = new ArrayList<>();
    rows.until(known.id(), since.toEpochMilli()).ifPresent(held::add);
    held.addAll(rows.during(known.id(), since.toEpochMilli() + 1, now.toEpochMilli() + 1));
    if (held.isEmpty()) {
      return Stream.empty();
    }
    QuoteRows.Entry last = held.getLast();
    return held.stream()
        .flatMap(
            before ->
                Stream.of(
                    move(known, false, before, last, QuoteRows.Entry::buy, rule, now),
                    move(known, true, before, last, QuoteRows.Entry::sell, rule, now)))
        .flatMap(Optional::stream);
  }

  private static Optional<RateNote> move(
      RateHistory.Known known,
      boolean sold,
      QuoteRows.Entry before,
      QuoteRows.Entry last,
      Function<QuoteRows.Entry, BigDecimal> price,
      RateRule rule,
      Instant now) {
    BigDecimal from = price.apply(before);
    BigDecimal to = price.apply(last);
    boolean far =
        to.subtract(from).abs().multiply(HUNDRED).compareTo(from.multiply(rule.percent())) >= 0;
    return far
        ? Optional.of(new RateNote(0, now, known, sold, from, to, rule.hours()))
        : Optional.empty();
  }

  private static String text(RateRule rule) {
    return rule.currency()
        + " "
        + rule.percent().toPlainString()
        + " % within "
        + rule.hours()
        + " h";
  }
}
