package io.broadsheet.web;

import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Chooses the encoding that a reader's {@code Accept-Encoding} likes best, by RFC 9110 section
 * 12.5.3.
 *
 * <p>At equal weights zstd goes before gzip and gzip before identity. Without the header the choice
 * is identity, which everything can read. What cannot be parsed counts as not said. Weights are
 * kept in thousandths, and a choice makes no garbage.
 */
public final class AcceptEncoding {
  private static final int UNSAID = -1;
  private static final int MALFORMED = -2;
  private static final List<Optional<ContentEncoding>> CHOICES =
      List.of(
          Optional.of(ContentEncoding.ZSTD),
          Optional.of(ContentEncoding.GZIP),
          Optional.of(ContentEncoding.IDENTITY));

  private int zstd = UNSAID;
  private int gzip = UNSAID;
  private int identity = UNSAID;
  private int any = UNSAID;

  private AcceptEncoding() {}

  /** Returns the encoding to answer in; empty if the reader refuses each that there is (406). */
  public static Optional<ContentEncoding> choose(HttpFields request) {
    AcceptEncoding accepted = new AcceptEncoding();
    boolean said = false;
    for (int i = 0; i < request.size(); i++) {
      HttpField field = request.getField(i);
      if (field.getHeader() == HttpHeader.ACCEPT_ENCODING) {
        said = true;
        accepted.read(field.getValue() == null ? "" : field.getValue());
      }
    }
    return said ? accepted.best() : CHOICES.getLast();
  }

  private Optional<ContentEncoding> best() {
    int ofZstd = Math.max(0, zstd == UNSAID ? any : zstd);
    int ofGzip = Math.max(0, gzip == UNSAID ? any : gzip);
    // Identity is acceptable unless it is ruled out, but what was asked for goes before it.
    int ofIdentity = identity != UNSAID ? identity : any != UNSAID ? any : 1;
    if (ofZstd > 0 && ofZstd >= ofGzip && (ofZstd >= ofIdentity)) {
      return CHOICES.get(0);
    }
    if (ofGzip > 0 && ofGzip >= ofIdentity) {
      return CHOICES.get(1);
    }
    return ofIdentity > 0 ? CHOICES.get(2) : Optional.empty();
  }

  private void read(String value) {
    int start = 0;
    while (start <= value.length()) {
      int comma = value.indexOf(',', start);
      int end = comma < 0 ? value.length() : comma;
      element(value, start, end);
      start = end + 1;
    }
  }

  private void element(String value, int start, int end) {
    int semicolon = value.indexOf(';', start);
    boolean weighted = semicolon >= 0 && semicolon < end;
    int from = skipBlanks(value, start, end);
    int to = trimBlanks(value, from, weighted ? semicolon : end);
    int weight = weighted ? weight(value, semicolon + 1, end) : 1000;
    if (weight == MALFORMED) {
      return;
    }
    if (is(value, from, to, "gzip") || is(value, from, to, "x-gzip")) {
      gzip = Math.max(gzip, weight);
    } else if (is(value, from, to, "zstd")) {
      zstd = Math.max(zstd, weight);
    } else if (is(value, from, to, "identity")) {
      identity = Math.max(identity, weight);
    } else if (is(value, from, to, "*")) {
      any = Math.max(any, weight);
    }
  }

  /** Reads {@code q=0.5}, as thousandths; at most three digits after the point. */
  private static int weight(String value, int start, int end) {
    int from = skipBlanks(value, start, end);
    int to = trimBlanks(value, from, end);
    boolean named = to - from >= 3 && (value.charAt(from) | 0x20) == 'q';
    if (!named || value.charAt(from + 1) != '=') {
      return MALFORMED;
    }
    char whole = value.charAt(from + 2);
    int fraction = 0;
    int digits = to - from - 4;
    if ((digits >= 0 && value.charAt(from + 3) != '.') || digits > 3) {
      return MALFORMED;
    }
    for (int i = 0, place = 100; i < digits; i++, place /= 10) {
      int digit = value.charAt(from + 4 + i) - '0';
      if (digit < 0 || digit > 9) {
        return MALFORMED;
      }
      fraction += digit * place;
    }
    return switch (whole) {
      case '0' -> fraction;
      case '1' -> fraction == 0 ? 1000 : MALFORMED;
      default -> MALFORMED;
    };
  }

  private static boolean is(String value, int from, int to, String token) {
    return to - from == token.length() && value.regionMatches(true, from, token, 0, token.length());
  }

  private static int skipBlanks(String value, int from, int end) {
    int at = from;
    while (at < end && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static int trimBlanks(String value, int from, int end) {
    int at = end;
    while (at > from && (value.charAt(at - 1) == ' ' || value.charAt(at - 1) == '\t')) {
      at--;
    }
    return at;
  }
}
