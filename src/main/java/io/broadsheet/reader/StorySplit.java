package io.broadsheet.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a rendered story where links to other stories stand: those change when the other stories do,
 * and are fragments of their own, so that this page need not be built again.
 */
final class StorySplit {
  /** No text of a story can be one, since no character of it is ever markup. */
  private static final Pattern MARK = Pattern.compile("<!--story (-?[0-9]+)-->");

  /** Stands in the place of an id where the story's own entries shall be. */
  static final long ENTRIES = 0;

  /** Stands in the place of an id where readers can react. */
  static final long REACTIONS = -1;

  private StorySplit() {}

  /** Returns what stands in the HTML of a story where a link to another shall be. */
  static String mark(long article) {
    return "<!--story " + article + "-->";
  }

  /** Returns the pieces of the HTML and, where they belong, the links and the entries. */
  static List<Part> parts(String html, LongFunction<Part> links) {
    List<Part> parts = new ArrayList<>();
    Matcher mark = MARK.matcher(html);
    int from = 0;
    while (mark.find()) {
      parts.add(Fragment.of(html.substring(from, mark.start())));
      parts.add(links.apply(Long.parseLong(mark.group(1))));
      from = mark.end();
    }
    parts.add(Fragment.of(html.substring(from)));
    return parts;
  }
}
