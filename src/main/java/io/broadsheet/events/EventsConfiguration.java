package io.broadsheet.events;

import io.broadsheet.database.Database;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

  @Bean
  Outbox outbox(Database database, InstantSource clock, JsonMapper json) {
    return new Outbox(database, clock, json);
  }
}
