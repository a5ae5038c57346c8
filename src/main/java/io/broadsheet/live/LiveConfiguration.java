package io.broadsheet.live;

import io.broadsheet.articles.ArticleChanged;
import io.broadsheet.articles.ArticlePublished;
import io.broadsheet.articles.ArticleWithdrawn;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Coverage;
import io.broadsheet.articles.CoverageChanged;
import io.broadsheet.audience.Audience;
import io.broadsheet.events.Outbox;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.RatesChanged;
import io.broadsheet.reactions.Reactions;
import io.broadsheet.reactions.ReactionsChanged;
import io.broadsheet.settings.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** Opens the live stream, and has it hear of what changes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LiveConfiguration {

  @Bean
  LiveFeeds liveFeeds(
      Audience audience,
      Articles articles,
      Rates rates,
      Reactions reactions,
      JsonMapper json,
      InstantSource clock,
      Settings settings) {
    return new LiveFeeds(
        audience, articles, rates, reactions, json, clock, settings.site().languages());
  }

  /** After pages and views, which come more often. */
  @Bean
  @Order(20)
  LiveStream liveStream(LiveFeeds feeds, Settings settings, MeterRegistry metrics) {
    LiveStream stream = new LiveStream(feeds, settings.limits().liveReaders());
    Gauge.builder("broadsheet.live.pages", stream, LiveStream::openPages)
        .description("Pages that are open and kept up to date")
        .register(metrics);
    return stream;
  }

  @Bean
  LivePulse livePulse(
      LiveFeeds feeds, LiveStream stream, Audience audience, Coverage coverage, Outbox outbox) {
    LivePulse pulse = new LivePulse(feeds, stream, audience);
    outbox.subscribe(CoverageChanged.class, pulse::entriesChanged);
    feeds.entries(coverage.open());
    outbox.subscribe(ArticlePublished.class, _ -> pulse.storiesChanged());
    outbox.subscribe(ArticleChanged.class, _ -> pulse.storiesChanged());
    outbox.subscribe(ArticleWithdrawn.class, _ -> pulse.storiesChanged());
    outbox.subscribe(ReactionsChanged.class, pulse::reactionsChanged);
    outbox.subscribe(RatesChanged.class, _ -> pulse.ratesChanged());
    return pulse;
  }
}
