package io.broadsheet.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A body in one encoding with its entity tag, ready to be sent any number of times.
 *
 * <p>Its header fields are encoded once. {@code Range} is ignored, as RFC 9110 lets a server do.
 */
public final class ReadyBody {
  private static final HttpField VARY =
      new PreEncodedHttpField(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());

  private static final HttpField GZIP = announce(ContentEncoding.GZIP);
  private static final HttpField ZSTD = announce(ContentEncoding.ZSTD);

  private final ContentEncoding encoding;
  private final String tag;
  private final HttpField tagField;
  private final HttpField lengthField;
  private final byte[] bytes;

  /**
   * Makes a body ready.
   *
   * @param encoding how the bytes are encoded
   * @param name what the strong entity tag names: equal for equal contents, in letters, digits,
   *     {@code -} and {@code _}
   * @param bytes the encoded bytes, not to be changed any more
   */
  public ReadyBody(ContentEncoding encoding, String name, byte[] bytes) {
    this.encoding = encoding;
    this.tag = '"' + name + encoding.suffix() + '"';
    this.tagField = new PreEncodedHttpField(HttpHeader.ETAG, tag);
    this.lengthField = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, bytes.length);
    this.bytes = bytes;
  }

  /** Returns the entity tag with its quotes. */
  public String tag() {
    return tag;
  }

  /** Returns the encoded bytes; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Answers a GET or HEAD, with 304 where the reader has these bytes already.
   *
   * <p>{@code Content-Encoding} and {@code Content-Length} are given as RFC 9110 wants them; the
   * caller has set what else describes the body.
   *
   * @param status the status where the body is sent; only 200 can become 304
   * @param content header fields that describe the body and are left out of a 304
   */
  public void send(
      Request request, Response response, Callback callback, int status, HttpField... content) {
    HttpFields.Mutable headers = response.getHeaders();
    headers.add(tagField);
    headers.add(VARY);
    if (status == HttpStatus.OK_200 && EntityTag.known(request.getHeaders(), tag)) {
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      response.write(true, null, callback);
      return;
    }
    response.setStatus(status);
    for (HttpField field : content) {
      headers.add(field);
    }
    switch (encoding) {
      case ZSTD -> headers.add(ZSTD);
      case GZIP -> headers.add(GZIP);
      case IDENTITY -> {
        // never announced
      }
    }
    headers.add(lengthField);
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, head ? null : ByteBuffer.wrap(bytes), callback);
  }

  private static HttpField announce(ContentEncoding encoding) {
    return new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, encoding.token());
  }
}
