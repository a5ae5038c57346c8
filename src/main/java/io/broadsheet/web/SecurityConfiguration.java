package io.broadsheet.web;

import io.broadsheet.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets everyone read and take part, and whoever has an API key write. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  /** What readers may do who have no key, if a page of ours sends it. */
  private static final String[] OF_READERS = {
    "/api/v1/articles/*/comments",
    "/api/v1/articles/*/reactions",
    "/api/v1/comments/*/**",
    "/reader/**"
  };

  @Bean
  SecurityFilterChain security(
      HttpSecurity http, ObjectProvider<ApiKeyCheck> keys, Settings settings) {
    return Stateless.of(http)
        .addFilterBefore(
            new OwnPages(new Provenance(settings.site().url())), AuthorizationFilter.class)
        .addFilterBefore(new Bearer(keys), AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    // A chain of its own opens it; should that be missing, nobody comes in.
                    .requestMatchers("/newsroom", "/newsroom/**")
                    .denyAll()
                    .requestMatchers(HttpMethod.GET)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD)
                    .permitAll()
                    .requestMatchers(OF_READERS)
                    .permitAll()
                    .requestMatchers("/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, cause) -> {
                          response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                          Problem.of(401, "Send an API key: Authorization: Bearer, then the key.")
                              .send(response);
                        })
                    .accessDeniedHandler(
                        (request, response, cause) ->
                            Problem.of(403, "This key may not do that.").send(response)))
        .build();
  }

  /** Signs a request in by the key it carries; one without or with another goes on unsigned. */
  private static final class Bearer extends OncePerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final ObjectProvider<ApiKeyCheck> keys;

    Bearer(ObjectProvider<ApiKeyCheck> keys) {
      this.keys = keys;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
      ApiKeyCheck check = keys.getIfAvailable();
      if (check != null
          && credentials != null
          && credentials.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
        check.holder(credentials.substring(SCHEME.length()).strip()).ifPresent(Bearer::signIn);
      }
      chain.doFilter(request, response);
    }

    private static void signIn(String holder) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              holder, null, AuthorityUtils.createAuthorityList("ROLE_API")));
      SecurityContextHolder.setContext(context);
    }
  }
}
