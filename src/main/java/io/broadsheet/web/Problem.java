package io.broadsheet.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Why a request was not done, for programs and people alike (RFC 9457).
 *
 * @param status the HTTP status, 400 to 599
 * @param title the status's registered name
 * @param detail one sentence that says what to do; never holds what the request sent
 */
public record Problem(int status, String title, String detail) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final HttpField TYPE =
      new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
  private static final HttpField NOT_CACHED =
      new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

  public Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not an error: " + status);
    }
  }

  /** Describes a problem under its status's registered name. */
  public static Problem of(int status, String detail) {
    return new Problem(status, HttpStatus.getMessage(status), detail);
  }

  /** Describes why a body could not be read to its end. */
  public static Problem ofUnreadBody(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return of(HttpStatus.REQUEST_TIMEOUT_408, "The body did not come in time: send it again.");
      }
      if (cause instanceof HttpException refusal) {
        return of(refusal.getCode(), "The body could not be read as it was sent.");
      }
    }
    return of(HttpStatus.BAD_REQUEST_400, "The body could not be read to its end.");
  }

  /** Returns the problem as JSON. */
  public String json() {
    return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
        .formatted(escape(title), status, escape(detail));
  }

  /** Answers a request with this problem. */
  public void send(Request request, Response response, Callback callback) {
    byte[] body = json().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.getHeaders().put(TYPE).put(NOT_CACHED).put(HttpHeader.CONTENT_LENGTH, body.length);
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    response.write(true, head ? null : ByteBuffer.wrap(body), callback);
  }

  /** Answers a request that came to a servlet with this problem. */
  public void send(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setContentType(MEDIA_TYPE);
    response.getOutputStream().write(json().getBytes(StandardCharsets.UTF_8));
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append("\\u%04x".formatted((int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
