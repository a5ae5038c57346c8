package io.broadsheet.accounts;

import io.broadsheet.settings.SignInSettings;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The ways by which readers who take part may say who they are.
 *
 * @param ways at least one
 */
public record SignInWays(Set<Way> ways) {

  /** One of them. */
  public enum Way {
    /** By any name, without proof. */
    NAME,
    /** By a link that is sent to an address. */
    EMAIL,
    /** By a passkey. */
    PASSKEY,
    /** By a provider of OpenID Connect. */
    OIDC
  }

  public SignInWays {
    ways = Set.copyOf(ways);
  }

  /** Returns the ways that the operator offers. */
  static SignInWays of(SignInSettings settings) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    for (String way : settings.ways()) {
      ways.add(Way.valueOf(way.toUpperCase(Locale.ROOT)));
    }
    return new SignInWays(ways);
  }

  /** Tells whether this is one of them. */
  public boolean has(Way way) {
    return ways.contains(way);
  }

  /** Tells whether somebody may take part: who has not signed in, only if any name will do. */
  public boolean admits(Reader reader) {
    return reader.signedIn() || has(Way.NAME);
  }
}
