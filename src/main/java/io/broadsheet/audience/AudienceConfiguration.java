package io.broadsheet.audience;

import io.broadsheet.articles.ArticleChanged;
import io.broadsheet.articles.ArticleEvent;
import io.broadsheet.articles.ArticlePublished;
import io.broadsheet.articles.ArticleWithdrawn;
import io.broadsheet.articles.Articles;
import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Opens the audience on the data folder, and has it hear of what is published. */
@Configuration(proxyBeanMethods = false)
class AudienceConfiguration {

  @Bean(destroyMethod = "close")
  Audience audience(
      DataFolder folder, InstantSource clock, Settings settings, Articles articles, Outbox outbox)
      throws IOException {
    Audience audience =
        Audience.open(
            folder.path(),
            clock,
            AudienceLimits.of(settings.limits().viewsPerMinute(), settings.limits().viewLog()));
    // Subscribed before what is there is read, so that nothing falls between.
    outbox.subscribe(ArticlePublished.class, event -> admit(audience, event));
    outbox.subscribe(ArticleChanged.class, event -> admit(audience, event));
    outbox.subscribe(ArticleWithdrawn.class, event -> audience.dismiss(event.id()));
    articles.forEachPublished(
        (id, language, topics, listed) -> audience.admit(id, language.code(), topics, listed));
    return audience;
  }

  @Bean
  Placements placements(Database database, Audience audience, InstantSource clock) {
    return new Placements(database, audience, clock);
  }

  /** After the pages, which nearly all requests are for. */
  @Bean
  @ConditionalOnWebApplication
  @Order(10)
  BeaconHandler beaconHandler(Audience audience, Settings settings, MeterRegistry metrics) {
    AudienceMetrics.bind(audience.numbers(), metrics);
    return new BeaconHandler(audience, settings.site().url());
  }

  @Bean
  @ConditionalOnWebApplication
  @Order(11)
  ImageBeacon imageBeacon(Audience audience, Settings settings) {
    return new ImageBeacon(audience, settings.site().url());
  }

  private static void admit(Audience audience, ArticleEvent event) {
    audience.admit(event.id(), event.language().code(), event.topics(), event.listed());
  }
}
