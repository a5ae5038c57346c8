package io.broadsheet.reader;

import io.broadsheet.accounts.Reader;
import io.broadsheet.accounts.ReaderCookie;
import io.broadsheet.accounts.ReaderLinks;
import io.broadsheet.accounts.RelyingParty;
import io.broadsheet.accounts.SignInWays;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.Message;
import io.broadsheet.reader.view.SignIn;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.OidcSettings;
import io.broadsheet.web.Assets;
import io.broadsheet.web.ContentEncoding;
import io.broadsheet.words.AcceptLanguage;
import io.broadsheet.words.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The pages on which readers sign in and out: each for one reader, and kept nowhere. */
final class SignInPages {
  static final String PATH = "/reader/sign-in";

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final House house;
  private final Pages pages;
  private final Assets assets;
  private final ReaderCookie cookie;
  private final SignInWays ways;
  private final @Nullable String provider;

  SignInPages(
      House house,
      Pages pages,
      Assets assets,
      ReaderCookie cookie,
      SignInWays ways,
      OidcSettings oidc) {
    this.house = house;
    this.pages = pages;
    this.assets = assets;
    this.cookie = cookie;
    this.ways = ways;
    String host = oidc.issuer() == null ? null : oidc.issuer().getHost();
    this.provider = oidc.label() == null ? host : oidc.label();
  }

  /**
   * What a reader wants of these pages.
   *
   * @param language in which to answer
   * @param back where to go on; empty for nowhere
   * @param who is signed in; null for nobody
   */
  record Visit(Language language, Words words, String back, @Nullable Reader who) {

    /** Returns the address of the page to sign in on, which leads back as this visit does. */
    String address() {
      return SignInPages.address(language, back);
    }
  }

  /**
   * Looks at who comes.
   *
   * @param lang the language's code; another for what the browser likes best
   * @param back where to go on, if it is a path of ours
   */
  Visit visit(HttpServletRequest request, String lang, String back) {
    Language language =
        Language.of(lang)
            .filter(house.languages()::contains)
            .orElseGet(
                () ->
                    AcceptLanguage.choose(
                        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), house.languages()));
    Reader who = cookie.reader(request).filter(Reader::signedIn).orElse(null);
    return new Visit(language, house.in(language).words(), WayBack.checked(back), who);
  }

  /** Returns where the portal's pages are, absolute where it is known. */
  String absolute(String path) {
    return house.absolute(path);
  }

  /** Returns what passkeys vouch to here, if they work here at all. */
  Optional<RelyingParty> party(@Nullable String host) {
    return RelyingParty.of(house.site().url(), host);
  }

  /** Returns the portal's name. */
  String site() {
    return house.site().name();
  }

  /**
   * Shows the ways to sign in, or who is signed in.
   *
   * @param email what was typed
   * @param fault what was wrong; null for nothing
   */
  ResponseEntity<byte[]> ask(Visit visit, HttpStatus status, String email, @Nullable String fault) {
    Map<Language, String> paths = new TreeMap<>();
    house.languages().forEach(other -> paths.put(other, address(other, visit.back())));
    SignIn view =
        new SignIn(
            visit.words(),
            assets.path("signin.css"),
            assets.path("passkeys.js"),
            visit.back(),
            visit.who() == null ? null : visit.who().name(),
            ways.has(SignInWays.Way.NAME),
            ways.has(SignInWays.Way.EMAIL),
            ways.has(SignInWays.Way.PASSKEY),
            ways.has(SignInWays.Way.OIDC) && provider != null
                ? Link.to("/reader/oidc" + query(visit.language(), visit.back()), provider)
                : null,
            email,
            fault);
    return page(visit, status, visit.words().text("signin.title"), paths, "signin", view);
  }

  /** Shows whom a link signs in, or asks for a name. */
  ResponseEntity<byte[]> once(
      Visit visit,
      HttpStatus status,
      String secret,
      ReaderLinks.Pending pending,
      String name,
      @Nullable String fault) {
    SignIn.Once view =
        new SignIn.Once(
            visit.words(),
            assets.path("signin.css"),
            "/reader/link/" + secret,
            pending.account().map(Reader::name).orElse(null),
            name,
            fault);
    return page(visit, status, visit.words().text("signin.title"), Map.of(), "signinonce", view);
  }

  /** Tells something, by the words of a title and of paragraphs. */
  ResponseEntity<byte[]> tell(Visit visit, HttpStatus status, String title, String... paragraphs) {
    Words words = visit.words();
    List<String> texts = List.of(paragraphs).stream().map(words::text).toList();
    Message view =
        new Message(
            words,
            "",
            words.text(title),
            List.of(new Message.Section("", "", texts)),
            House.home(visit.language()),
            true);
    return page(visit, status, words.text(title), Map.of(), "message", view);
  }

  private ResponseEntity<byte[]> page(
      Visit visit,
      HttpStatus status,
      String title,
      Map<Language, String> paths,
      String template,
      Object view) {
    Page page = pages.personal(status.value(), visit.language(), title, paths, template, view);
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .header(
            "Content-Security-Policy", house.policy().replace("style-src ", "style-src 'self' "))
        .header("X-Robots-Tag", "noindex, nofollow, noarchive")
        // An address here may be a secret, which only we may be told.
        .header("Referrer-Policy", "same-origin")
        .body(page.join(ContentEncoding.IDENTITY).bytes());
  }

  static String address(Language language, String back) {
    return PATH + query(language, back);
  }

  private static String query(Language language, String back) {
    String lang = "?lang=" + language.code();
    return back.isEmpty()
        ? lang
        : lang + "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }
}
