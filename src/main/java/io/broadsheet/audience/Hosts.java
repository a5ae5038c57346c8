package io.broadsheet.audience;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts that led readers here within an hour, as they are counted.
 *
 * <p>Anybody can send any name, so only so many are told apart; the others count together. For one
 * thread.
 */
final class Hosts {
  /** What hosts beyond those that are told apart count as; no host is called so. */
  static final String OTHERS = "*";

  private static final int MOST = 500;
  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,98}[a-z0-9])?");

  private final Set<String> known = new HashSet<>();
  private long hour;

  /** Returns a host's name in lower case without {@code www.}; empty if it is none. */
  static String named(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String host = lower.startsWith("www.") ? lower.substring(4) : lower;
    return NAME.matcher(host).matches() ? host : "";
  }

  /** Returns the name under which a host counts in this hour. */
  String counted(String host, long ofHour) {
    if (hour != ofHour) {
      hour = ofHour;
      known.clear();
    }
    if (known.contains(host)) {
      return host;
    }
    if (known.size() == MOST) {
      return OTHERS;
    }
    known.add(host);
    return host;
  }
}
