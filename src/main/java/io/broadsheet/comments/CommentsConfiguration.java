package io.broadsheet.comments;

import io.broadsheet.accounts.ReaderLeft;
import io.broadsheet.accounts.ReaderSignedIn;
import io.broadsheet.accounts.SignInWays;
import io.broadsheet.articles.Articles;
import io.broadsheet.audience.Audience;
import io.broadsheet.audit.AuditLog;
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
    outbox.subscribe(ReaderLeft.class, comments::leave);
    weights.load();
    return comments;
  }

  @Bean
  Recount commentsRecount(Comments comments, InstantSource clock) {
    return new Recount(
        "comments",
        comments::recount,
        () -> comments.forgetMinutes(Audience.firstPopularMinute(clock.instant())));
  }

  /** Commands measure nothing. */
  @Bean
  @ConditionalOnWebApplication
  Gauge commentDrifts(@Qualifier("commentsRecount") Recount recount, MeterRegistry metrics) {
    return recount.measured(metrics);
  }

  @Bean
  Votes votes(Database database, Comments comments, InstantSource clock) {
    return new Votes(database, comments, clock);
  }

  @Bean
  ReportLimits reportLimits(InstantSource clock) {
    return new ReportLimits(clock);
  }

  @Bean
  Moderation moderation(Database database, Comments comments, AuditLog audit, InstantSource clock) {
    return new Moderation(database, comments, audit, clock);
  }
}
