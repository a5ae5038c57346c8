package io.broadsheet.newsroom;

import io.broadsheet.accounts.Passkeys;
import io.broadsheet.accounts.PasswordSignIn;
import io.broadsheet.accounts.Passwords;
import io.broadsheet.accounts.RelyingParty;
import io.broadsheet.accounts.SignInLinks;
import io.broadsheet.accounts.Staff;
import io.broadsheet.accounts.StaffMember;
import io.broadsheet.accounts.StaffSession;
import io.broadsheet.newsroom.view.SignInScreen;
import io.broadsheet.web.ClientAddress;
import io.broadsheet.web.Network;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /newsroom/sign-in} and {@code /newsroom/enter}: the ways into the newsroom, and out. */
@RestController
@ConditionalOnWebApplication
final class SignInController {
  private static final String PATH = "/newsroom/sign-in";
  private static final Pattern INSIDE = Pattern.compile("/newsroom(/[\\w/-]*)?(\\?[\\w=&%.+-]*)?");

  private final Newsroom newsroom;
  private final Entrance entrance;
  private final Staff staff;
  private final SignInLinks links;
  private final Passwords passwords;
  private final Passkeys passkeys;

  SignInController(
      Newsroom newsroom,
      Entrance entrance,
      Staff staff,
      SignInLinks links,
      Passwords passwords,
      Passkeys passkeys) {
    this.newsroom = newsroom;
    this.entrance = entrance;
    this.staff = staff;
    this.links = links;
    this.passwords = passwords;
    this.passkeys = passkeys;
  }

  /** What a browser hands in of a passkey. */
  record Shown(String id, String credential, String to) {}

  /** Where to go from here. */
  record Next(String to) {}

  /** Returns where somebody signs in who asked for something, to come back to it. */
  static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
    boolean home = asked.equals(Newsroom.PATH) || !INSIDE.matcher(asked).matches();
    return home ? PATH : PATH + "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
  }

  @GetMapping("/newsroom/sign-in")
  ResponseEntity<String> ask(
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    return screen(newsroom.visit(request, response), to, "", null, response);
  }

  @PostMapping("/newsroom/sign-in/password")
  ResponseEntity<?> byPassword(
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam String code,
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    long network =
        Network.of(ClientAddress.of(ServletContextRequest.getServletContextRequest(request)));
    return switch (passwords.signIn(name, password, code, network)) {
      case PasswordSignIn.Proved(long id, PasswordSignIn.Code by, int left) -> {
        StaffMember member = staff.find(id).orElseThrow(StoriesController::nothing);
        boolean paper = by == PasswordSignIn.Code.PAPER;
        StaffSession.Way way = paper ? StaffSession.Way.PAPER : StaffSession.Way.PASSWORD;
        entrance.open(member, way, request, response);
        yield StoriesController.to(paper ? "/newsroom/account?left=" + left : inside(to));
      }
      case PasswordSignIn.Wrong() -> {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        yield screen(visit, to, name, visit.texts().text("signin.wrong"), response);
      }
      case PasswordSignIn.Wait(var left) -> {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        long seconds = Math.max(1, left.toSeconds() + 1);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        String wait = visit.texts().words().count("signin.wait", seconds);
        yield screen(visit, to, name, wait, response);
      }
    };
  }

  /** Begins to sign in by a passkey. */
  @PostMapping("/newsroom/sign-in/passkey/begin")
  Passkeys.Begun beginPasskey(@RequestHeader(HttpHeaders.HOST) @Nullable String host) {
    return passkeys.beginSignIn(party(host).orElseThrow(StoriesController::nothing));
  }

  @PostMapping("/newsroom/sign-in/passkey")
  Next byPasskey(
      @RequestBody Shown shown, HttpServletRequest request, HttpServletResponse response) {
    OptionalLong proved = passkeys.signIn(shown.id(), shown.credential());
    StaffMember member =
        proved.isEmpty()
            ? null
            : staff.find(proved.getAsLong()).filter(one -> one.suspended() == null).orElse(null);
    if (member == null) {
      String reason = newsroom.visit(request, response).texts().text("signin.nopasskey");
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, reason);
    }
    entrance.open(member, StaffSession.Way.PASSKEY, request, response);
    return new Next(inside(shown.to()));
  }

  /** Shows whom a one-time link signs in; programs that look at links do not use it up so. */
  @GetMapping("/newsroom/enter")
  ResponseEntity<String> look(
      @RequestParam(defaultValue = "") String link,
      HttpServletRequest request,
      HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Optional<StaffMember> member = links.look(link);
    if (member.isEmpty()) {
      response.setStatus(HttpStatus.GONE.value());
      return screen(visit, "", "", visit.texts().text("enter.gone"), response);
    }
    return newsroom.screen(
        response,
        "enter",
        new SignInScreen.Enter(
            newsroom.shell(visit, null, visit.texts().text("enter.title")),
            visit.path(),
            link,
            visit.texts().text("enter.as", member.get().name())));
  }

  @PostMapping("/newsroom/enter")
  ResponseEntity<?> enter(
      @RequestParam String link, HttpServletRequest request, HttpServletResponse response) {
    Visit visit = newsroom.visit(request, response);
    Optional<StaffMember> member = links.use(link);
    if (member.isEmpty()) {
      response.setStatus(HttpStatus.GONE.value());
      return screen(visit, "", "", visit.texts().text("enter.gone"), response);
    }
    entrance.open(member.get(), StaffSession.Way.LINK, request, response);
    return StoriesController.to("/newsroom/account");
  }

  @PostMapping("/newsroom/sign-out")
  ResponseEntity<Void> leave(HttpServletRequest request, HttpServletResponse response) {
    entrance.close(newsroom.visit(request, response), response);
    return StoriesController.to(PATH);
  }

  /** Returns what passkeys vouch to here, if they work here at all. */
  Optional<RelyingParty> party(@Nullable String host) {
    return RelyingParty.of(newsroom.site().url(), host);
  }

  private ResponseEntity<String> screen(
      Visit visit, String to, String name, @Nullable String fault, HttpServletResponse response) {
    HttpStatus status = HttpStatus.valueOf(response.getStatus());
    ResponseEntity<String> screen =
        newsroom.screen(
            response,
            "signin",
            new SignInScreen(
                newsroom.shell(visit, null, visit.texts().text("signin.title"), "passkeys.js"),
                PATH,
                inside(to),
                name,
                fault,
                staff.list().isEmpty()));
    return ResponseEntity.status(status).headers(screen.getHeaders()).body(screen.getBody());
  }

  /** Returns where to go after signing in: what was asked for, if it lies in the newsroom. */
  private static String inside(@Nullable String to) {
    return to != null && INSIDE.matcher(to).matches() ? to : Newsroom.PATH;
  }
}
