package io.broadsheet.articles;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ArticlesConfiguration {

  @Bean
  Articles articles(Database database, Outbox outbox, InstantSource clock, JsonMapper json) {
    return new Articles(database, outbox, clock, json);
  }

  @Bean
  Drafts drafts(
      Database database, Outbox outbox, AuditLog audit, InstantSource clock, JsonMapper json) {
    return new Drafts(database, outbox, audit, clock, json);
  }

  @Bean
  Editions editions(Database database, JsonMapper json) {
    return new Editions(database, json);
  }

  @Bean
  Previews previews(
      Database database, Articles articles, Drafts drafts, AuditLog audit, InstantSource clock) {
    return new Previews(database, articles, drafts, audit, clock);
  }

  @Bean
  Originals originals(Database database, Drafts drafts, AuditLog audit, JsonMapper json) {
    return new Originals(database, drafts, audit, json);
  }

  @Bean
  ReviewNotes reviewNotes(Database database, AuditLog audit, InstantSource clock) {
    return new ReviewNotes(database, audit, clock);
  }

  @Bean
  DeskWork deskWork(Database database, Drafts drafts, AuditLog audit, JsonMapper json) {
    return new DeskWork(database, drafts, audit, json);
  }

  @Bean
  Coverage coverage(
      Database database, Outbox outbox, AuditLog audit, InstantSource clock, JsonMapper json) {
    return new Coverage(database, outbox, audit, clock, json);
  }

  @Bean
  FrontSlots frontSlots(Database database, Outbox outbox, InstantSource clock, JsonMapper json) {
    return new FrontSlots(database, outbox, clock, json);
  }

  /** Commands measure nothing. */
  @Bean
  @ConditionalOnWebApplication
  Gauge lateStories(Articles articles, MeterRegistry metrics) {
    return Gauge.builder("broadsheet.stories.late", articles, all -> all.late().size())
        .description("Scheduled stories whose time has passed and that have not appeared")
        .register(metrics);
  }

  @Bean
  Schedule schedule(Articles articles, FrontSlots front) {
    return new Schedule(articles, front);
  }
}
