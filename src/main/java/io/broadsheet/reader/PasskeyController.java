package io.broadsheet.reader;

import io.broadsheet.accounts.DisplayName;
import io.broadsheet.accounts.Passkeys;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.accounts.ReaderPasskeys;
import io.broadsheet.accounts.RelyingParty;
import io.broadsheet.accounts.SignInWays;
import io.broadsheet.web.ClientAddress;
import io.broadsheet.web.Network;
import io.broadsheet.web.RetryLater;
import io.broadsheet.web.Throttle;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /reader/sign-in/passkey}: readers sign in with a passkey, or make their first. */
@RestController
@ConditionalOnWebApplication
final class PasskeyController {
  /** New accounts that may begin within an hour from one /24 or /48. */
  private static final int BLOCK_AN_HOUR = 30;

  private final SignInPages pages;
  private final SignInWays ways;
  private final ReaderPasskeys passkeys;
  private final ReaderCookie cookie;
  private final Throttle<Long> beginners;

  PasskeyController(
      SignInPages pages,
      SignInWays ways,
      ReaderPasskeys passkeys,
      ReaderCookie cookie,
      InstantSource clock) {
    this.pages = pages;
    this.ways = ways;
    this.passkeys = passkeys;
    this.cookie = cookie;
    this.beginners = new Throttle<>(BLOCK_AN_HOUR, Duration.ofHours(1), clock);
  }

  /** What somebody new wants to be called. */
  record Named(@Nullable String label) {}

  /** What a browser hands in of a passkey. */
  record Shown(@Nullable String id, @Nullable String credential, @Nullable String to) {}

  /** Where to go from here. */
  record Next(String to) {}

  @PostMapping("/reader/sign-in/passkey/begin")
  Passkeys.Begun begin(HttpServletRequest request) {
    return passkeys.beginSignIn(party(request));
  }

  @PostMapping("/reader/sign-in/passkey")
  Next signIn(
      @RequestBody Shown shown,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    OptionalLong reader = passkeys.signIn(text(shown.id()), text(shown.credential()));
    return enter(reader, shown, lang, request, response);
  }

  @PostMapping("/reader/sign-in/passkey/new/begin")
  Passkeys.Begun beginMaking(
      @RequestBody Named named,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request) {
    RelyingParty party = party(request);
    // A passkey costs nothing, and so would a thousand new readers.
    Optional<Integer> wait = beginners.take(Network.block(ClientAddress.network(request)));
    if (wait.isPresent()) {
      throw new RetryLater(
          wait.get(), pages.visit(request, lang, "").words().count("spoken.wait", wait.get()));
    }
    DisplayName name =
        DisplayName.of(text(named.label()))
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.BAD_REQUEST,
                        pages.visit(request, lang, "").words().text("signin.name.bad")));
    return passkeys.beginMaking(party, name);
  }

  @PostMapping("/reader/sign-in/passkey/new")
  Next make(
      @RequestBody Shown shown,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    OptionalLong reader = passkeys.make(text(shown.id()), text(shown.credential()));
    return enter(reader, shown, lang, request, response);
  }

  private Next enter(
      OptionalLong reader,
      Shown shown,
      String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignInPages.Visit visit = pages.visit(request, lang, text(shown.to()));
    if (reader.isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.UNAUTHORIZED, visit.words().text("signin.passkey.failed"));
    }
    cookie.signIn(reader.getAsLong(), request, response);
    return new Next(visit.back().isEmpty() ? visit.address() : visit.back());
  }

  private RelyingParty party(HttpServletRequest request) {
    if (!ways.has(SignInWays.Way.PASSKEY)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There are no passkeys here.");
    }
    return pages
        .party(request.getHeader(HttpHeaders.HOST))
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Passkeys work at the portal's own address only."));
  }

  private static String text(@Nullable String sent) {
    return Objects.requireNonNullElse(sent, "");
  }
}
