package io.broadsheet.rates;

import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Settings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RatesConfiguration {

  @Bean
  Rates rates(Database database, Outbox outbox, InstantSource clock, Settings settings) {
    return new Rates(database, outbox, clock, settings.site().timeZone());
  }
}
