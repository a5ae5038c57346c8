package io.broadsheet.reader;

import java.util.regex.Pattern;

/** Where readers go on after signing in or out: where they came from, if that is on our site. */
final class WayBack {
  private static final int LONGEST = 500;

  /** A second slash, or a backslash that browsers read as one, would begin another site's name. */
  private static final Pattern OURS =
      Pattern.compile("/(?![/\\\\])[\\w.~%/-]*(\\?[\\w.~%/=&+-]*)?(#[\\w-]*)?");

  private WayBack() {}

  /** Returns a path of ours as it is, and anything else as nothing. */
  static String checked(String asked) {
    return asked.length() <= LONGEST && OURS.matcher(asked).matches() ? asked : "";
  }
}
