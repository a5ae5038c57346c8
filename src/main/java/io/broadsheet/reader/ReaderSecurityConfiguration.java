package io.broadsheet.reader;

import io.broadsheet.settings.Settings;
import io.broadsheet.web.OwnPages;
import io.broadsheet.web.Provenance;
import io.broadsheet.web.Stateless;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Lets everybody sign in as a reader, from our own pages only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ReaderSecurityConfiguration {
  private static final String[] PATHS = {
    "/reader/sign-in", "/reader/sign-in/**", "/reader/sign-out", "/reader/link/*", "/reader/oidc/**"
  };

  @Bean
  @Order(1)
  SecurityFilterChain readerSecurity(HttpSecurity http, Settings settings) {
    return Stateless.of(http)
        .securityMatcher(PATHS)
        .addFilterBefore(
            new OwnPages(new Provenance(settings.site().url())), AuthorizationFilter.class)
        .addFilterBefore(new SmallForms(), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
