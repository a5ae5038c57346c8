package io.broadsheet.articles;

/** Writes text so that no character of it is markup, in elements and in quoted attributes. */
final class Escaping {
  private Escaping() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    to(out, text);
    return out.toString();
  }

  static void to(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }
}
