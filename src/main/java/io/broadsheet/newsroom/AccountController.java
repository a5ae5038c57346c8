package io.broadsheet.newsroom;

import io.broadsheet.accounts.NewPassword;
import io.broadsheet.accounts.Passkey;
import io.broadsheet.accounts.Passkeys;
import io.broadsheet.accounts.Passwords;
import io.broadsheet.accounts.RelyingParty;
import io.broadsheet.accounts.Sessions;
import io.broadsheet.accounts.SignedIn;
import io.broadsheet.accounts.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /newsroom/account}: how a member signs in, and where one is signed in. */
@RestController
@RequestMapping("/newsroom/account")
@ConditionalOnWebApplication
final class AccountController {
  private static final String PATH = "/newsroom/account";

  private final Newsroom newsroom;
  private final AccountViews views;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Passkeys passkeys;

  AccountController(
      Newsroom newsroom,
      AccountViews views,
      Sessions sessions,
      Passwords passwords,
      Passkeys passkeys) {
    this.newsroom = newsroom;
    this.views = views;
    this.sessions = sessions;
    this.passwords = passwords;
    this.passkeys = passkeys;
  }

  /** What a browser hands in of a new passkey. */
  record Made(String id, String credential, String label) {}

  @GetMapping
  ResponseEntity<String> account(
      @RequestHeader(HttpHeaders.HOST) @Nullable String host,
      HttpServletRequest request,
      HttpServletResponse response) {
    return newsroom.screen(
        response, "account", views.account(newsroom.visit(request, response), works(host)));
  }

  @PostMapping("/passkeys/begin")
  Passkeys.Begun beginPasskey(
      @RequestHeader(HttpHeaders.HOST) @Nullable String host,
      HttpServletRequest request,
      HttpServletResponse response) {
    RelyingParty party =
        RelyingParty.of(newsroom.site().url(), host).orElseThrow(StoriesController::nothing);
    return passkeys.beginAdding(party, member(request, response).id());
  }

  @PostMapping("/passkeys")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void addPasskey(
      @RequestBody Made made, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    String label = made.label().strip();
    boolean fits = !label.isEmpty() && label.length() <= Passkey.LONGEST_LABEL;
    if (!fits || !passkeys.add(made.id(), visit.member().id(), made.credential(), label)) {
      throw new ResponseStatusException(
          HttpStatus.UNPROCESSABLE_CONTENT,
          visit.texts().text(fits ? "account.nopasskey" : "account.label"));
    }
  }

  @PostMapping("/passkeys/remove")
  ResponseEntity<Void> removePasskey(
      @RequestParam String credential, HttpServletRequest request, HttpServletResponse response) {
    if (passkeys.remove(member(request, response).id(), credential).isEmpty()) {
      throw StoriesController.nothing();
    }
    return StoriesController.to(PATH);
  }

  @GetMapping("/password")
  ResponseEntity<String> password(HttpServletRequest request, HttpServletResponse response) {
    return newsroom.screen(
        response, "password", views.password(newsroom.visit(request, response), "", null));
  }

  /** Sets password and device; answers with the codes to print, or with what is wrong. */
  @PostMapping("/password")
  ResponseEntity<String> setPassword(
      @RequestParam String setup,
      @RequestParam String password,
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    StaffMember member = visit.member();
    return switch (passwords.set(setup, member.id(), member.name(), password, code)) {
      case NewPassword.Set(List<String> codes) -> codes(visit, codes, response);
      case NewPassword.WrongCode() ->
          unfit(visit, setup, visit.texts().text("password.wrongcode"), response);
      case NewPassword.Unfit(var flaw) -> {
        String key = "password." + flaw.name().toLowerCase(Locale.ROOT);
        yield unfit(visit, setup, visit.texts().text(key), response);
      }
    };
  }

  /** Makes new codes on paper in place of those before. */
  @PostMapping("/password/codes")
  ResponseEntity<String> freshCodes(HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    List<String> codes = passwords.freshCodes(visit.member().id());
    if (codes.isEmpty()) {
      throw StoriesController.nothing();
    }
    return codes(visit, codes, response);
  }

  @PostMapping("/password/remove")
  ResponseEntity<Void> removePassword(HttpServletRequest request, HttpServletResponse response) {
    if (!passwords.remove(member(request, response).id())) {
      throw StoriesController.nothing();
    }
    return StoriesController.to(PATH);
  }

  @PostMapping("/sessions/{id:[1-9][0-9]{0,17}}/end")
  ResponseEntity<Void> end(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    StaffMember member = member(request, response);
    if (!sessions.end(member, id, member.name())) {
      throw StoriesController.nothing();
    }
    return StoriesController.to(PATH);
  }

  @PostMapping("/sessions/end-others")
  ResponseEntity<Void> endOthers(HttpServletRequest request, HttpServletResponse response) {
    SignedIn who = Objects.requireNonNull(newsroom.visit(request, response).who());
    sessions.endOthers(who.member(), who.session(), who.getName());
    return StoriesController.to(PATH);
  }

  private StaffMember member(HttpServletRequest request, HttpServletResponse response) {
    return newsroom.visit(request, response).member();
  }

  private boolean works(@Nullable String host) {
    return RelyingParty.of(newsroom.site().url(), host).isPresent();
  }

  private ResponseEntity<String> codes(
      Visit visit, List<String> codes, HttpServletResponse response) {
    return newsroom.screen(response, "codes", views.codes(visit, codes));
  }

  private ResponseEntity<String> unfit(
      Visit visit, String setup, String fault, HttpServletResponse response) {
    ResponseEntity<String> screen =
        newsroom.screen(response, "password", views.password(visit, setup, fault));
    return ResponseEntity.unprocessableContent()
        .headers(screen.getHeaders())
        .body(screen.getBody());
  }
}
