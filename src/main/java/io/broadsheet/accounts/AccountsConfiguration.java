package io.broadsheet.accounts;

import io.broadsheet.database.Database;
import io.broadsheet.web.ApiKeyCheck;
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
  ApiKeyCheck apiKeyCheck(ApiKeys keys) {
    return secret -> keys.check(secret).map(ApiKey::name);
  }
}
