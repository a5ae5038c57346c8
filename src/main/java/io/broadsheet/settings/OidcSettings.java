package io.broadsheet.settings;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The provider of OpenID Connect by whom readers may sign in.
 *
 * @param issuer its identifier, to which {@code /.well-known/openid-configuration} is added; null
 *     for no provider
 * @param clientId by what it knows us; null for no provider
 * @param clientSecret by what we prove it; null for none
 * @param label what the button calls it; null for the issuer's host
 */
public record OidcSettings(
    @Nullable URI issuer,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String label) {

  public OidcSettings {
    Check.that(
        issuer == null || isSafe(issuer),
        "broadsheet.sign-in.oidc.issuer",
        issuer,
        "an address that begins with https://, without ? and #");
  }

  /** Plain HTTP is heard by nobody else on this machine only. */
  private static boolean isSafe(URI issuer) {
    boolean here = "127.0.0.1".equals(issuer.getHost()) || "localhost".equals(issuer.getHost());
    return issuer.getHost() != null
        && ("https".equals(issuer.getScheme()) || (here && "http".equals(issuer.getScheme())))
        && issuer.getRawQuery() == null
        && issuer.getRawFragment() == null;
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return issuer == null ? "no provider" : issuer.toString();
  }
}
