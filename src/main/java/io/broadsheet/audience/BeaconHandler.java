package io.broadsheet.audience;

import io.broadsheet.web.Provenance;
import io.broadsheet.web.SmallBody;
import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code POST /api/v1/views}, by which a page says that its story was looked at.
 *
 * <p>The answer waits for the view to be durable, and no thread waits with it.
 */
public final class BeaconHandler extends Handler.Wrapper {
  private static final String PATH = "/api/v1/views";

  private final Audience audience;
  private final Provenance provenance;

  /**
   * Takes views for this audience.
   *
   * @param site the portal's public address; null where it is not known
   */
  public BeaconHandler(Audience audience, @Nullable URI site) {
    this.audience = audience;
    this.provenance = new Provenance(site);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!PATH.equals(request.getHttpURI().getPath())) {
      return super.handle(request, response, callback);
    }
    HttpFields headers = request.getHeaders();
    if (!HttpMethod.POST.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "POST");
      BeaconAnswers.refuse(
          HttpStatus.METHOD_NOT_ALLOWED_405,
          "Views are sent with POST.",
          request,
          response,
          callback);
    } else if (!provenance.isOurs(headers)) {
      BeaconAnswers.refuse(
          HttpStatus.FORBIDDEN_403,
          "Views are taken from this site's own pages only.",
          request,
          response,
          callback);
    } else if (!isJson(headers.get(HttpHeader.CONTENT_TYPE))) {
      BeaconAnswers.refuse(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
          "Send application/json, or the same as text/plain.",
          request,
          response,
          callback);
    } else {
      SmallBody.read(
          request,
          response,
          callback,
          (body, length) -> record(body, length, request, response, callback));
    }
    return true;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a view is never completed exceptionally
  private void record(
      byte[] body, int length, Request request, Response response, Callback callback) {
    Optional<BeaconBody> said = BeaconBody.of(body, length);
    if (said.isEmpty()) {
      BeaconAnswers.refuse(
          HttpStatus.BAD_REQUEST_400,
          "Send an object like {\"article\": 1}, the id being a positive whole number, and depth, if any, 1 to 4.",
          request,
          response,
          callback);
      return;
    }
    audience
        .record(BeaconAnswers.view(request, said.get()))
        .thenAccept(
            outcome ->
                BeaconAnswers.send(
                    outcome, HttpStatus.NO_CONTENT_204, null, request, response, callback));
  }

  /** Browsers send a beacon as the type they were given, or as plain text. */
  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    int semicolon = contentType.indexOf(';');
    String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
    return type.equalsIgnoreCase("application/json") || type.equalsIgnoreCase("text/plain");
  }
}
