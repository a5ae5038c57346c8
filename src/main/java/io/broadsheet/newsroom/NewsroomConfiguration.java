package io.broadsheet.newsroom;

import io.broadsheet.accounts.Passkeys;
import io.broadsheet.accounts.Passwords;
import io.broadsheet.accounts.Sessions;
import io.broadsheet.accounts.Staff;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Coverage;
import io.broadsheet.articles.DeskChanged;
import io.broadsheet.articles.Drafts;
import io.broadsheet.articles.Editions;
import io.broadsheet.articles.FrontSlots;
import io.broadsheet.articles.Originals;
import io.broadsheet.articles.Previews;
import io.broadsheet.articles.ReviewNotes;
import io.broadsheet.audience.Audience;
import io.broadsheet.audience.Placements;
import io.broadsheet.audit.AuditLog;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.Moderation;
import io.broadsheet.rates.RateAlerts;
import io.broadsheet.rates.RateDesk;
import io.broadsheet.rates.RateHistory;
import io.broadsheet.rates.RateSources;
import io.broadsheet.rates.Rates;
import io.broadsheet.search.DeskSearch;
import io.broadsheet.settings.Settings;
import io.broadsheet.web.Assets;
import io.broadsheet.web.Notice;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Puts the newsroom together. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class NewsroomConfiguration {
  private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

  @Bean
  Newsroom newsroom(
      Settings settings,
      Assets assets,
      List<Notice> notices,
      Articles articles,
      Moderation moderation,
      RateAlerts alerts)
      throws IOException {
    try (InputStream htmx = new ClassPathResource(HTMX).getInputStream()) {
      assets.add("htmx.js", htmx);
    }
    return new Newsroom(
        settings.site(),
        assets,
        notices,
        articles::late,
        topics -> waiting(moderation, topics),
        alerts::unread);
  }

  private static long waiting(Moderation moderation, Set<String> topics) {
    return moderation.counts(topics).values().stream().mapToLong(Long::longValue).sum();
  }

  @Bean
  CommentViews commentViews(
      Newsroom newsroom,
      Articles articles,
      Comments comments,
      Moderation moderation,
      CommentDecisions decisions) {
    return new CommentViews(
        newsroom,
        new CommentCases(articles, comments, moderation),
        comments,
        moderation,
        decisions);
  }

  @Bean
  CommentDecisions commentDecisions(
      Newsroom newsroom,
      Articles articles,
      Comments comments,
      Moderation moderation,
      DeskOutcomes<Void> outcomes) {
    return new CommentDecisions(newsroom, articles, comments, moderation, outcomes);
  }

  @Bean
  DeskOutcomes<Void> commentOutcomes() {
    return new DeskOutcomes<>();
  }

  @Bean
  Entrance entrance(Sessions sessions, Settings settings) {
    URI site = settings.site().url();
    return new Entrance(
        sessions, new SessionCookie(site != null && "https".equalsIgnoreCase(site.getScheme())));
  }

  @Bean
  Presence presence(InstantSource clock) {
    return new Presence(clock);
  }

  @Bean
  AccountViews accountViews(
      Newsroom newsroom, Sessions sessions, Passwords passwords, Passkeys passkeys) {
    return new AccountViews(newsroom, sessions, passwords, passkeys);
  }

  @Bean
  StaffViews staffViews(Newsroom newsroom, Staff staff, AuditLog audit, InstantSource clock) {
    return new StaffViews(newsroom, staff, audit, clock);
  }

  @Bean
  WritingViews writingViews(
      Newsroom newsroom,
      Articles articles,
      Previews previews,
      ReviewNotes notes,
      EditionViews editions,
      JsonMapper json,
      InstantSource clock) {
    return new WritingViews(newsroom, articles, previews, notes, editions, json, clock);
  }

  @Bean
  CoverageViews coverageViews(Newsroom newsroom, Coverage coverage, JsonMapper json) {
    return new CoverageViews(newsroom, coverage, json);
  }

  @Bean
  EditionViews editionViews(Newsroom newsroom, Originals originals, JsonMapper json) {
    return new EditionViews(newsroom, originals, json);
  }

  @Bean
  StoryDeskViews storyDeskViews(
      Newsroom newsroom,
      Articles articles,
      Drafts drafts,
      Editions editions,
      DeskSearch search,
      DeskOutcomes<DeskChanged.Undo> outcomes) {
    return new StoryDeskViews(newsroom, articles, drafts, editions, search, outcomes);
  }

  @Bean
  DeskOutcomes<DeskChanged.Undo> deskOutcomes() {
    return new DeskOutcomes<>();
  }

  @Bean
  RateDeskViews rateDeskViews(
      Newsroom newsroom,
      Rates rates,
      RateHistory history,
      RateSources sources,
      RateAlerts alerts,
      DeskOutcomes<RateDesk.Change> outcomes) {
    return new RateDeskViews(newsroom, rates, history, sources, alerts, outcomes);
  }

  @Bean
  DeskOutcomes<RateDesk.Change> rateOutcomes() {
    return new DeskOutcomes<>();
  }

  @Bean
  FrontDeskViews frontDeskViews(Newsroom newsroom, Articles articles, FrontSlots front) {
    return new FrontDeskViews(newsroom, articles, front);
  }

  @Bean
  RevisionViews revisionViews(Newsroom newsroom, Articles articles) {
    return new RevisionViews(newsroom, articles);
  }

  @Bean
  AudienceViews audienceViews(
      Newsroom newsroom,
      Audience audience,
      Placements placements,
      Articles articles,
      InstantSource clock) {
    return new AudienceViews(newsroom, audience, placements, articles, clock);
  }
}
