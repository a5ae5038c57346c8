package io.broadsheet.articles;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a story shows of a stranger's site: a link, until a reader asks for more.
 *
 * @param url https, up to 2,000 characters, of a host of the provider
 * @param provider to whom the address belongs; {@code other} only for those whom we do not know
 * @param title what it is called, up to 300 characters; may be empty
 */
public record Embedded(String url, Provider provider, String title) {
  private static final Pattern YOUTUBE =
      Pattern.compile(
          "https://(?:youtu\\.be/|[a-z.-]+/(?:watch\\?(?:[^#]*&)?v=|shorts/|live/|embed/))"
              + "([A-Za-z0-9_-]{11})(?:[?&/#].*)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern VIMEO =
      Pattern.compile(
          "https://[a-z.]+/(?:video/)?([0-9]{5,12})(?:/([0-9a-f]{6,20}))?/?(?:[?#].*)?",
          Pattern.CASE_INSENSITIVE);

  public Embedded {
    title = title == null ? "" : title;
    Check.that(provider != null, "An embedded page has no provider.");
    Check.text("The title of an embedded page", title, 300);
    Provider owner = Provider.ofHost(hostOf(url));
    Check.that(
        owner == provider,
        "The address of an embedded page, on "
            + hostOf(url)
            + ", does not belong to “"
            + provider.code()
            + "”.");
  }

  /** Describes a page by its address alone. */
  static Embedded of(String url, String title) {
    return new Embedded(url, Provider.ofHost(hostOf(url)), title);
  }

  /** Returns whose page it is, as readers know them. */
  String shown() {
    return provider.shown(hostOf(url));
  }

  /** Returns the title, or the address without its scheme. */
  String label() {
    return title.isBlank() ? url.substring("https://".length()) : title;
  }

  /** Returns the address of a player that sets no cookie; empty where we know of none. */
  Optional<String> player() {
    return switch (provider) {
      case YOUTUBE -> {
        Matcher film = YOUTUBE.matcher(url);
        yield film.matches()
            ? Optional.of("https://www.youtube-nocookie.com/embed/" + film.group(1))
            : Optional.empty();
      }
      case VIMEO -> {
        Matcher film = VIMEO.matcher(url);
        yield film.matches()
            ? Optional.of(
                "https://player.vimeo.com/video/"
                    + film.group(1)
                    + "?dnt=1"
                    + (film.group(2) == null ? "" : "&h=" + film.group(2)))
            : Optional.empty();
      }
      case TELEGRAM, X, INSTAGRAM, TIKTOK, FACEBOOK, OTHER -> Optional.empty();
    };
  }

  /** A port, a name or a password in an address serve to make it look like another. */
  private static String hostOf(@Nullable String url) {
    try {
      URI uri = new URI(String.valueOf(url));
      if (url != null
          && url.length() <= 2_000
          && "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getPort() == -1
          && uri.getUserInfo() == null) {
        return uri.getHost().toLowerCase(Locale.ROOT);
      }
    } catch (URISyntaxException e) {
      throw new InvalidArticle("The address of an embedded page cannot be read.");
    }
    throw new InvalidArticle("The address of an embedded page is not a plain one with https.");
  }
}
