package io.broadsheet.comments;

import java.util.regex.Pattern;

/**
 * Writes a plain text as HTML: a paragraph after each empty line, a break at each other end of a
 * line, links for web addresses, and every other character as itself.
 */
public final class CommentHtml {
  private static final Pattern EMPTY_LINES = Pattern.compile("\n{2,}+");

  private CommentHtml() {}

  /**
   * Returns elements p, br and a only, in which no character of the text is markup; empty if the
   * text is.
   *
   * @param text a text as it is kept: lines end with a line feed
   */
  public static String of(String text) {
    StringBuilder html = new StringBuilder(text.length() + text.length() / 4 + 16);
    for (String paragraph : EMPTY_LINES.split(text, -1)) {
      if (!paragraph.isEmpty()) {
        html.append("<p>");
        lines(paragraph, html);
        html.append("</p>");
      }
    }
    return html.toString();
  }

  /** Returns how many links a text holds. */
  static int links(String text) {
    return Link.in(text).size();
  }

  private static void lines(String paragraph, StringBuilder html) {
    int at = 0;
    for (Link link : Link.in(paragraph)) {
      escaped(paragraph.substring(at, link.start()), html);
      html.append("<a href=\"");
      escaped(link.address(), html);
      html.append("\" rel=\"nofollow ugc noopener\">");
      escaped(link.shown(), html);
      html.append("</a>");
      at = link.end();
    }
    escaped(paragraph.substring(at), html);
  }

  private static void escaped(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case '\n' -> html.append("<br>");
        default -> html.append(c);
      }
    }
  }
}
