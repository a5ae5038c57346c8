package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.accounts.Sessions;
import io.broadsheet.accounts.SignedIn;
import io.broadsheet.settings.Settings;
import io.broadsheet.web.OwnPages;
import io.broadsheet.web.Problem;
import io.broadsheet.web.Provenance;
import io.broadsheet.web.Stateless;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets into the newsroom who is signed in, and there to what {@link Routes} say. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class NewsroomSecurityConfiguration {

  @Bean
  @Order(0)
  SecurityFilterChain newsroomSecurity(HttpSecurity http, Sessions sessions, Settings settings) {
    return Stateless.of(http)
        .securityMatcher("/newsroom", "/newsroom/**")
        .addFilterBefore(
            new OwnPages(new Provenance(settings.site().url())), AuthorizationFilter.class)
        .addFilterBefore(new ByCookie(sessions), AuthorizationFilter.class)
        .authorizeHttpRequests(NewsroomSecurityConfiguration::guard)
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, cause) -> askToSignIn(request, response))
                    .accessDeniedHandler((request, response, cause) -> refuse(request, response)))
        .build();
  }

  private static void guard(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    for (Routes.Route route : Routes.ALL) {
      var matched = requests.requestMatchers(route.method(), route.pattern());
      Permission permission = route.permission();
      if (permission == null) {
        matched.permitAll();
      } else {
        matched.hasAuthority(permission.name());
      }
    }
    requests.anyRequest().denyAll();
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpMethod method = HttpMethod.valueOf(request.getMethod());
    Problem problem =
        Routes.find(method, request.getRequestURI()).isPresent()
            ? Problem.of(403, "Your role does not allow this.")
            : Problem.of(404, "Nothing is there.");
    problem.send(response);
  }

  /** Leads people to where they sign in and back; programs and scripts are told. */
  private static void askToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String mode = request.getHeader("Sec-Fetch-Mode");
    boolean visits = request.getMethod().equals("GET") && (mode == null || mode.equals("navigate"));
    if (visits) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, SignInController.address(request));
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    } else {
      Problem.of(401, "Nobody is signed in here: sign in to the newsroom first.").send(response);
    }
  }

  /** Signs a request in by its cookie; one without or with another goes on unsigned. */
  private static final class ByCookie extends OncePerRequestFilter {
    private final Sessions sessions;

    ByCookie(Sessions sessions) {
      this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      SessionCookie.of(request).flatMap(sessions::find).ifPresent(ByCookie::signIn);
      chain.doFilter(request, response);
    }

    private static void signIn(SignedIn who) {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(
              who,
              null,
              AuthorityUtils.createAuthorityList(
                  who.member().role().permissions().stream().map(Permission::name).toList())));
      SecurityContextHolder.setContext(context);
    }
  }
}
