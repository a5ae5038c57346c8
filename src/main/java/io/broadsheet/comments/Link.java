package io.broadsheet.comments;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address that stands in a plain text.
 *
 * @param start where in the text the address begins
 * @param address as typed: http or https, a host of at least two labels, no credentials
 */
record Link(int start, String address) {
  private static final int LONGEST_SHOWN = 60;
  private static final int SHOWN_OF_THE_END = 20;
  private static final int LONGEST_HOST = 253;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])https?://[^\\s\\p{Cc}\\p{Z}<>\"«»“”„\\\\^`{|}]++",
          Pattern.CASE_INSENSITIVE);

  /** A scheme, a host and maybe a port, and after it nothing that would make them credentials. */
  private static final Pattern SITE =
      Pattern.compile(
          "https?://([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*+)(?::\\d{1,5}+)?+(?=[/?#]|$)",
          Pattern.CASE_INSENSITIVE);

  private static final String PUNCTUATION = ".,:;!?'’‘…*_~";

  /** Returns the links of a text in the order in which they stand in it. */
  static List<Link> in(String text) {
    List<Link> links = new ArrayList<>();
    Matcher found = ADDRESS.matcher(text);
    while (found.find()) {
      String address = withoutPunctuation(found.group());
      if (leadsSomewhere(address)) {
        links.add(new Link(found.start(), address));
      }
    }
    return links;
  }

  /** Returns where in the text the address has ended. */
  int end() {
    return start + address.length();
  }

  /**
   * Returns the address as readers are to see it: what is longer than 60 characters loses its
   * middle, but never a part of the host, by which readers judge where it leads.
   */
  String shown() {
    int length = address.codePointCount(0, address.length());
    Matcher site = SITE.matcher(address);
    int afterSite = site.lookingAt() ? site.end() : address.length();
    int head =
        Math.max(
            afterSite,
            address.offsetByCodePoints(0, Math.min(length, LONGEST_SHOWN - SHOWN_OF_THE_END - 1)));
    int tail = address.offsetByCodePoints(address.length(), -Math.min(length, SHOWN_OF_THE_END));
    return length <= LONGEST_SHOWN || tail <= head
        ? address
        : address.substring(0, head) + "…" + address.substring(tail);
  }

  private static boolean leadsSomewhere(String address) {
    Matcher site = SITE.matcher(address);
    if (!site.lookingAt()) {
      return false;
    }
    String host = site.group(1);
    return host.length() <= LONGEST_HOST
        && host.indexOf('.') > 0
        && !host.contains("..")
        && !host.endsWith(".");
  }

  /** Returns an address without the marks of the sentence in which it stands. */
  private static String withoutPunctuation(String address) {
    int round = balance(address, '(', ')');
    int square = balance(address, '[', ']');
    for (int end = address.length(); end > 0; end--) {
      char last = address.charAt(end - 1);
      if (last == ')' && round < 0) {
        round++;
      } else if (last == ']' && square < 0) {
        square++;
      } else if (PUNCTUATION.indexOf(last) < 0) {
        return address.substring(0, end);
      }
    }
    return "";
  }

  private static int balance(String address, char opening, char closing) {
    int open = 0;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      open += c == opening ? 1 : c == closing ? -1 : 0;
    }
    return open;
  }
}
