package io.broadsheet.reactions;

import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.accounts.ReaderLeft;
import io.broadsheet.accounts.ReaderSignedIn;
import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Audience;
import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.events.Recount;
import io.broadsheet.settings.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** Opens the reactions, and has the audience hear of them. */
@Configuration(proxyBeanMethods = false)
class ReactionsConfiguration {

  @Bean
  Reactions reactions(
      Database database,
      Articles articles,
      Audience audience,
      Outbox outbox,
      InstantSource clock,
      Settings settings) {
    Reactions reactions = new Reactions(database, articles, outbox, clock, settings.reactions());
    ReactionWeights weights = new ReactionWeights(reactions, audience, clock);
    // Subscribed before what is there is read, so that nothing falls between.
    outbox.subscribe(ReactionsChanged.class, event -> weights.tell(event.article()));
    outbox.subscribe(
        ReaderSignedIn.class, event -> reactions.adopt(event.anonymous(), event.account()));
    outbox.subscribe(ReaderLeft.class, reactions::leave);
    weights.load();
    return reactions;
  }

  @Bean
  Recount reactionsRecount(Reactions reactions, InstantSource clock) {
    return new Recount(
        "reactions",
        reactions::recount,
        () -> reactions.forgetMinutes(Audience.firstPopularMinute(clock.instant())));
  }

  /** After the pages and the views, which nearly all requests are. */
  @Bean
  @ConditionalOnWebApplication
  @Order(20)
  ReactionHandler reactionHandler(
      Reactions reactions, ReaderCookie cookie, Settings settings, JsonMapper json) {
    return new ReactionHandler(reactions, cookie, settings.site().url(), json);
  }

  /** Commands measure nothing. */
  @Bean
  @ConditionalOnWebApplication
  Gauge reactionDrifts(@Qualifier("reactionsRecount") Recount recount, MeterRegistry metrics) {
    return recount.measured(metrics);
  }
}
