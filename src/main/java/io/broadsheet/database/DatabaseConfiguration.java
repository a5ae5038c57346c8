package io.broadsheet.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.broadsheet.settings.DatabaseSettings;
import io.broadsheet.settings.Settings;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Opens the database that the settings name: one pool that writes and one that only reads. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
  private static final int SQLITE_READERS = Math.max(4, Runtime.getRuntime().availableProcessors());

  @Bean
  Dialect dialect(Settings settings) {
    return settings.database().url() == null ? Dialect.SQLITE : Dialect.POSTGRESQL;
  }

  /** The pool that Flyway and every writing transaction use; on SQLite it holds one connection. */
  @Bean
  @Primary
  HikariDataSource writer(Settings settings, DataFolder folder, Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> {
        HikariConfig config = sqlite(folder);
        config.setPoolName("writer");
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        yield new HikariDataSource(config);
      }
      case POSTGRESQL -> new HikariDataSource(postgresql(settings.database(), "writer"));
    };
  }

  @Bean(defaultCandidate = false)
  HikariDataSource reader(Settings settings, DataFolder folder, Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> {
        HikariConfig config = sqlite(folder);
        config.setPoolName("reader");
        config.setMaximumPoolSize(SQLITE_READERS);
        config.setConnectionInitSql("PRAGMA query_only = 1");
        // The writer makes the file; a reader must not fail the start by coming first.
        config.setInitializationFailTimeout(-1);
        yield new HikariDataSource(config);
      }
      case POSTGRESQL -> {
        HikariConfig config = postgresql(settings.database(), "reader");
        config.setReadOnly(true);
        yield new HikariDataSource(config);
      }
    };
  }

  /** Comes after the migrations, so that whoever holds it finds the tables. */
  @Bean
  @DependsOnDatabaseInitialization
  Database database(
      HikariDataSource writer, @Qualifier("reader") HikariDataSource reader, Dialect dialect) {
    return new Database(writer, reader, dialect);
  }

  private static HikariConfig sqlite(DataFolder folder) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:sqlite:" + folder.resolve("broadsheet.db"));
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    config.addDataSourceProperty("busy_timeout", "10000");
    config.addDataSourceProperty("foreign_keys", "true");
    return config;
  }

  private static HikariConfig postgresql(DatabaseSettings settings, String pool) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(pool);
    config.setJdbcUrl(Objects.requireNonNull(settings.url()));
    if (settings.username() != null) {
      config.setUsername(settings.username());
    }
    if (settings.password() != null) {
      config.setPassword(settings.password());
    }
    config.setMaximumPoolSize(Math.max(1, settings.connections() / 2));
    return config;
  }
}
