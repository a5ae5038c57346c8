package io.broadsheet.rates;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Database;
import io.broadsheet.database.TestDatabase;
import io.broadsheet.settings.RateSettings;
import io.broadsheet.settings.SourceSettings;
import io.broadsheet.web.PublicHosts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;

/** Sources of rates for the tests of other modules. */
public final class TestRates {
  private TestRates() {}

  /** Returns one source, “feed”, that nobody fetches before a test does. */
  public static RateSources sources(
      Database database, Rates rates, AuditLog audit, InstantSource clock) {
    RateSettings defaults = TestDatabase.rates();
    return new RateSources(
        database,
        rates,
        audit,
        clock,
        ZoneId.of("Asia/Almaty"),
        new RateSettings(
            defaults.currency(),
            defaults.currencies(),
            defaults.board(),
            defaults.oldAfter(),
            List.of(
                TestSource.of(
                    "feed",
                    SourceSettings.Format.CSV,
                    "http://127.0.0.1:9/rates",
                    Duration.ofSeconds(1)))),
        new SourceFetch(PublicHosts::isPublic),
        new SplittableRandom(1));
  }

  /** Has every due source fetched. */
  public static void fetch(RateSources sources) throws InterruptedException {
    for (SourceSettings source : sources.claim()) {
      sources.fetch(source);
    }
  }

  /** Has the desk's rules looked at. */
  public static void look(RateAlerts alerts) {
    alerts.look();
  }
}
