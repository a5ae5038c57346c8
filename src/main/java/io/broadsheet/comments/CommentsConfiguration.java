package io.broadsheet.comments;

import io.broadsheet.accounts.ReaderSignedIn;
import io.broadsheet.accounts.SignInWays;
import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Audience;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Settings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the comments, and has the audience hear of them. */
@Configuration(proxyBeanMethods = false)
class CommentsConfiguration {

  @Bean
  Comments comments(
      Database database,
      Articles articles,
      Audience audience,
      Outbox outbox,
      InstantSource clock,
      SignInWays ways,
      Settings settings) {
    Comments comments = new Comments(database, articles, outbox, clock, ways, settings.comments());
    CommentWeights weights = new CommentWeights(comments, audience, clock);
    // Subscribed before what is there is read, so that nothing falls between.
    outbox.subscribe(CommentsChanged.class, event -> weights.tell(event.article()));
    outbox.subscribe(
        ReaderSignedIn.class, event -> comments.adopt(event.anonymous(), event.account()));
    weights.load();
    return comments;
  }

  @Bean
  Votes votes(Database database, Comments comments, InstantSource clock) {
    return new Votes(database, comments, clock);
  }

  @Bean
  Moderation moderation(Database database, Comments comments, AuditLog audit, InstantSource clock) {
    return new Moderation(database, comments, audit, clock);
  }
}
