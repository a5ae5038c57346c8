package io.broadsheet.newsroom;

import io.broadsheet.accounts.Sessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookie by which a browser says in whose name it asks.
 *
 * <p>Scripts cannot read it, other sites' pages cannot send it along with what they post, and it
 * goes to the newsroom alone.
 */
final class SessionCookie {
  private static final String NAME = "newsroom-session";
  private static final String PATH = "/newsroom";

  private final boolean secure;

  /**
   * Makes cookies for a site.
   *
   * @param secure whether the site is reached by HTTPS
   */
  SessionCookie(boolean secure) {
    this.secure = secure;
  }

  /** Returns the secret that a request carries, unchecked. */
  static Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .findFirst()
            .map(Cookie::getValue);
  }

  void set(HttpServletResponse response, String secret) {
    add(response, secret, Sessions.LONGEST);
  }

  void clear(HttpServletResponse response) {
    add(response, "", Duration.ZERO);
  }

  private void add(HttpServletResponse response, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, value)
            .path(PATH)
            .maxAge(age)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .build()
            .toString());
  }
}
