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
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets everyone read and whoever has an API key write; the newsroom is for this machine, until
 * there are accounts.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  /**
   * Keeps what is in the newsroom to itself.
   *
   * <p>No cookie signs anybody in there, so its forms carry no token: what browsers say of a
   * request must say that a page of ours sent it.
   */
  @Bean
  @Order(0)
  SecurityFilterChain newsroomSecurity(HttpSecurity http, Inside inside, Settings settings) {
    Provenance provenance = new Provenance(settings.site().url());
    return plain(http)
        .securityMatcher("/newsroom/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .anyRequest()
                    .access(
                        (user, asked) ->
                            new AuthorizationDecision(inside.browses(asked.getRequest()))))
        .addFilterAfter(new OwnPages(provenance), AuthorizationFilter.class)
        .exceptionHandling(
            refusals ->
                refusals.authenticationEntryPoint(
                    (request, response, cause) ->
                        Problem.of(404, "Nothing is there.").send(response)))
        .build();
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http, ObjectProvider<ApiKeyCheck> keys) {
    return plain(http)
        .addFilterBefore(new Bearer(keys), AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(HttpMethod.GET)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD)
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

  private static HttpSecurity plain(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable) // no cookie signs anybody in
        .headers(AbstractHttpConfigurer::disable) // the edge sets them on every answer
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  /** Refuses what another site's page would have changed. */
  private static final class OwnPages extends OncePerRequestFilter {
    private final Provenance provenance;

    OwnPages(Provenance provenance) {
      this.provenance = provenance;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
      if (reads || provenance.isOurs(Inside.coreOf(request).getHeaders())) {
        chain.doFilter(request, response);
      } else {
        Problem.of(403, "This is done from the newsroom's own pages only.").send(response);
      }
    }
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
