package io.broadsheet.search;

import io.broadsheet.articles.ArticleChanged;
import io.broadsheet.articles.ArticlePublished;
import io.broadsheet.articles.ArticleWithdrawn;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.TextChanged;
import io.broadsheet.database.DataFolder;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Settings;
import io.broadsheet.web.Readiness;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the indexes in the data folder, and has them hear of what is written. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SearchConfiguration {

  @Bean
  static KeptIndex deskIndex(DataFolder folder, Editions editions, Outbox outbox) {
    KeptIndex index =
        new KeptIndex(folder.resolve("search-desk"), new DeskForm(), Stock.of(editions), outbox);
    followReleases(index, outbox);
    outbox.subscribe(TextChanged.class, event -> index.tell(event.id()));
    return index;
  }

  @Bean
  DeskSearch deskSearch(KeptIndex deskIndex, InstantSource clock) {
    return new DeskSearch(deskIndex, clock);
  }

  @Bean
  static KeptIndex readersIndex(
      DataFolder folder, Settings settings, Editions editions, Outbox outbox) {
    return readersIndex(folder, settings.site().timeZone(), editions, outbox);
  }

  static KeptIndex readersIndex(DataFolder folder, ZoneId zone, Editions editions, Outbox outbox) {
    KeptIndex index =
        new KeptIndex(folder.resolve("search"), new ReadersForm(zone), Stock.of(editions), outbox);
    followReleases(index, outbox);
    return index;
  }

  @Bean
  Search search(KeptIndex readersIndex, Settings settings, InstantSource clock) {
    return new Search(readersIndex, settings.site().languages(), settings.site().timeZone(), clock);
  }

  /** Who asks is to find all that is published; building a lost index anew takes its time. */
  @Bean
  Readiness everythingIsFound(KeptIndex readersIndex) {
    return () ->
        readersIndex.isComplete()
            ? Optional.empty()
            : Optional.of("The search index is being built; until then not all stories are found.");
  }

  private static void followReleases(KeptIndex index, Outbox outbox) {
    outbox.subscribe(ArticlePublished.class, event -> index.tell(event.id()));
    outbox.subscribe(ArticleChanged.class, event -> index.tell(event.id()));
    outbox.subscribe(ArticleWithdrawn.class, event -> index.tell(event.id()));
  }
}
