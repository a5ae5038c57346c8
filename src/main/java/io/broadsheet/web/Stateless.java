package io.broadsheet.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;

/** What all chains of the framework's security have in common here. */
public final class Stateless {
  private Stateless() {}

  /**
   * Takes away what the framework would keep between requests, and what is done elsewhere: headers
   * are the edge's, and what another site's page sends is told by {@link OwnPages} instead of a
   * token in each form, which pages that are the same for all cannot carry.
   */
  public static HttpSecurity of(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }
}
