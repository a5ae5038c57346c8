package io.broadsheet.reader;

import io.broadsheet.reader.view.Foot;
import io.broadsheet.reader.view.Link;
import io.broadsheet.reader.view.Opening;
import io.broadsheet.settings.BadSetting;
import io.broadsheet.settings.Language;
import io.broadsheet.settings.Site;
import io.broadsheet.web.Assets;
import io.broadsheet.web.Sha256;
import io.broadsheet.web.Templates;
import io.broadsheet.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all pages of a language have in common, and what it is made from. */
final class House {
  private static final Set<String> LOGOS = Set.of("svg", "png", "webp");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  private final Site site;
  private final String style;
  private final @Nullable String logo;
  private final Map<Language, Common> languages = new EnumMap<>(Language.class);

  /** The constants of one language. */
  record Common(Words words, Dates dates, Fragment opening, Fragment foot) {}

  House(Site site, Templates templates, Assets assets) {
    this.site = site;
    this.style = style("site.css");
    this.logo = site.logo() == null ? null : logo(site.logo(), assets);
    for (Language language : site.languages()) {
      Words words = Words.of("reader", language);
      Opening opening =
          new Opening(
              language,
              style,
              List.of(assets.path("reader.js"), assets.path("live.js"), assets.path("talk.js")),
              assets.path("icon.svg"));
      languages.put(
          language,
          new Common(
              words,
              new Dates(words, site.timeZone()),
              Fragment.of(templates.render("opening", opening)),
              Fragment.of(templates.render("foot", foot(words)))));
    }
  }

  Site site() {
    return site;
  }

  List<Language> languages() {
    return site.languages();
  }

  /** Returns what the pages of one of the site's languages share. */
  Common in(Language language) {
    return Objects.requireNonNull(languages.get(language), language.code());
  }

  /** Returns the path of the picture before the portal's name; null for none. */
  @Nullable String logo() {
    return logo;
  }

  /** Returns the path of the front page. */
  static String home(Language language) {
    return "/" + language.code() + "/";
  }

  /** Returns a path as an absolute address if the site's is known. */
  String absolute(String path) {
    return site.url() == null ? path : site.url() + path;
  }

  /**
   * Returns the policy under which browsers run pages: nothing but our own, nothing inline, and the
   * two players that a reader can ask for.
   */
  String policy() {
    return "default-src 'none'; script-src 'self'; style-src "
        + source(style)
        + "; img-src 'self'; connect-src 'self'; frame-src https://www.youtube-nocookie.com"
        + " https://player.vimeo.com; base-uri 'none'; form-action 'self';"
        + " frame-ancestors 'none'";
  }

  /** Returns the one style sheet that a policy allows. */
  static String source(String style) {
    return "'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(style)) + "'";
  }

  private Foot foot(Words words) {
    Language language = words.language();
    String zone =
        DateTimeFormatter.ofPattern("vvvv", language.locale())
            .withZone(site.timeZone())
            .format(Instant.EPOCH);
    return new Foot(
        words,
        site.name(),
        home(language),
        List.of(
            Link.to(home(language) + "news/", words.text("foot.archive")),
            Link.to(home(language) + "imprint", words.text("foot.imprint")),
            Link.to(home(language) + "imprint#contact", words.text("foot.contact")),
            Link.to(home(language) + "corrections", words.text("corrections.title")),
            Link.to(home(language) + "privacy", words.text("foot.privacy")),
            Link.to("/reader?lang=" + language.code(), words.text("foot.mine"))),
        words.text("foot.clock", zone));
  }

  private static String logo(String setting, Assets assets) {
    int dot = setting.lastIndexOf('.');
    String kind = setting.substring(dot + 1).toLowerCase(Locale.ROOT);
    if (LOGOS.contains(kind)) {
      try (InputStream file = Files.newInputStream(Path.of(setting))) {
        return assets.add("logo." + kind, file);
      } catch (IOException | InvalidPathException e) {
        // told below, as a name of another kind is
      }
    }
    throw new BadSetting(
        "broadsheet.site.logo", setting, "the path of an SVG, PNG or WebP file that can be read");
  }

  /** Returns a style sheet without what browsers pass over. */
  static String style(String name) {
    try (InputStream file =
        Objects.requireNonNull(House.class.getResourceAsStream("/reader/" + name), name)) {
      String css = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return COMMENT.matcher(css).replaceAll("").replaceAll("\\n+", "\n").strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
