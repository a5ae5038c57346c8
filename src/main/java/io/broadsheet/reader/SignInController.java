package io.broadsheet.reader;

import io.broadsheet.accounts.EmailAddress;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.accounts.ReaderLinks;
import io.broadsheet.accounts.SignInWays;
import io.broadsheet.mail.Letter;
import io.broadsheet.mail.Mail;
import io.broadsheet.web.ClientAddress;
import io.broadsheet.web.Network;
import io.broadsheet.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /reader/sign-in}, {@code /reader/link/…}: readers sign in by e-mail, and out. */
@RestController("readerSignInController")
@ConditionalOnWebApplication
final class SignInController {
  private final SignInPages pages;
  private final SignInWays ways;
  private final ReaderLinks links;
  private final ReaderCookie cookie;
  private final Mail mail;

  SignInController(
      SignInPages pages, SignInWays ways, ReaderLinks links, ReaderCookie cookie, Mail mail) {
    this.pages = pages;
    this.ways = ways;
    this.links = links;
    this.cookie = cookie;
    this.mail = mail;
  }

  /** Goes on after a form, somewhere on our own site. */
  static ResponseEntity<byte[]> to(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(path))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GetMapping(SignInPages.PATH)
  ResponseEntity<byte[]> ask(
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(defaultValue = "") String back,
      HttpServletRequest request) {
    return pages.ask(pages.visit(request, lang, back), HttpStatus.OK, "", null);
  }

  /** Answers the same whether or not somebody has an account under this address. */
  @PostMapping("/reader/sign-in/email")
  ResponseEntity<byte[]> byEmail(
      @RequestParam String email,
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(defaultValue = "") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!ways.has(SignInWays.Way.EMAIL)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Nobody signs in by e-mail here.");
    }
    SignInPages.Visit visit = pages.visit(request, lang, back);
    Optional<EmailAddress> address = EmailAddress.of(email);
    if (address.isEmpty()) {
      String fault = visit.words().text("signin.email.bad");
      return pages.ask(visit, HttpStatus.BAD_REQUEST, email, fault);
    }
    long network =
        Network.of(ClientAddress.of(ServletContextRequest.getServletContextRequest(request)));
    return switch (links.ask(address.get(), network, visit.back())) {
      case ReaderLinks.Asked.Made(String secret) when send(visit, address.get(), secret) ->
          pages.tell(visit, HttpStatus.OK, "signin.sent.title", "signin.sent", "signin.sent.none");
      case ReaderLinks.Asked.Made _ ->
          pages.ask(
              visit,
              HttpStatus.SERVICE_UNAVAILABLE,
              email,
              visit.words().text("signin.email.full"));
      case ReaderLinks.Asked.Wait(var left) -> {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(left.toSeconds() + 1));
        String fault = visit.words().count("signin.wait", left.toMinutes() + 1);
        yield pages.ask(visit, HttpStatus.TOO_MANY_REQUESTS, email, fault);
      }
    };
  }

  /** Shows what a link does and leaves it good: programs that guard mailboxes open links, too. */
  @GetMapping("/reader/link/{secret}")
  ResponseEntity<byte[]> look(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request) {
    SignInPages.Visit visit = pages.visit(request, lang, "");
    return links
        .look(secret)
        .map(pending -> pages.once(visit, HttpStatus.OK, secret, pending, pending.name(), null))
        .orElseGet(() -> gone(visit));
  }

  @PostMapping("/reader/link/{secret}")
  ResponseEntity<byte[]> use(
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignInPages.Visit visit = pages.visit(request, lang, "");
    return switch (links.use(secret, name)) {
      case ReaderLinks.Used.Opened(var reader, String back) -> {
        cookie.signIn(reader.id(), request, response);
        yield to(back.isEmpty() ? visit.address() : back);
      }
      case ReaderLinks.Used.Nameless(var pending) ->
          pages.once(
              visit,
              HttpStatus.BAD_REQUEST,
              secret,
              pending,
              name,
              visit.words().text("signin.name.bad"));
      case ReaderLinks.Used.Gone() -> gone(visit);
    };
  }

  @PostMapping("/reader/sign-out")
  ResponseEntity<byte[]> leave(
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(defaultValue = "") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    SignInPages.Visit visit = pages.visit(request, lang, back);
    cookie.signOut(request, response);
    return to(visit.address());
  }

  private ResponseEntity<byte[]> gone(SignInPages.Visit visit) {
    return pages.tell(visit, HttpStatus.GONE, "signin.gone.title", "signin.gone");
  }

  private boolean send(SignInPages.Visit visit, EmailAddress address, String secret) {
    Words words = visit.words();
    String link = pages.absolute("/reader/link/" + secret + "?lang=" + visit.language().code());
    return mail.send(
        new Letter(
            address.text(),
            words.text("signin.letter.subject", pages.site()),
            words.text("signin.letter", pages.site(), link)));
  }
}
