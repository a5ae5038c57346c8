package io.broadsheet.reactions;

import java.util.List;

/** What is said to a reader whose wish is not fulfilled. */
final class Refusal {
  static final String NO_ARTICLE = "There is no such article.";

  private Refusal() {}

  static String notOffered(List<String> offered) {
    return "Send {\"emoji\": …} with one of " + String.join(" ", offered) + ".";
  }

  static String limited(int seconds) {
    return "Too many reactions came from there: try again in " + seconds + " s.";
  }
}
