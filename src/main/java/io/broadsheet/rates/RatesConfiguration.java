package io.broadsheet.rates;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Settings;
import io.broadsheet.web.PublicHosts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RatesConfiguration {

  @Bean
  RateHistory rateHistory(Database database, InstantSource clock, Settings settings) {
    return new RateHistory(database, clock, settings.site().timeZone());
  }

  @Bean
  Folding folding(RateHistory history) {
    return new Folding(history);
  }

  @Bean
  RateSources rateSources(
      Database database, Rates rates, AuditLog audit, InstantSource clock, Settings settings) {
    return new RateSources(
        database,
        rates,
        audit,
        clock,
        settings.site().timeZone(),
        settings.rates(),
        new SourceFetch(PublicHosts::isPublic),
        new SecureRandom());
  }

  @Bean
  RateDesk rateDesk(Database database, Rates rates, AuditLog audit) {
    return new RateDesk(database, rates, audit);
  }

  @Bean
  RateAlerts rateAlerts(Database database, Rates rates, AuditLog audit, InstantSource clock) {
    return new RateAlerts(database, rates, audit, clock);
  }

  @Bean
  @ConditionalOnWebApplication
  AlertWatch alertWatch(RateAlerts alerts) {
    return new AlertWatch(alerts);
  }

  /** Commands fetch and measure nothing. */
  @Bean
  @ConditionalOnWebApplication
  SourceWatch sourceWatch(RateSources sources, InstantSource clock, MeterRegistry metrics) {
    for (SourceHealth source : sources.all()) {
      Gauge.builder("broadsheet.rates.source.failures", () -> sources.failures(source.name()))
          .description("Fetches of the source that failed since it last gave quotes")
          .tag("source", source.name())
          .register(metrics);
      Gauge.builder(
              "broadsheet.rates.source.age", () -> sources.age(source.name(), clock.instant()))
          .description("Time since the source last gave quotes; not a number if it never did")
          .baseUnit("seconds")
          .tag("source", source.name())
          .register(metrics);
    }
    return new SourceWatch(sources);
  }

  @Bean
  Rates rates(Database database, Outbox outbox, InstantSource clock, Settings settings) {
    return new Rates(database, outbox, clock, settings.site().timeZone(), settings.rates());
  }
}
