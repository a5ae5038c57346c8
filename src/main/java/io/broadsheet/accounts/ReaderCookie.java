package io.broadsheet.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.springframework.http.ResponseCookie;

/**
 * The cookie by which a reader who takes part is known again.
 *
 * <p>It is set with the first word or reaction, not by reading. Scripts cannot read it, and other
 * sites' pages cannot send it along with what they post.
 */
public final class ReaderCookie {
  private static final String NAME = "reader";
  private static final Duration KEPT = Duration.ofDays(400);

  private final Readers readers;
  private final boolean secure;

  /**
   * Makes cookies for a site.
   *
   * @param secure whether the site is reached by HTTPS
   */
  public ReaderCookie(Readers readers, boolean secure) {
    this.readers = readers;
    this.secure = secure;
  }

  /** Returns the reader who sends a request; empty for one who has not taken part yet. */
  public Optional<Reader> reader(HttpServletRequest request) {
    return secret(request).flatMap(readers::find);
  }

  /** Returns the reader who sends a request, letting a new one begin. */
  public Reader admit(HttpServletRequest request, HttpServletResponse response) {
    return reader(request)
        .orElseGet(
            () -> {
              Readers.Newcomer newcomer = readers.begin();
              set(response, newcomer.secret());
              return newcomer.reader();
            });
  }

  /** Tells whether a request comes from one who has signed in, if the secret is good. */
  public static boolean isOfAccount(Request request) {
    return secret(request).filter(Readers::isOfAccount).isPresent();
  }

  /** As {@link #admit(HttpServletRequest, HttpServletResponse)}, before the framework. */
  public Reader admit(Request request, Response response) {
    return secret(request)
        .flatMap(readers::find)
        .orElseGet(
            () -> {
              Readers.Newcomer newcomer = readers.begin();
              response.getHeaders().add(HttpHeader.SET_COOKIE, line(newcomer.secret(), KEPT));
              return newcomer.reader();
            });
  }

  /**
   * Signs a browser in: it gets a new secret, and what it wrote until now becomes the account's.
   *
   * @param account the id of a reader who has one
   */
  public void signIn(long account, HttpServletRequest request, HttpServletResponse response) {
    set(response, readers.signIn(account, secret(request)));
  }

  /** Signs a browser out; from then on it is nobody. */
  public void signOut(HttpServletRequest request, HttpServletResponse response) {
    secret(request).ifPresent(readers::signOut);
    clear(response);
  }

  /**
   * Deletes an account and has the browser forget it.
   *
   * @param words whether what was written is to go too
   * @param banned whether the browser is to be known again, so that a ban outlives the account
   */
  public void leave(long account, boolean words, boolean banned, HttpServletResponse response) {
    Readers.Newcomer next = readers.leave(account, words);
    if (banned) {
      set(response, next.secret());
    } else {
      clear(response);
    }
  }

  /** Has a browser be known by this secret from now on. */
  private void set(HttpServletResponse response, String secret) {
    add(response, secret, KEPT);
  }

  /** Has a browser forget who it was. */
  public void clear(HttpServletResponse response) {
    add(response, "", Duration.ZERO);
  }

  /** Returns the secret that a request carries, unchecked. */
  static Optional<String> secret(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .findFirst()
            .map(Cookie::getValue);
  }

  private static Optional<String> secret(Request request) {
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(NAME))
        .findFirst()
        .map(HttpCookie::getValue);
  }

  private void add(HttpServletResponse response, String value, Duration age) {
    response.addHeader(HttpHeader.SET_COOKIE.asString(), line(value, age));
  }

  private String line(String value, Duration age) {
    return ResponseCookie.from(NAME, value)
        .path("/")
        .maxAge(age)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .build()
        .toString();
  }
}
