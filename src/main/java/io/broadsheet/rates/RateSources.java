package io.broadsheet.rates;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.audit.AuditLog.Deed;
import io.broadsheet.database.Database;
import io.broadsheet.settings.RateSettings;
import io.broadsheet.settings.SourceSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sources of rates that the settings name: how each fares, and what the desk may do about it.
 *
 * <p>A source that gives nothing keeps its last good quotes, which grow old for all to see.
 */
public final class RateSources {
  private static final Logger log = LoggerFactory.getLogger(RateSources.class);

  /** How much longer than its patience a fetch may take until another server takes it over. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 12;

  /** A single failure or two are everyday, and over within minutes. */
  private static final int TOLD_AFTER = 3;

  /** So that sources are not asked at the same moments by everyone. */
  private static final double JITTER = 0.1;

  private final Database database;
  private final Rates rates;
  private final AuditLog audit;
  private final InstantSource clock;
  private final ZoneId zone;
  private final List<SourceSettings> sources;
  private final SourceFetch fetch;
  private final RandomGenerator random;
  private final Doubts doubts;

  RateSources(
      Database database,
      Rates rates,
      AuditLog audit,
      InstantSource clock,
      ZoneId zone,
      RateSettings settings,
      SourceFetch fetch,
      RandomGenerator random) {
    this.database = database;
    this.rates = rates;
    this.audit = audit;
    this.clock = clock;
    this.zone = zone;
    this.sources = settings.sources();
    this.fetch = fetch;
    this.random = random;
    this.doubts = new Doubts(database);
    if (!sources.isEmpty()) {
      database.write(
          sql -> {
            SourceRows rows = new SourceRows(sql);
            sources.forEach(source -> rows.open(source.name()));
            return sources;
          });
    }
  }

  /** Returns how all sources fare, in the settings' order; empty if there are none. */
  public List<SourceHealth> all() {
    return sources.isEmpty()
        ? List.of()
        : database.read(
            sql -> {
              SourceRows rows = new SourceRows(sql);
              return sources.stream().map(rows::get).toList();
            });
  }

  /** Returns how a source fares; empty if the settings name none of this name. */
  public Optional<SourceHealth> find(String name) {
    return named(name).map(source -> database.read(sql -> new SourceRows(sql).get(source)));
  }

  /**
   * Has a source fetched no more until it is resumed.
   *
   * @param by who wants that
   * @return false if there is none of this name, or it is paused already
   */
  public boolean pause(String name, String by) {
    return named(name).isPresent()
        && database.write(
            sql -> {
              boolean paused = new SourceRows(sql).pause(name, by, clock.instant());
              return noted(sql, paused, by, "rates.pause", name);
            });
  }

  /** Has a source fetched again, at once; returns false if it was not paused. */
  public boolean resume(String name, String by) {
    return named(name).isPresent()
        && database.write(
            sql -> noted(sql, new SourceRows(sql).resume(name), by, "rates.resume", name));
  }

  /** Has a source fetched within seconds; returns false if it is paused, or there is none. */
  public boolean fetchNow(String name, String by) {
    return named(name).isPresent()
        && database.write(
            sql -> noted(sql, new SourceRows(sql).hasten(name), by, "rates.fetch", name));
  }

  private boolean noted(JdbcClient sql, boolean done, String by, String action, String name) {
    if (done) {
      audit.note(sql, by, new Deed(action, "source " + name));
    }
    return done;
  }

  /** Returns what the desk should see to, as a sentence; empty if there is nothing. */
  Optional<String> matter() {
    List<String> ailing =
        sources.isEmpty()
            ? List.of()
            : database.read(
                sql -> {
                  SourceRows rows = new SourceRows(sql);
                  return sources.stream()
                      .map(rows::get)
                      .filter(health -> !health.isPaused())
                      .flatMap(health -> ailment(sql, health).stream())
                      .toList();
                });
    return ailing.isEmpty()
        ? Optional.empty()
        : Optional.of("Rates are not what their sources say: " + String.join("; ", ailing) + ".");
  }

  private static Optional<String> ailment(JdbcClient sql, SourceHealth health) {
    if (health.failures() >= TOLD_AFTER) {
      return Optional.of("“" + health.name() + "” failed " + health.failures() + " times");
    }
    List<String> held = Doubts.held(sql, health.name());
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "of “" + health.name() + "” " + String.join(", ", held) + " is held back as a jump");
  }

  /** Returns how many fetches of a source failed since it last gave quotes. */
  int failures(String name) {
    return find(name).map(SourceHealth::failures).orElse(0);
  }

  /** Returns the seconds since a source last gave quotes; not a number if it never did. */
  double age(String name, Instant now) {
    return find(name)
        .map(SourceHealth::good)
        .map(good -> Duration.between(good, now).toMillis() / 1_000.0)
        .orElse(Double.NaN);
  }

  private Optional<SourceSettings> named(String name) {
    return sources.stream().filter(source -> source.name().equals(name)).findFirst();
  }

  /** Takes the sources that are due, which the caller then fetches; nobody else does meanwhile. */
  List<SourceSettings> claim() {
    Instant now = clock.instant();
    List<String> due =
        all().stream()
            .filter(health -> !health.isPaused() && !health.next().isAfter(now))
            .map(SourceHealth::name)
            .toList();
    return sources.stream()
        .filter(source -> due.contains(source.name()))
        .filter(
            source ->
                database.write(
                    sql ->
                        new SourceRows(sql)
                            .claim(source.name(), now, now.plus(source.timeout()).plus(SLACK))))
        .toList();
  }

  /** Fetches a source, takes in what it gives, and keeps how that went. */
  void fetch(SourceSettings source) throws InterruptedException {
    try {
      Reading reading = read(source);
      String problem = take(source, reading);
      Duration pause = jittered(source.every());
      keep(sql -> sql.succeeded(source.name(), clock.instant(), pause, problem));
    } catch (SourceFailure e) {
      log.warn("The source “{}” of rates gave nothing: {}", source.name(), e.reason());
      failed(source, e.reason());
    } catch (RuntimeException | Error e) {
      // Whatever an answer does to us, its source is asked less and less, and the desk hears of it.
      log.error("Taking in the source “{}” of rates failed", source.name(), e);
      failed(source, "Its answer could not be taken in: the log of the server has why.");
    }
  }

  private void failed(SourceSettings source, String reason) {
    Duration pause = jittered(retry(source, failures(source.name())));
    keep(sql -> sql.failed(source.name(), clock.instant(), pause, reason));
  }

  private void keep(Consumer<SourceRows> change) {
    database.write(
        sql -> {
          change.accept(new SourceRows(sql));
          return sql;
        });
  }

  private Reading read(SourceSettings source) throws SourceFailure, InterruptedException {
    Instant now = clock.instant();
    String today =
        OfficialRow.DOTTED.format(
            now.atZone(
                source.format() == SourceSettings.Format.NATIONAL_BANK_OF_KAZAKHSTAN
                    ? KazakhstanRates.ZONE
                    : zone));
    SourceFetch.Answer answer = fetch.fetch(source.address(today), source.timeout());
    Reading reading = new Reading();
    try (Reader text = Encoded.open(new ByteArrayInputStream(answer.body()), answer.charset())) {
      SourceFormat.of(source, rates.currency(), zone).read(text, now, reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reading;
  }

  /** Takes in what is believed, and returns what is wrong with the rest. */
  private String take(SourceSettings source, Reading reading) throws SourceFailure {
    List<Quote> believed = doubts.believed(source.name(), reading, clock.instant());
    List<Taking> outcomes = believed.isEmpty() ? List.of() : rates.setAll(believed);
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Taking.Refused(String reason)) {
        reading.refuse(believed.get(i).currency(), reason);
      }
    }
    List<String> refused = reading.refused();
    if (refused.isEmpty() && believed.isEmpty()) {
      throw new SourceFailure("There are no rates in it.");
    }
    String problem =
        refused.isEmpty() ? "" : refused.size() + " refused. " + String.join(" ", refused);
    if (outcomes.stream().allMatch(Taking.Refused.class::isInstance)) {
      throw new SourceFailure("None of its rates can be used: " + problem);
    }
    if (!problem.isEmpty()) {
      log.warn("Of the source “{}” of rates: {}", source.name(), problem);
    }
    return problem;
  }

  /** One minute after the first failure, then twice as long after each. */
  private static Duration retry(SourceSettings source, int failures) {
    Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    Duration longest = source.every().compareTo(LONGEST_RETRY) > 0 ? source.every() : LONGEST_RETRY;
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }

  private Duration jittered(Duration pause) {
    return Duration.ofMillis((long) (pause.toMillis() * random.nextDouble(1 - JITTER, 1 + JITTER)));
  }
}
