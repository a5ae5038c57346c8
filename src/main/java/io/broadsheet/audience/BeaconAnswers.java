package io.broadsheet.audience;

import io.broadsheet.web.ClientAddress;
import io.broadsheet.web.Problem;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Makes a view of a request, and an answer of what became of it. */
final class BeaconAnswers {
  private BeaconAnswers() {}

  static View view(Request request, BeaconBody said) {
    HttpFields headers = request.getHeaders();
    String agent = headers.get(HttpHeader.USER_AGENT);
    return new View(
        said.article(),
        ClientAddress.of(request),
        agent == null ? "" : agent,
        isAhead(headers),
        said.referrer(),
        said.depth());
  }

  /**
   * Answers a request.
   *
   * @param done the status if all went well
   * @param body what to answer then; null for nothing
   */
  static void send(
      Outcome outcome,
      int done,
      @Nullable ByteBuffer body,
      Request request,
      Response response,
      Callback callback) {
    switch (outcome) {
      case Outcome.Counted _, Outcome.Repeat _, Outcome.Noted _, Outcome.Bot _ -> {
        response.setStatus(done);
        response.write(true, body, callback);
      }
      case Outcome.Held _ -> {
        response.setStatus(HttpStatus.ACCEPTED_202);
        response.write(true, body, callback);
      }
      case Outcome.Unknown _ ->
          refuse(
              HttpStatus.NOT_FOUND_404,
              "No article is published under this id.",
              request,
              response,
              callback);
      case Outcome.Limited limited -> {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, limited.retryAfter().toSeconds());
        refuse(
            HttpStatus.TOO_MANY_REQUESTS_429,
            "So many views came from this network that more are not taken for now.",
            request,
            response,
            callback);
      }
      case Outcome.Unwritable _ -> {
        response.getHeaders().put(HttpHeader.RETRY_AFTER, 5);
        refuse(
            HttpStatus.SERVICE_UNAVAILABLE_503,
            "The view could not be stored; it was not counted.",
            request,
            response,
            callback);
      }
    }
  }

  static void refuse(
      int status, String detail, Request request, Response response, Callback callback) {
    Problem.of(status, detail).send(request, response, callback);
  }

  /** Tells whether a browser fetched the page before its reader asked for it. */
  private static boolean isAhead(HttpFields headers) {
    return saysAhead(headers.get("Sec-Purpose")) || saysAhead(headers.get("Purpose"));
  }

  private static boolean saysAhead(@Nullable String purpose) {
    if (purpose == null) {
      return false;
    }
    String lower = purpose.toLowerCase(Locale.ROOT);
    return lower.contains("prefetch") || lower.contains("prerender");
  }
}
