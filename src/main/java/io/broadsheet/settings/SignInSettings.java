package io.broadsheet.settings;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How readers who take part say who they are.
 *
 * @param ways one or more of {@code name}, {@code email}, {@code passkey}, {@code oidc}, each once
 * @param oidc the provider of OpenID Connect
 */
public record SignInSettings(
    @DefaultValue("name") List<String> ways, @DefaultValue OidcSettings oidc) {
  private static final Set<String> WAYS = Set.of("name", "email", "passkey", "oidc");
  private static final String SITE = "broadsheet.site.url";

  public SignInSettings {
    Check.that(
        !ways.isEmpty() && WAYS.containsAll(ways) && Set.copyOf(ways).size() == ways.size(),
        "broadsheet.sign-in.ways",
        ways,
        "one or more of name, email, passkey, oidc, each once");
    ways = List.copyOf(ways);
  }

  /** Refuses ways that lack what they need. */
  void check(Site site, MailSettings mail) {
    URI url = site.url();
    if (ways.contains("email")) {
      // From the request's own Host somebody else could have letters lead to a site of theirs.
      need("email", url, SITE, "the portal's address, which the links in letters begin with");
      need("email", mail.host(), "broadsheet.mail.host", "the name of a mail server");
    }
    if (ways.contains("passkey")) {
      boolean able =
          url != null && ("https".equals(url.getScheme()) || "localhost".equals(url.getHost()));
      need("passkey", able ? url : null, SITE, "the portal's address, with https://");
    }
    if (ways.contains("oidc")) {
      need("oidc", url, SITE, "the portal's address, to which the provider sends readers back");
      need("oidc", oidc.issuer(), "broadsheet.sign-in.oidc.issuer", "the provider's identifier");
      need("oidc", oidc.clientId(), "broadsheet.sign-in.oidc.client-id", "our name there");
    }
  }

  private static void need(String way, @Nullable Object value, String key, String allowed) {
    Check.that(value != null, key, "", allowed + ", since broadsheet.sign-in.ways offers " + way);
  }
}
