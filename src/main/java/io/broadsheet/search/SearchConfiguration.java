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

/** Opens the index in the data folder, and has it hear of what is written. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SearchConfiguration {

  @Bean
  Search search(DataFolder folder, Editions editions, Outbox outbox, InstantSource clock) {
    Search search = new Search(folder.resolve("search"), editions, outbox, clock);
    outbox.subscribe(ArticlePublished.class, event -> search.tell(event.id()));
    outbox.subscribe(ArticleChanged.class, event -> search.tell(event.id()));
    outbox.subscribe(ArticleWithdrawn.class, event -> search.tell(event.id()));
    outbox.subscribe(TextChanged.class, event -> search.tell(event.id()));
    return search;
  }
}
