package io.broadsheet.transfer;

import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Audience;
import io.broadsheet.events.Outbox;
import io.broadsheet.media.Media;
import io.broadsheet.rates.Rates;
import io.broadsheet.search.Search;
import io.broadsheet.settings.Settings;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

  @Bean
  NinjsReader ninjsReader(Settings settings) {
    return new NinjsReader(settings.site());
  }

  @Bean
  ExchangedBody exchangedBody(Settings settings, Articles articles) {
    return new ExchangedBody(settings.site(), articles);
  }

  @Bean
  NinjsWriter ninjsWriter(Settings settings, ExchangedBody bodies) {
    return new NinjsWriter(settings.site(), bodies);
  }

  @Bean
  Intake intake(
      Settings settings,
      Articles articles,
      ExchangedBody bodies,
      Media media,
      InstantSource clock) {
    return new Intake(articles, bodies, new PictureFiles(media, settings.site()), clock);
  }

  @Bean
  Import importing(
      Settings settings,
      NinjsReader reader,
      Intake intake,
      Articles articles,
      Audience audience,
      Rates rates,
      Outbox outbox,
      ObjectProvider<Search> search,
      InstantSource clock) {
    return new Import(
        settings.site(),
        reader,
        intake,
        articles,
        audience,
        rates,
        () -> settle(outbox, search),
        clock);
  }

  /** Without a server there is no index; it is filled when one starts. */
  private static void settle(Outbox outbox, ObjectProvider<Search> search)
      throws InterruptedException {
    outbox.flush();
    Search index = search.getIfAvailable();
    if (index != null) {
      index.flush();
    }
  }
}
