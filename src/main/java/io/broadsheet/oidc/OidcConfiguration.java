package io.broadsheet.oidc;

import io.broadsheet.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OidcConfiguration {

  /** Made when somebody first asks for it, so that nothing is loaded where nobody can. */
  @Bean
  @Lazy
  OpenIdProvider openIdProvider(Settings settings) {
    return new OpenIdProvider(
        settings.signIn().oidc(), settings.site().url() + OpenIdProvider.CALLBACK);
  }
}
