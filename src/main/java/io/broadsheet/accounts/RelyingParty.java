package io.broadsheet.accounts;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * To whom passkeys vouch: browsers give one out to pages of its own host only.
 *
 * <p>There are none on plain {@code http://}, nor where the host is an address in figures, except
 * on {@code http://localhost}: browsers refuse them there (Web Authentication Level 3, 5.1.2).
 *
 * @param id the host
 * @param origin scheme, host and port of the pages that may ask, as browsers write them
 */
public record RelyingParty(String id, String origin) {
  private static final String LOCAL = "localhost";
  private static final Pattern LOCAL_HOST = Pattern.compile("localhost(:[1-9][0-9]{0,4})?");
  private static final Pattern FIGURES = Pattern.compile("[0-9.]+|\\[.*");
  private static final int HTTPS = 443;

  /**
   * Returns what passkeys can vouch to for a page; empty where they cannot work.
   *
   * @param site the public address; null where it is not known
   * @param host the host that a request names, with its port; null for none
   */
  public static Optional<RelyingParty> of(@Nullable URI site, @Nullable String host) {
    if (host == null) {
      return Optional.empty();
    }
    String asked = host.toLowerCase(Locale.ROOT);
    if (LOCAL_HOST.matcher(asked).matches()) {
      boolean secure = site != null && isSecure(site) && asked.equals(authority(site));
      return Optional.of(new RelyingParty(LOCAL, (secure ? "https://" : "http://") + asked));
    }
    return Optional.ofNullable(site)
        .filter(RelyingParty::isSecure)
        .filter(url -> asked.equals(authority(url)))
        .filter(url -> !FIGURES.matcher(url.getHost()).matches())
        .map(url -> new RelyingParty(url.getHost().toLowerCase(Locale.ROOT), "https://" + asked));
  }

  private static boolean isSecure(URI url) {
    return "https".equalsIgnoreCase(url.getScheme());
  }

  private static String authority(URI url) {
    boolean plain = url.getPort() < 0 || url.getPort() == HTTPS;
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return plain ? host : host + ":" + url.getPort();
  }
}
