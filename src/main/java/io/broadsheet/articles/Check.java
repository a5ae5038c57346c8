package io.broadsheet.articles;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refuses what no article may hold. */
final class Check {
  private Check() {}

  static void that(boolean holds, String otherwise) {
    if (!holds) {
      throw new InvalidArticle(otherwise);
    }
  }

  /** Accepts text of up to so many UTF-16 units which both databases can store. */
  static String text(String what, String value, int max) {
    that(value.length() <= max, what + " is longer than " + max + " characters.");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      that(c != 0, what + " contains a NUL character.");
      if (Character.isHighSurrogate(c)) {
        i++;
        that(
            i < value.length() && Character.isLowSurrogate(value.charAt(i)),
            what + " contains half a character (an unpaired surrogate).");
      } else {
        that(
            !Character.isLowSurrogate(c),
            what + " contains half a character (an unpaired surrogate).");
      }
    }
    return value;
  }

  static String line(String what, @Nullable String value, int max) {
    if (value == null || value.isBlank()) {
      throw new InvalidArticle(what + " is missing.");
    }
    return text(what, value, max);
  }

  /** Accepts a list of JSON, which may be missing where it is empty, but has no gaps. */
  static <T> List<T> list(@Nullable List<T> values) {
    if (values == null) {
      return List.of();
    }
    that(
        values.stream().allMatch(Objects::nonNull),
        "The body has a gap (null) where something should stand.");
    return List.copyOf(values);
  }

  /** Accepts an address to which readers may be led, of up to 2,000 characters. */
  static String link(@Nullable String link) {
    if (link == null || link.length() > 2_000 || !isSafeLink(link)) {
      throw new InvalidArticle(
          "“" + shortened(link) + "” is not a link that readers may be led to.");
    }
    return link;
  }

  private static String shortened(@Nullable String text) {
    String shown = String.valueOf(text);
    return shown.length() <= 100 ? shown : shown.substring(0, 100) + "…";
  }

  /** Tells whether a reader may be led there: the web, mail, telephone or a path of this site. */
  static boolean isSafeLink(String link) {
    try {
      URI uri = new URI(link);
      String scheme = uri.getScheme();
      return scheme == null
          ? link.startsWith("/") && !link.startsWith("//")
          : switch (scheme.toLowerCase(java.util.Locale.ROOT)) {
            case "http", "https" -> uri.getHost() != null;
            case "mailto", "tel" -> true;
            default -> false;
          };
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
