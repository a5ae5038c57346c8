package io.broadsheet.audience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An audience in a folder, with a clock that goes only when told to, and no limit by address. */
final class TestAudience implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-20T07:00:00Z");
  static final AudienceLimits LIMITS = new AudienceLimits(1_000_000, 10_000, 512, 1_000_000);

  final FakeClock clock = new FakeClock(START);
  final Path folder;
  private final CommitStep.Witness witness;
  private AudienceLimits limits = LIMITS;
  private Audience audience;

  TestAudience(Path folder) {
    this(folder, CommitStep.Witness.SILENT);
  }

  TestAudience(Path folder, CommitStep.Witness witness) {
    this.folder = folder;
    this.witness = witness;
    this.audience = open();
  }

  Audience audience() {
    return audience;
  }

  /** Stops and starts again; nothing is admitted afterwards. */
  void restart() {
    audience.close();
    audience = open();
  }

  void restart(AudienceLimits other) {
    limits = other;
    restart();
  }

  void advance(Duration duration) {
    clock.advance(duration);
    settle();
  }

  void settle() {
    try {
      audience.settle();
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Records a view by the reader of this number and waits for what became of it. */
  Outcome view(int reader, long article) {
    return await(new View(article, address(reader), "reader " + reader, false));
  }

  Outcome await(View view) {
    try {
      return audience.record(view).toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("no answer", e);
    }
  }

  long views(long article) {
    return audience.counts(article).views();
  }

  List<TopRow> top(TopQuery.By by, Window window, int limit) {
    return audience.top(new TopQuery(by, window, null, limit));
  }

  List<Long> ids(TopQuery.By by, Window window, int limit) {
    return top(by, window, limit).stream().map(TopRow::article).toList();
  }

  /** Runs a statement on the stored file beside the audience, or after it. */
  void sql(String statement) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(AudienceFile.NAME));
        Statement running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String query) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(AudienceFile.NAME));
        Statement running = connection.createStatement();
        var rows = running.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static InetAddress address(int reader) {
    byte[] bytes = {10, (byte) (reader >> 16), (byte) (reader >> 8), (byte) reader};
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    audience.close();
  }

  private Audience open() {
    try {
      return Audience.open(folder, clock, limits, witness);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
