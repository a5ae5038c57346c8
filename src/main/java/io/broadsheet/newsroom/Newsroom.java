package io.broadsheet.newsroom;

import io.broadsheet.accounts.Permission;
import io.broadsheet.accounts.SignedIn;
import io.broadsheet.articles.Teaser;
import io.broadsheet.newsroom.view.Link;
import io.broadsheet.newsroom.view.Shell;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.Site;
import io.broadsheet.web.Assets;
import io.broadsheet.web.Notice;
import io.broadsheet.web.Templates;
import io.broadsheet.words.AcceptLanguage;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;

/** What all screens of the newsroom have in common: their language, their frame, their policy. */
final class Newsroom {
  /** Where all screens are. */
  static final String PATH = "/newsroom/";

  /** Nothing but our own, nothing inline. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final String CHOICE = "lang";
  private static final Duration REMEMBERED = Duration.ofDays(365);
  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final Site site;
  private final Assets assets;
  private final List<Notice> notices;
  private final Supplier<List<Teaser>> late;
  private final ToLongFunction<Set<String>> waiting;
  private final IntSupplier moved;
  private final List<Language> languages = new ArrayList<>();
  private final Map<Language, Texts> texts = new EnumMap<>(Language.class);
  private final Templates templates = new Templates("newsroom");

  /** The newsroom's parts, in the order of their navigation. */
  enum Section {
    STORIES("stories", Permission.WRITE),
    FRONT("front", Permission.LEAD),
    COMMENTS("comments", Permission.MODERATE),
    RATES("rates", Permission.RATES),
    AUDIENCE("audience", Permission.AUDIENCE),
    STAFF("staff", Permission.STAFF),
    /** One's own account, which is not among the parts but beside them. */
    ACCOUNT("account", Permission.ENTER);

    private final String code;
    private final Permission permission;

    Section(String code, Permission permission) {
      this.code = code;
      this.permission = permission;
    }
  }

  /**
   * Prepares the screens.
   *
   * @param assets hold the newsroom's files
   * @param notices what operators should see to
   * @param late finds the stories that should have appeared and have not
   * @param waiting counts the readers' comments that wait for a moderator of these topics
   * @param moved counts the moves of rates that nobody has read of yet
   */
  Newsroom(
      Site site,
      Assets assets,
      List<Notice> notices,
      Supplier<List<Teaser>> late,
      ToLongFunction<Set<String>> waiting,
      IntSupplier moved) {
    this.moved = moved;
    this.late = late;
    this.waiting = waiting;
    this.site = site;
    this.assets = assets;
    this.notices = List.copyOf(notices);
    // The site's own first, for who asks for none of them.
    languages.addAll(site.languages());
    Arrays.stream(Language.values())
        .filter(any -> !languages.contains(any))
        .forEach(languages::add);
    for (Language language : languages) {
      texts.put(language, new Texts(language, site.timeZone()));
    }
  }

  Site site() {
    return site;
  }

  /**
   * Finds out in which language a screen is wanted: by its address, as was chosen before, or as the
   * browser says. A choice is remembered by a cookie.
   */
  Visit visit(HttpServletRequest request, HttpServletResponse response) {
    Optional<Language> asked =
        Language.of(Objects.requireNonNullElse(request.getParameter(CHOICE), ""));
    asked.ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(language)));
    Language language =
        asked
            .or(() -> chosenBefore(request))
            .orElseGet(
                () ->
                    AcceptLanguage.choose(
                        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), languages));
    return new Visit(
        texts(language),
        request.getRequestURI() + query(request.getQueryString()),
        request.getUserPrincipal() instanceof Authentication signed
                && signed.getPrincipal() instanceof SignedIn who
            ? who
            : null);
  }

  /** Returns the path of the first part that a visitor may see. */
  static String home(Visit visit) {
    return sections(visit).map(one -> PATH + one.code).findFirst().orElse(PATH + "account");
  }

  private static Stream<Section> sections(Visit visit) {
    return Arrays.stream(Section.values())
        .filter(one -> one != Section.ACCOUNT && visit.may(one.permission));
  }

  /**
   * Returns what surrounds a screen.
   *
   * @param section the part that it belongs to; null for the screens of signing in
   * @param more scripts that it needs beside those of every screen
   */
  Shell shell(Visit visit, @Nullable Section section, String title, String... more) {
    Texts in = visit.texts();
    List<Link> sections =
        sections(visit)
            .map(one -> new Link(PATH + one.code, called(one, visit), one.equals(section)))
            .toList();
    Link account =
        visit.who() == null
            ? null
            : new Link(PATH + "account", visit.member().name(), section == Section.ACCOUNT);
    return new Shell(
        in.words(),
        site.name(),
        title,
        sections,
        account,
        languages.stream().map(language -> choice(visit, language)).toList(),
        assets.path("newsroom.css"),
        Stream.concat(Stream.of("htmx.js", "newsroom.js", "keys.js"), Arrays.stream(more))
            .map(assets::path)
            .toList(),
        assets.path("icon.svg"),
        visit.may(Permission.WRITE) ? late.get().stream().map(Newsroom::story).toList() : List.of(),
        notices.stream().flatMap(notice -> notice.matter().stream()).toList());
  }

  private String called(Section section, Visit visit) {
    Texts in = visit.texts();
    String name = in.text("section." + section.code);
    long number =
        switch (section) {
          case COMMENTS -> waiting.applyAsLong(visit.member().topics());
          case RATES -> moved.getAsInt();
          case STORIES, FRONT, AUDIENCE, STAFF, ACCOUNT -> 0;
        };
    return number == 0 ? name : name + " " + in.number(number);
  }

  /** Returns the texts of a language. */
  Texts texts(Language language) {
    return Objects.requireNonNull(texts.get(language));
  }

  /** Renders a screen; it is not to be kept, since it shows this very moment. */
  ResponseEntity<String> screen(HttpServletResponse response, String template, Object page) {
    // In place of the edge's, beside which an added one would hold as well.
    response.setHeader("Content-Security-Policy", POLICY);
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(templates.render(template, page));
  }

  private static Link story(Teaser teaser) {
    return new Link(WritingViews.address(teaser.id()), teaser.headline(), false);
  }

  private Shell.Choice choice(Visit visit, Language language) {
    return new Shell.Choice(
        visit.pathIn(language.code()),
        language.code(),
        texts(language).text("language"),
        language.equals(visit.texts().language()));
  }

  private static Optional<Language> chosenBefore(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(CHOICE))
            .findFirst()
            .flatMap(cookie -> Language.of(cookie.getValue()));
  }

  private static String cookie(Language language) {
    return ResponseCookie.from(CHOICE, language.code())
        .path(PATH)
        .maxAge(REMEMBERED)
        .httpOnly(true)
        .sameSite("Strict")
        .build()
        .toString();
  }

  private static String query(@Nullable String query) {
    if (query == null) {
      return "";
    }
    String kept =
        String.join(
            "&",
            Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.startsWith(CHOICE + "=") && !pair.isEmpty())
                .toList());
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
