package io.broadsheet.database;

import com.zaxxer.hikari.HikariDataSource;
import io.broadsheet.TestFolders;
import io.broadsheet.settings.CommentSettings;
import io.broadsheet.settings.DatabaseSettings;
import io.broadsheet.settings.Limits;
import io.broadsheet.settings.MailSettings;
import io.broadsheet.settings.OidcSettings;
import io.broadsheet.settings.PageSettings;
import io.broadsheet.settings.RateSettings;
import io.broadsheet.settings.Settings;
import io.broadsheet.settings.SignInSettings;
import io.broadsheet.settings.Site;
import io.broadsheet.settings.WebSettings;
import io.broadsheet.settings.WordSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.util.unit.DataSize;

/** A fresh, migrated database of either engine for one test. */
public final class TestDatabase implements AutoCloseable {
  private static final AtomicInteger count = new AtomicInteger();

  private final HikariDataSource writer;
  private final HikariDataSource reader;
  private final Database database;
  private final Runnable drop;

  private TestDatabase(Dialect dialect, Path folder, Settings settings, Runnable drop) {
    DatabaseConfiguration configuration = new DatabaseConfiguration();
    writer = configuration.writer(settings, new DataFolder(folder), dialect);
    reader = configuration.reader(settings, new DataFolder(folder), dialect);
    database = configuration.database(writer, reader, dialect);
    this.drop = drop;
  }

  /** Opens an empty database of this engine. */
  public static TestDatabase open(Dialect dialect) {
    try {
      Path folder = TestFolders.create();
      return switch (dialect) {
        case SQLITE -> {
          Files.copy(MigratedFile.FILE, folder.resolve(MigratedFile.FILE.getFileName()));
          yield in(folder);
        }
        case POSTGRESQL -> {
          String name = copy(MigratedPostgres.NAME);
          yield new TestDatabase(
              dialect,
              folder,
              settings(url(name)),
              () -> command("DROP DATABASE IF EXISTS " + name));
        }
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the SQLite database of a server's data folder, beside the server. */
  public static TestDatabase in(Path folder) {
    return new TestDatabase(Dialect.SQLITE, folder, settings(null), () -> {});
  }

  /** Returns the JDBC URL of a fresh, empty PostgreSQL database with its user in it. */
  public static String freshPostgres() {
    return url(copy("template1"));
  }

  /** Returns the name of a new database like this one. */
  private static String copy(String template) {
    String name = "test" + count.incrementAndGet();
    command("CREATE DATABASE " + name + " TEMPLATE " + template);
    return name;
  }

  private static void command(String sql) {
    try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String url(String name) {
    return Postgres.SERVER.getJdbcUrl("postgres", name);
  }

  private static void migrate(Dialect dialect, Path folder, Settings settings) {
    try (HikariDataSource writer =
        new DatabaseConfiguration().writer(settings, new DataFolder(folder), dialect)) {
      Flyway.configure()
          .dataSource(writer)
          .locations("db/migration/" + dialect.name().toLowerCase(Locale.ROOT))
          .load()
          .migrate();
    }
  }

  /** Returns default settings, on the PostgreSQL of this URL unless it is null. */
  public static Settings settings(@org.jspecify.annotations.Nullable String url) {
    return new Settings(
        new Site(
            "Broadsheet",
            null,
            null,
            List.of(io.broadsheet.settings.Language.values()),
            ZoneId.of("Asia/Almaty"),
            "",
            ""),
        new DatabaseSettings(url, null, null, 4),
        new Limits(600, 100, Duration.ofDays(2)),
        new PageSettings(DataSize.ofMegabytes(16)),
        new WebSettings(null, DataSize.ofMegabytes(1), null),
        new MailSettings(null, 587, null, null, null, true),
        new SignInSettings(List.of("name"), new OidcSettings(null, null, null, null)),
        comments(),
        rates(),
        List.of("👍", "❤️", "😮", "😢", "😡"),
        List.of(),
        DataSize.ofGigabytes(1));
  }

  /** Returns the default settings of rates. */
  public static RateSettings rates() {
    return new RateSettings(
        "KZT",
        List.of("USD", "EUR", "RUB"),
        new RateSettings.Board(null, null),
        Duration.ofDays(1),
        List.of());
  }

  /** Returns the default settings of comments. */
  public static CommentSettings comments() {
    return new CommentSettings(
        5_000,
        1,
        2,
        Duration.ZERO,
        Duration.ZERO,
        Duration.ofMinutes(5),
        6,
        120,
        1_200,
        new WordSettings(List.of(), List.of(), List.of()));
  }

  /** Returns the database. */
  public Database database() {
    return database;
  }

  @Override
  public void close() {
    reader.close();
    writer.close();
    drop.run();
  }

  /** What SQLite's databases are copied from, so that each need not be migrated. */
  private static final class MigratedFile {
    static final Path FILE = make();

    private static Path make() {
      Path folder = TestFolders.create();
      migrate(Dialect.SQLITE, folder, settings(null));
      return folder.resolve("broadsheet.db");
    }
  }

  /** What PostgreSQL's databases are copied from. */
  private static final class MigratedPostgres {
    static final String NAME = make();

    private static String make() {
      String name = copy("template1");
      migrate(Dialect.POSTGRESQL, Path.of(""), settings(url(name)));
      return name;
    }
  }

  /** One server for all tests of this process; it ends with it. */
  private static final class Postgres {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
