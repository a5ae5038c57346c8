package io.broadsheet.accounts;

import io.broadsheet.audit.AuditLog;
import io.broadsheet.database.DataFolder;
import io.broadsheet.database.Database;
import io.broadsheet.events.Outbox;
import io.broadsheet.settings.Settings;
import io.broadsheet.web.ApiKeyCheck;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

  @Bean
  ApiKeys apiKeys(Database database, InstantSource clock) {
    return new ApiKeys(database, clock);
  }

  @Bean
  Staff staff(Database database, AuditLog audit, InstantSource clock) {
    return new Staff(database, audit, clock);
  }

  @Bean
  SignInLinks signInLinks(Database database, AuditLog audit, InstantSource clock) {
    return new SignInLinks(database, audit, clock);
  }

  @Bean
  Sessions sessions(Database database, AuditLog audit, InstantSource clock) {
    return new Sessions(database, audit, clock);
  }

  @Bean
  Passwords passwords(Database database, AuditLog audit, DataFolder folder, InstantSource clock) {
    return new Passwords(database, audit, folder.path(), clock);
  }

  @Bean
  Passkeys passkeys(Database database, AuditLog audit, InstantSource clock, Settings settings) {
    return new Passkeys(database, audit, clock, settings.site().name());
  }

  @Bean
  ReaderAccounts readerAccounts(Database database, InstantSource clock) {
    return new ReaderAccounts(database, clock);
  }

  @Bean
  Readers readers(Database database, Outbox outbox, InstantSource clock) {
    return new Readers(new ReaderSessions(database, outbox, clock));
  }

  @Bean
  ReaderLinks readerLinks(Database database, ReaderAccounts accounts, InstantSource clock) {
    return new ReaderLinks(database, accounts, SignInThrottle.ofLetters(clock), clock);
  }

  @Bean
  ReaderPasskeys readerPasskeys(
      Database database, ReaderAccounts accounts, InstantSource clock, Settings settings) {
    return new ReaderPasskeys(database, accounts, clock, settings.site().name());
  }

  @Bean
  SignInWays signInWays(Settings settings) {
    return SignInWays.of(settings.signIn());
  }

  @Bean
  ReaderCookie readerCookie(Readers readers, Settings settings) {
    URI site = settings.site().url();
    return new ReaderCookie(readers, site != null && "https".equalsIgnoreCase(site.getScheme()));
  }

  @Bean
  ApiKeyCheck apiKeyCheck(ApiKeys keys) {
    return secret -> keys.check(secret).map(ApiKey::name);
  }
}
