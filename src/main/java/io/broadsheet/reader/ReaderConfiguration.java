package io.broadsheet.reader;

import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.accounts.SignInWays;
import io.broadsheet.articles.ArticleChanged;
import io.broadsheet.articles.ArticlePublished;
import io.broadsheet.articles.ArticleWithdrawn;
import io.broadsheet.articles.Articles;
import io.broadsheet.articles.Coverage;
import io.broadsheet.articles.CoverageChanged;
import io.broadsheet.articles.FrontChanged;
import io.broadsheet.articles.FrontSlots;
import io.broadsheet.audience.Audience;
import io.broadsheet.comments.Comments;
import io.broadsheet.comments.CommentsChanged;
import io.broadsheet.events.Outbox;
import io.broadsheet.rates.RateHistory;
import io.broadsheet.rates.Rates;
import io.broadsheet.rates.RatesChanged;
import io.broadsheet.reactions.Reactions;
import io.broadsheet.reactions.ReactionsChanged;
import io.broadsheet.search.Search;
import io.broadsheet.settings.Settings;
import io.broadsheet.web.Assets;
import io.broadsheet.web.Templates;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** Puts readers' pages together, and has them hear of what changes. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ReaderConfiguration {

  @Bean(destroyMethod = "close")
  Builders builders() {
    return new Builders();
  }

  @Bean
  ListVersions listVersions() {
    return new ListVersions();
  }

  @Bean
  Templates templates() {
    return new Templates("reader");
  }

  @Bean
  House house(Settings settings, Templates templates, Assets assets) {
    return new House(settings.site(), templates, assets);
  }

  @Bean
  ReadStories readStories(Audience audience, Articles articles) {
    return new ReadStories(audience, articles);
  }

  @Bean
  LinkedData linkedData(JsonMapper json) {
    return new LinkedData(json);
  }

  @Bean
  EntryViews entryViews(House house, Coverage coverage, LinkedData linked) {
    return new EntryViews(house, coverage, linked);
  }

  @Bean
  Shared shared(
      House house,
      Templates templates,
      Articles articles,
      ReadStories stories,
      EntryViews entries,
      RateParts rates,
      Builders builders,
      ListVersions lists) {
    return new Shared(
        house, templates, articles, stories, entries, rates, builders.shared(), lists::changed);
  }

  @Bean
  RatePageViews ratePageViews(House house, Rates rates, InstantSource clock) {
    return new RatePageViews(house, rates::board, clock);
  }

  @Bean
  HistoryViews historyViews(House house, Rates rates, RateHistory history, InstantSource clock) {
    return new HistoryViews(house, rates::board, history, clock);
  }

  @Bean
  RateParts rateParts(
      House house,
      Templates templates,
      Rates rates,
      RatePageViews pages,
      HistoryViews histories,
      InstantSource clock,
      Builders builders) {
    return new RateParts(
        house,
        templates,
        new RateViews(house, rates::board, clock),
        pages,
        histories,
        builders.shared());
  }

  @Bean
  RatesWatch ratesWatch(RateParts parts, Rates rates, InstantSource clock, Outbox outbox) {
    RatesWatch watch = new RatesWatch(parts, rates::board, clock);
    outbox.subscribe(RatesChanged.class, _ -> watch.ratesChanged());
    return watch;
  }

  @Bean
  PersonalPages personalPages(House house, Templates templates, Shared shared) {
    return new PersonalPages(house, templates, shared);
  }

  @Bean
  TalkParts talkParts(
      House house,
      Templates templates,
      Comments comments,
      Reactions reactions,
      SignInWays ways,
      Builders builders) {
    return new TalkParts(house, templates, comments, reactions, ways, builders.shared());
  }

  @Bean
  RelatedParts relatedParts(
      House house,
      Templates templates,
      Articles articles,
      Search search,
      Shared shared,
      Builders builders) {
    RelatedParts related =
        new RelatedParts(house, templates, articles, search::related, shared, builders.shared());
    search.follow(related);
    return related;
  }

  @Bean
  Pages pages(
      House house,
      Templates templates,
      Articles articles,
      FrontSlots slots,
      Shared shared,
      EntryViews entries,
      LinkedData linked,
      TalkParts talk,
      RelatedParts related,
      RateParts rates) {
    return new Pages(
        house,
        templates,
        articles,
        shared,
        new FrontViews(house, articles, slots),
        new StoryViews(house, linked),
        entries,
        talk,
        related,
        rates);
  }

  @Bean
  SignInPages signInPages(
      House house,
      Pages pages,
      Assets assets,
      ReaderCookie cookie,
      SignInWays ways,
      Settings settings) {
    return new SignInPages(house, pages, assets, cookie, ways, settings.signIn().oidc());
  }

  @Bean
  SearchPages searchPages(
      House house, Pages pages, Articles articles, Search search, Assets assets) {
    return new SearchPages(house, pages, articles, search, assets);
  }

  @Bean
  PageCache pageCache(Pages pages, Settings settings, Builders builders, ListVersions lists) {
    return new PageCache(pages, settings.pages().cache().toBytes(), builders.pages(), lists);
  }

  @Bean
  Follower follower(
      Articles articles,
      PageCache cache,
      ListVersions lists,
      Shared shared,
      RelatedParts related,
      TalkParts talk,
      Outbox outbox) {
    Follower follower = new Follower(articles, cache, lists, shared, related, talk);
    outbox.subscribe(CommentsChanged.class, follower::commentsChanged);
    outbox.subscribe(ReactionsChanged.class, follower::reactionsChanged);
    outbox.subscribe(ArticlePublished.class, follower::articleChanged);
    outbox.subscribe(ArticleChanged.class, follower::articleChanged);
    outbox.subscribe(ArticleWithdrawn.class, follower::articleChanged);
    outbox.subscribe(CoverageChanged.class, follower::entriesChanged);
    outbox.subscribe(FrontChanged.class, follower::frontChanged);
    return follower;
  }

  @Bean
  AudienceWatch audienceWatch(Audience audience, Shared shared, House house) {
    return new AudienceWatch(audience, shared, house.languages());
  }

  /** Before the other handlers, since nearly all requests are for pages. */
  @Bean
  @Order(0)
  PageServer pageServer(House house, PageCache cache, Pages pages) {
    return new PageServer(house.languages(), cache, pages, house.policy());
  }
}
