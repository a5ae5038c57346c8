package io.broadsheet.search;

import io.broadsheet.articles.ArticleChanged;
import io.broadsheet.articles.ArticlePublished;
import io.broadsheet.articles.ArticleWithdrawn;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.TextChanged;
import io.broadsheet.database.DataFolder;
import io.broadsheet.events.Outbox;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the indexes in the data folder, and has them hear of what is written. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SearchConfiguration {

  @Bean
  KeptIndex deskIndex(DataFolder folder, Editions editions, Outbox outbox) {
    KeptIndex index =
        new KeptIndex(
            folder.resolve("search-desk"), new DeskForm(), editions, outbox, changed -> {});
    followReleases(index, outbox);
    outbox.subscribe(TextChanged.class, event -> index.tell(event.id()));
    return index;
  }

  @Bean
  DeskSearch deskSearch(KeptIndex deskIndex, InstantSource clock) {
    return new DeskSearch(deskIndex, clock);
  }

  private static void followReleases(KeptIndex index, Outbox outbox) {
    outbox.subscribe(ArticlePublished.class, event -> index.tell(event.id()));
    outbox.subscribe(ArticleChanged.class, event -> index.tell(event.id()));
    outbox.subscribe(ArticleWithdrawn.class, event -> index.tell(event.id()));
  }
}
