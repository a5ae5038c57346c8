package io.broadsheet.reader;

import io.broadsheet.settings.Language;
import io.broadsheet.web.ContentEncoding;
import io.broadsheet.web.ReadyBody;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * A page as an ordered list of parts, some its own and some shared with others.
 *
 * <p>Its last joined body in each encoding is kept until one of its parts has other bytes or {@link
 * #forget} is called.
 */
final class Page {
  private static final HttpField HTML =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");

  private final int status;
  private final String path;
  private final Part[] parts;
  private final HttpField[] content;

  /** Replaced as a whole: what two threads join at once, only one of them keeps. */
  private volatile Map<ContentEncoding, Joined> joined = Map.of();

  private static final class Joined {
    private final Fragment[] fragments;
    private final ReadyBody body;

    Joined(Fragment[] fragments, ReadyBody body) {
      this.fragments = fragments;
      this.body = body;
    }
  }

  /**
   * Describes a page.
   *
   * @param status 200, or what an error page is sent with
   * @param path where it belongs, percent-encoded, with its query; requests from elsewhere are led
   *     there
   */
  Page(int status, String path, Language language, List<Part> parts) {
    this.status = status;
    this.path = path;
    this.parts = parts.toArray(Part[]::new);
    this.content =
        new HttpField[] {
          HTML, new PreEncodedHttpField(HttpHeader.CONTENT_LANGUAGE, language.code())
        };
  }

  int status() {
    return status;
  }

  String path() {
    return path;
  }

  /** Returns the header fields that describe the body; not to be changed. */
  HttpField[] content() {
    return content;
  }

  /** Returns the joined body if no part has changed since it was joined, else null. */
  @Nullable ReadyBody ready(ContentEncoding encoding) {
    Joined last = joined.get(encoding);
    if (last == null) {
      return null;
    }
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].now() != last.fragments[i]) {
        return null;
      }
    }
    return last.body;
  }

  /** Joins the parts as they are now and keeps the body. */
  ReadyBody join(ContentEncoding encoding) {
    Fragment[] fragments = new Fragment[parts.length];
    for (int i = 0; i < parts.length; i++) {
      fragments[i] = parts[i].now();
    }
    ReadyBody body = Stitch.join(encoding, fragments);
    Map<ContentEncoding, Joined> more = new EnumMap<>(ContentEncoding.class);
    more.putAll(joined);
    more.put(encoding, new Joined(fragments, body));
    joined = more;
    return body;
  }

  /** Has every part rendered that was not yet; may wait for the database. */
  void prepare() {
    for (Part part : parts) {
      part.now();
    }
  }

  /** Tells whether a joined body is kept in any encoding. */
  boolean isJoined() {
    return !joined.isEmpty();
  }

  /** Lets the joined bodies go; the next request joins them again. */
  void forget() {
    joined = Map.of();
  }

  /** Returns the bytes that only this page holds, roughly, without joined bodies. */
  int weight() {
    int weight = 400 + 2 * path.length() + 8 * parts.length;
    for (Part part : parts) {
      weight += part.weight();
    }
    return weight;
  }
}
