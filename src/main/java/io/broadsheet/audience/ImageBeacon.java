package io.broadsheet.audience;

import io.broadsheet.web.Provenance;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * Answers {@code GET /api/v1/views/ID.gif}, the image in a story's page by which a browser without
 * script says that the story was opened.
 *
 * <p>It is counted by the same rules as any other view. What browsers say of a request must say
 * that one of our pages asked for an image.
 */
public final class ImageBeacon extends Handler.Wrapper {
  private static final Pattern PATH = Pattern.compile("/api/v1/views/([1-9][0-9]{0,17})\\.gif");
  private static final String FOLDER = "/api/v1/views/";

  /** One transparent pixel. */
  private static final ByteBuffer PIXEL =
      ByteBuffer.wrap(
              HexFormat.of()
                  .parseHex(
                      "47494638396101000100800000000000ffffff"
                          + "21f90401000000002c00000000010001000002024401003b"))
          .asReadOnlyBuffer();

  private final Audience audience;
  private final Provenance provenance;

  /**
   * Takes views for this audience.
   *
   * @param site the portal's public address; null where it is not known
   */
  public ImageBeacon(Audience audience, @Nullable URI site) {
    this.audience = audience;
    this.provenance = new Provenance(site);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // a view is never completed exceptionally
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (!path.startsWith(FOLDER)) {
      return super.handle(request, response, callback);
    }
    Matcher asked = PATH.matcher(path);
    if (!asked.matches()) {
      return super.handle(request, response, callback);
    }
    if (!HttpMethod.GET.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, "GET");
      BeaconAnswers.refuse(
          HttpStatus.METHOD_NOT_ALLOWED_405,
          "The image is fetched with GET.",
          request,
          response,
          callback);
    } else if (!isOurs(request.getHeaders())) {
      BeaconAnswers.refuse(
          HttpStatus.FORBIDDEN_403,
          "This image is for this site's own pages only.",
          request,
          response,
          callback);
    } else {
      BeaconBody said = new BeaconBody(Long.parseLong(asked.group(1)), "", 0);
      audience
          .record(BeaconAnswers.view(request, said))
          .thenAccept(outcome -> answer(outcome, request, response, callback));
    }
    return true;
  }

  private boolean isOurs(HttpFields headers) {
    String use = headers.get("Sec-Fetch-Dest");
    return provenance.isOurs(headers)
        && provenance.isFromOurs(headers)
        && (use == null || use.equals("image"));
  }

  private static void answer(
      Outcome outcome, Request request, Response response, Callback callback) {
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, "image/gif")
        .put(HttpHeader.CACHE_CONTROL, "no-store");
    BeaconAnswers.send(outcome, HttpStatus.OK_200, PIXEL.duplicate(), request, response, callback);
  }
}
