package io.broadsheet.web;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Compares entity tags weakly, as {@code If-None-Match} asks (RFC 9110 section 13.1.2). */
final class EntityTag {
  private EntityTag() {}

  /** Tells whether the request's {@code If-None-Match} names this tag, quotes included. */
  static boolean known(HttpFields request, String tag) {
    for (int i = 0; i < request.size(); i++) {
      HttpField field = request.getField(i);
      String value = field.getValue();
      if (field.getHeader() == HttpHeader.IF_NONE_MATCH && value != null && in(value, tag)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a list such as {@code W/"a", "b"} or {@code *} names this tag. */
  static boolean in(String list, String tag) {
    if (list.strip().equals("*")) {
      return true;
    }
    int at = 0;
    while (at < list.length()) {
      int open = list.indexOf('"', at);
      int close = open < 0 ? -1 : list.indexOf('"', open + 1);
      if (close < 0) {
        return false;
      }
      if (close + 1 - open == tag.length() && list.regionMatches(open, tag, 0, tag.length())) {
        return true;
      }
      at = close + 1;
    }
    return false;
  }
}
