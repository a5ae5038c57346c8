package io.broadsheet.reader;

import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.accounts.ReaderLinks;
import io.broadsheet.accounts.SignInWays;
import io.broadsheet.oidc.Journey;
import io.broadsheet.oidc.OpenIdProvider;
import io.broadsheet.oidc.Vouched;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /reader/oidc}: readers go to a provider of OpenID Connect, and come back. */
@RestController
@ConditionalOnWebApplication
final class OidcController {
  private static final String COOKIE = "reader-journey";
  private static final Duration LONGEST_JOURNEY = Duration.ofMinutes(10);
  private static final String FAILED = "signin.provider.failed.title";

  private final SignInPages pages;
  private final SignInWays ways;
  private final ReaderLinks links;
  private final ReaderCookie cookie;
  private final ObjectProvider<OpenIdProvider> provider;

  OidcController(
      SignInPages pages,
      SignInWays ways,
      ReaderLinks links,
      ReaderCookie cookie,
      ObjectProvider<OpenIdProvider> provider) {
    this.pages = pages;
    this.ways = ways;
    this.links = links;
    this.cookie = cookie;
    this.provider = provider;
  }

  /** What a browser keeps while it is away. */
  private record Kept(Journey journey, String lang, String back) {}

  @GetMapping("/reader/oidc")
  ResponseEntity<byte[]> depart(
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(defaultValue = "") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    OpenIdProvider there = provider();
    SignInPages.Visit visit = pages.visit(request, lang, back);
    String from = request.getHeader("Sec-Fetch-Site");
    if (from != null && !from.equals("same-origin") && !from.equals("none")) {
      // Nobody is signed in because another site's page said so.
      return SignInController.to(visit.address());
    }
    Journey journey = Journey.begin();
    Optional<URI> address = there.departure(journey);
    if (address.isEmpty()) {
      return down(visit);
    }
    String away =
        Base64.getUrlEncoder().encodeToString(visit.back().getBytes(StandardCharsets.UTF_8));
    keep(
        response,
        journey.secret() + "." + visit.language().code() + "." + away.replace("=", ""),
        LONGEST_JOURNEY);
    return SignInController.to(address.get().toString());
  }

  @GetMapping(OpenIdProvider.CALLBACK)
  ResponseEntity<byte[]> arrive(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String iss,
      HttpServletRequest request,
      HttpServletResponse response) {
    OpenIdProvider there = provider();
    Optional<Kept> kept = kept(request).filter(one -> one.journey().isOf(state));
    SignInPages.Visit visit =
        pages.visit(request, kept.map(Kept::lang).orElse(""), kept.map(Kept::back).orElse(""));
    if (kept.isEmpty()) {
      // Whoever did not set out from here, or has come back already, goes on as before.
      return refused(visit);
    }
    keep(response, "", Duration.ZERO);
    if (code.isEmpty() || !there.isIssuer(iss)) {
      return refused(visit);
    }
    return switch (there.arrival(kept.get().journey(), code)) {
      case Vouched.For(String issuer, String subject, String name) ->
          switch (links.arrive(issuer, subject, name, visit.back())) {
            case ReaderLinks.Arrived.Known(var reader) -> {
              cookie.signIn(reader.id(), request, response);
              yield SignInController.to(visit.back().isEmpty() ? visit.address() : visit.back());
            }
            case ReaderLinks.Arrived.New(String secret) ->
                SignInController.to("/reader/link/" + secret + "?lang=" + visit.language().code());
          };
      case Vouched.Refused() -> refused(visit);
      case Vouched.Down() -> down(visit);
    };
  }

  private OpenIdProvider provider() {
    if (!ways.has(SignInWays.Way.OIDC)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no other service here.");
    }
    return provider.getObject();
  }

  private ResponseEntity<byte[]> refused(SignInPages.Visit visit) {
    return pages.tell(visit, HttpStatus.BAD_REQUEST, FAILED, "signin.provider.refused");
  }

  private ResponseEntity<byte[]> down(SignInPages.Visit visit) {
    return pages.tell(visit, HttpStatus.BAD_GATEWAY, FAILED, "signin.provider.down");
  }

  private static Optional<Kept> kept(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(one -> one.getName().equals(COOKIE))
            .findFirst()
            .flatMap(one -> read(one.getValue().split("\\.", -1)));
  }

  private static Optional<Kept> read(String[] parts) {
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      String back = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
      return Journey.of(parts[0]).map(journey -> new Kept(journey, parts[1], back));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The provider sends the browser back from another site, which Lax allows and Strict does not.
   */
  private void keep(HttpServletResponse response, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, value)
            .path("/reader/oidc")
            .maxAge(age)
            .httpOnly(true)
            .secure(pages.absolute("").startsWith("https:"))
            .sameSite("Lax")
            .build()
            .toString());
  }
}
